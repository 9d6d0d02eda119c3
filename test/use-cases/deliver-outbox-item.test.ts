import { describe, expect, it } from 'vitest';
import { secondsAfter } from '#domain/days/instant.ts';
import { idOf } from '#domain/ids.ts';
import type { ToolingEvent } from '#domain/messages/events.ts';
import { deliverOneItem } from '#lambdas/deliver/deliver-one-item.ts';
import { deliverPortsOn } from '#test/support/outgoing.ts';
import { ACME, createAcme, NOW, storesOnDynoxide } from '#test/support/stores.ts';
import type { Change } from '#use-cases/change.ts';
import { deliverOutboxItem } from '#use-cases/deliver-outbox-item.ts';

const bench = storesOnDynoxide();
const { write, stores } = bench;
const ID = idOf.outbox('01OUTBOX');
const EVENT: ToolingEvent = { detailType: 'solved', tenantId: ACME, kind: 'access-ends', severity: 'warning', at: NOW };
const enqueue: Change = {
  change: 'enqueue',
  item: { outboxId: ID, tenantId: ACME, createdAt: NOW, work: { work: 'event', event: EVENT } },
};

type Ports = ReturnType<typeof deliverPortsOn>['ports'];
const deliver = (ports: Ports, owner: string) => deliverOutboxItem(ports, { outboxId: ID, owner });
const crash = () => Promise.reject(new Error('The worker crashed.'));
const stateOf = async () => (await stores().readOutbox(ID))?.state.state;

describe('A4 the outbox', () => {
  it('hands an event to tooling, and is then empty', async () => {
    await write(createAcme, enqueue);
    const { ports, outgoing } = deliverPortsOn(bench);
    expect(await deliver(ports, 'worker-1')).toBe('sent');
    expect(outgoing.events).toEqual([EVENT]);
    expect(await stores().unfinished(secondsAfter(NOW, 86_400))).toEqual([]);
  });

  it('has nothing to do for an item that nobody knows', async () => {
    expect(await deliver(deliverPortsOn(bench).ports, 'worker-1')).toBe('not-mine');
  });

  it('lets one of two workers send', async () => {
    await write(createAcme, enqueue);
    const { ports, outgoing } = deliverPortsOn(bench);
    const outcomes = await Promise.all(['worker-1', 'worker-2', 'worker-3'].map((owner) => deliver(ports, owner)));
    expect(outcomes.toSorted()).toEqual(['not-mine', 'not-mine', 'sent']);
    expect(outgoing.events).toHaveLength(1);
  });

  it('lets one of two messages in one batch send', async () => {
    await write(createAcme, enqueue);
    const { ports, outgoing } = deliverPortsOn(bench);
    await Promise.all([deliverOneItem(ports, { outboxId: ID }), deliverOneItem(ports, { outboxId: ID })]);
    expect(outgoing.events).toHaveLength(1);
    expect(await stateOf()).toBe('sent');
  });

  it('sends a second copy when a crash falls between publishing and marking, and not a third', async () => {
    await write(createAcme, enqueue);
    const { ports, outgoing, setNow } = deliverPortsOn(bench);
    await expect(deliver({ ...ports, stores: { ...ports.stores, finishOutbox: crash } }, 'worker-1')).rejects.toThrow(
      'The worker crashed.',
    );
    expect(await deliver(ports, 'worker-2')).toBe('not-mine');
    setNow(secondsAfter(NOW, 121));
    expect(await stores().unfinished(secondsAfter(NOW, 121))).toEqual([{ unfinished: 'outbox', outboxId: ID }]);
    expect(await deliver(ports, 'worker-2')).toBe('sent');
    expect(await deliver(ports, 'worker-3')).toBe('not-mine');
    expect(outgoing.events).toHaveLength(2);
  });

  it('loses nothing when a crash falls before publishing', async () => {
    await write(createAcme, enqueue);
    const { ports, outgoing, setNow } = deliverPortsOn(bench);
    await expect(deliver({ ...ports, events: { publish: crash } }, 'worker-1')).rejects.toThrow('The worker crashed.');
    expect(await stateOf()).toBe('sending');
    setNow(secondsAfter(NOW, 121));
    expect(await deliver(ports, 'worker-2')).toBe('sent');
    expect(outgoing.events).toEqual([EVENT]);
  });

  it('does not let a worker that was too slow mark what another has taken', async () => {
    await write(createAcme, enqueue);
    const { ports, setNow } = deliverPortsOn(bench);
    const overtaken = async () => {
      setNow(secondsAfter(NOW, 121));
      expect(await deliver(ports, 'worker-2')).toBe('sent');
    };
    expect(await deliver({ ...ports, events: { publish: overtaken } }, 'worker-1')).toBe('fence-lost');
    expect(await stateOf()).toBe('sent');
  });

  it('is told that it is done although the answer was lost', async () => {
    await write(createAcme, enqueue);
    const { ports, outgoing } = deliverPortsOn(bench);
    const { client, stores: faulty } = bench.faulty();
    let lost = 0;
    client.middlewareStack.add(
      (next) => async (args) => {
        const answer = await next(args);
        lost += 1;
        if (lost <= 2) throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' });
        return answer;
      },
      { step: 'deserialize', priority: 'low', name: 'lose' },
    );
    expect(await deliver({ ...ports, stores: faulty }, 'worker-1')).toBe('sent');
    expect(outgoing.events).toHaveLength(1);
  });
});
