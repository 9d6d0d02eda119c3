import { describe, expect, it } from 'vitest';
import { idOf } from '#domain/ids.ts';
import { EITHER_QUEUES } from '#test/support/queues.ts';
import { ACME, NOW } from '#test/support/stores.ts';
import type { WorkOrder } from '#use-cases/ports.ts';

const due = { tenantId: ACME, because: 'due', requestedAt: NOW } as const;
const written = { ...due, because: 'write' } as const;
const purge: WorkOrder = { job: 'purge', tenantId: ACME };
const chaining: WorkOrder = { job: 'chain-audit', tenantId: ACME };

describe.each(EITHER_QUEUES)('queues %s', (_where, openQueues) => {
  const { queues, breakAll, waitingIn, warnings } = openQueues();

  describe('C2 asking for a check', () => {
    it('that is due is heard at once', async () => {
      await queues().requestCheck(due);
      expect(waitingIn('check')).toEqual([{ message: due, seconds: 0 }]);
    });

    it('after a write is heard after those that follow it', async () => {
      await queues().requestCheck(written);
      const [waiting] = waitingIn('check');
      expect(waiting?.message).toEqual(written);
      expect(waiting?.seconds).toBeGreaterThan(50);
      expect(waiting?.seconds).toBeLessThanOrEqual(60);
    });
  });

  describe('asking for a delivery', () => {
    it('sends one message per outbox item, however many there are', async () => {
      const ids = Array.from({ length: 23 }, (_, n) => idOf.outbox(`01OUTBOX${n}`));
      await queues().requestDelivery(ids);
      expect(waitingIn('delivery')).toEqual(ids.map((outboxId) => ({ message: { outboxId }, seconds: 0 })));
    });

    it('of nothing sends nothing', async () => {
      const opened = queues();
      breakAll();
      await opened.requestDelivery([]);
      expect(warnings()).toEqual([]);
    });
  });

  describe('asking for work', () => {
    it('sends the order as it is', async () => {
      const order: WorkOrder = { job: 'reassignment', tenantId: ACME, reassignmentId: idOf.reassignment('01RUN') };
      await queues().requestWork(order);
      expect(waitingIn('work')).toEqual([{ message: order, seconds: 0 }]);
    });

    it('that waits until the audit has settled is heard eleven minutes later', async () => {
      await queues().requestWork(chaining);
      const [waiting] = waitingIn('work');
      expect(waiting?.message).toEqual(chaining);
      expect(waiting?.seconds).toBeGreaterThan(650);
      expect(waiting?.seconds).toBeLessThanOrEqual(660);
    });
  });

  describe('A4 a queue that does not answer', () => {
    it('is a warning that tells no content, because the tick sweeps', async () => {
      const broken = queues();
      breakAll();
      await broken.requestDelivery([idOf.outbox('01OUTBOX1'), idOf.outbox('01OUTBOX2')]);
      await broken.requestWork(purge);
      await broken.requestCheck(written);
      expect(warnings()).toMatchObject([
        { queue: 'delivery', messages: 2 },
        { queue: 'work', messages: 1 },
        { queue: 'check', messages: 1 },
      ]);
      expect(JSON.stringify(warnings())).not.toMatch(/OUTBOX|acme|purge/);
    });

    it('is a fault for what nobody sweeps: a check that is due, and an audit to be chained', async () => {
      const broken = queues();
      breakAll();
      await expect(broken.requestCheck(due)).rejects.toThrow('Sending to the check queue failed (messages: 1).');
      await expect(broken.requestWork(chaining)).rejects.toThrow('Sending to the work queue failed (messages: 1).');
    });

    it('is a fault for everything the tick sends', async () => {
      const broken = queues({ onFailure: 'throw' });
      breakAll();
      await expect(broken.requestDelivery([idOf.outbox('01OUTBOX')])).rejects.toThrow('delivery queue');
      await expect(broken.requestWork(purge)).rejects.toThrow('work queue');
      await expect(broken.requestCheck(written)).rejects.toThrow('check queue');
      expect(warnings()).toEqual([]);
    });
  });
});
