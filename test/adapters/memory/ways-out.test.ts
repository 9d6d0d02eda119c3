import { describe, expect, it } from 'vitest';
import { memoryEventSink } from '#adapters/memory/event-sink.ts';
import type { WriteFault } from '#adapters/memory/faults.ts';
import { memoryLog } from '#adapters/memory/log.ts';
import { memoryQueues } from '#adapters/memory/queues.ts';
import { memoryTopics } from '#adapters/memory/topics.ts';
import { secondsAfter } from '#domain/days/instant.ts';
import { ACME, NOW } from '#test/support/stores.ts';
import { anOwner } from '#test/support/topics.ts';
import type { WorkOrder } from '#use-cases/ports.ts';

const ANNA = 'anna@acme.example';
const purge: WorkOrder = { job: 'purge', tenantId: ACME };
const solved = { detailType: 'solved', tenantId: ACME, kind: 'stranded', severity: 'critical', at: NOW } as const;
const queuesWith = (fault: WriteFault | 'none') => memoryQueues({ clock: { now: () => NOW }, log: memoryLog(), fault: () => fault });

describe('messages in memory', () => {
  it('stay until somebody takes them, and say from when on they are given out', async () => {
    const queues = queuesWith('none');
    await queues.requestCheck({ tenantId: ACME, because: 'write', requestedAt: NOW });
    expect(queues.messages.check.splice(0)).toMatchObject([{ from: secondsAfter(NOW, 60) }]);
    expect(queues.messages.check).toEqual([]);
  });

  it('are sent twice when an answer is lost, and once when that is for good', async () => {
    const [twice, once, never] = (['lost-response', 'throw-after', 'throw-before'] as const).map(queuesWith);
    for (const queues of [twice, once, never]) await queues?.requestWork(purge);
    expect([twice, once, never].map((queues) => queues?.messages.work.length)).toEqual([2, 1, 0]);
  });
});

describe('topics in memory', () => {
  it('reach those who have confirmed, until they unsubscribe', async () => {
    const [topics, owner] = [memoryTopics(), anOwner()];
    const reached = async () => {
      await topics.publish(owner, { body: 'text' });
      return topics.published.at(-1)?.reached;
    };
    const { subscriptionArn = '' } = await topics.subscribe(owner, ANNA, { resend: false });
    expect(await reached()).toEqual([]);
    topics.follow(subscriptionArn);
    expect(await reached()).toEqual([ANNA]);
    topics.unsubscribe(subscriptionArn);
    expect(await reached()).toEqual([]);
    expect(await topics.deliveryOf(owner, { address: ANNA, delivery: 'confirmed', subscriptionArn })).toBe('gone');
  });

  it('publish twice when the answer is lost: nobody can tell whether it was heard', async () => {
    const topics = memoryTopics((call) => (call === 'publish' ? 'lost-response' : 'none'));
    const owner = anOwner();
    await topics.subscribe(owner, ANNA, { resend: false });
    await topics.publish(owner, { body: 'text' });
    expect(topics.published).toHaveLength(2);
  });

  it('ask twice for confirmation of one subscription when the answer is lost', async () => {
    const [topics, owner] = [memoryTopics((call) => (call === 'subscribe' ? 'lost-response' : 'none')), anOwner()];
    const subscribed = await topics.subscribe(owner, ANNA, { resend: false });
    expect(subscribed).toMatchObject({ delivery: 'pending', subscriptionArn: expect.any(String) });
    expect([topics.asked, topics.addressesOn(owner)]).toEqual([[ANNA, ANNA], [ANNA]]);
  });

  it('confirm no token of somebody else', async () => {
    const [topics, anna, ben] = [memoryTopics(), anOwner(), anOwner()];
    const { subscriptionArn = '' } = await topics.subscribe(anna, ANNA, { resend: false });
    await topics.subscribe(ben, 'ben@acme.example', { resend: false });
    expect(await topics.confirm(ben, subscriptionArn)).toEqual({ ok: false, refusal: 'invalid-token' });
  });
});

describe('tooling in memory', () => {
  it('has half heard what failed between its two ways', async () => {
    const sink = memoryEventSink((way) => (way === 'bus' ? 'throw-before' : 'none'));
    await expect(sink.publish(solved)).rejects.toThrow('to the bus');
    expect([sink.topic, sink.bus]).toEqual([[solved], []]);
  });
});
