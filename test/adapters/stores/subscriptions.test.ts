import { describe, expect, it } from 'vitest';
import type { ChangeOf } from '#adapters/dynamodb/change-of.ts';
import { dayOf } from '#domain/days/day.ts';
import { idOf } from '#domain/ids.ts';
import { aSubscription } from '#test/support/builders.ts';
import { EITHER_STORES } from '#test/support/stores.ts';
import type { Change } from '#use-cases/change.ts';
import type { FreeSeats } from '#use-cases/stored.ts';

const SUB1 = idOf.subscription('Sub1');
const RUN = idOf.reassignment('run-1');
const OTHER_RUN = idOf.reassignment('run-2');

const putSub1 = (overrides: Partial<Extract<Change, { change: 'put-subscription' }>> = {}): Change => ({
  change: 'put-subscription',
  subscription: aSubscription({ seats: { 'premium-agent': 5 } }),
  revision: 'absent',
  seats: { 'premium-agent': 5 },
  ...overrides,
});
const take = (seats: FreeSeats, atLeast?: FreeSeats): Change => ({
  change: 'take-seats',
  subscriptionId: SUB1,
  seats,
  ...(atLeast !== undefined && { atLeast }),
});

describe.each(EITHER_STORES)('subscriptions %s', (_where, openStores) => {
  const { acme, write, refuse } = openStores();
  describe('a subscription', () => {
    it('is read as it was created, with all its seats free', async () => {
      const subscription = aSubscription({
        department: 'Sales',
        noticeDays: 30,
        suspendedOn: '2026-10-01',
        cancelledOn: '2026-11-01',
        partnerId: 'partner-1',
        ladder: [30, 7],
        costCentre: '4711',
        orderRef: 'PO-1',
        commitments: [{ kind: 'premium-agent', quantity: 5, since: dayOf('2026-01-01') }],
      });
      await write(putSub1({ subscription, datesConfirmedOn: dayOf('2026-12-02') }));
      const stored = { ...subscription, revision: 1, free: { 'premium-agent': 5 }, datesConfirmedOn: '2026-12-02' };
      expect(await acme().readSubscription(SUB1)).toEqual(stored);
      expect(await acme().readSubscriptions()).toEqual([stored]);
    });

    it('is not created twice, and not replaced where there is none', async () => {
      await refuse([putSub1({ revision: 1 })]);
      await write(putSub1());
      await refuse([putSub1()]);
    });

    it('loses on replacement what is left out', async () => {
      await write(putSub1({ subscription: aSubscription({ department: 'Sales', costCentre: '4711' }) }));
      await write(putSub1({ subscription: aSubscription({ name: 'Renamed', withoutTerms: true }), revision: 1, seats: {} }));
      expect(await acme().readSubscription(SUB1)).toEqual({
        ...aSubscription({ name: 'Renamed', withoutTerms: true }),
        revision: 2,
        free: { 'premium-agent': 5 },
      });
    });

    it('keeps on replacement what imports and runs own', async () => {
      await write(putSub1({ datesConfirmedOn: dayOf('2026-12-01') }));
      await write({ change: 'see-subscription', subscriptionId: SUB1, revision: 1, suspendedSeenOn: dayOf('2026-12-02') });
      await write({ change: 'lock-source', subscriptionId: SUB1, reassignmentId: RUN });
      await write(take({ 'premium-agent': -2 }));
      await write(putSub1({ revision: 2, seats: { 'premium-agent': 3, wfo: 1 } }));
      expect(await acme().readSubscription(SUB1)).toMatchObject({
        revision: 3,
        suspendedSeenOn: '2026-12-02',
        leavingBy: 'run-1',
        datesConfirmedOn: '2026-12-01',
        free: { 'premium-agent': 6, wfo: 1 },
      });
    });

    it('is not replaced under an old revision', async () => {
      await write(putSub1());
      await refuse([putSub1({ revision: 2 })]);
    });
  });

  describe('deleting a subscription', () => {
    const remove = (free: FreeSeats, revision = 1): Change => ({ change: 'delete-subscription', subscriptionId: SUB1, revision, free });

    it('takes it out of sight', async () => {
      await write(putSub1());
      await write(remove({ 'premium-agent': 5 }));
      expect(await acme().readSubscription(SUB1)).toBeUndefined();
    });

    it('is refused when a seat was taken since it was read', async () => {
      await write(putSub1());
      await write(take({ 'premium-agent': -1 }));
      await refuse([remove({ 'premium-agent': 5 })]);
    });

    it('is refused under an old revision, and while a reassignment leaves it', async () => {
      await write(putSub1());
      await refuse([remove({ 'premium-agent': 5 }, 2)]);
      await write({ change: 'lock-source', subscriptionId: SUB1, reassignmentId: RUN });
      await refuse([remove({ 'premium-agent': 5 })]);
    });
  });

  describe('D5 a subscription that an import has seen', () => {
    const see = (revision: number | 'absent', suspendedSeenOn?: string): Change => ({
      change: 'see-subscription',
      subscriptionId: SUB1,
      revision,
      ...(suspendedSeenOn !== undefined && { suspendedSeenOn: dayOf(suspendedSeenOn) }),
    });

    it('is created without dates under its own id', async () => {
      await write(see('absent'));
      const seen = { subscriptionId: 'Sub1', name: 'Sub1', hybrid: false, renewal: 'manual', trial: false, commitments: [] };
      expect(await acme().readSubscription(SUB1)).toEqual({ ...seen, revision: 1, free: {} });
    });

    it('may be created suspended, and gains and loses the mark', async () => {
      await write(see('absent', '2026-12-02'));
      expect(await acme().readSubscription(SUB1)).toMatchObject({ suspendedSeenOn: '2026-12-02' });
      await write(see(1));
      expect(await acme().readSubscription(SUB1)).not.toHaveProperty('suspendedSeenOn');
      await write(see(2, '2026-12-03'));
      expect(await acme().readSubscription(SUB1)).toMatchObject({ suspendedSeenOn: '2026-12-03', revision: 3 });
    });

    it('is refused when somebody was there first, or changed it since', async () => {
      await write(putSub1());
      await refuse([see('absent')]);
      await refuse([see(2)]);
    });
  });

  describe('R4 seats', () => {
    it('are added and taken kind by kind, without a new revision', async () => {
      await write(putSub1());
      await write(take({ 'premium-agent': -2, 'standard-agent': -1 }));
      expect(await acme().readSubscription(SUB1)).toMatchObject({ free: { 'premium-agent': 3, 'standard-agent': -1 }, revision: 1 });
    });

    it('are given while enough are free, and not one more', async () => {
      await write(putSub1());
      await write(take({ 'premium-agent': -5 }, { 'premium-agent': 5 }));
      await refuse([take({ 'premium-agent': -1 }, { 'premium-agent': 1 })]);
      await refuse([take({ wfo: -1 }, { wfo: 1 })]);
      expect(await acme().readSubscription(SUB1)).toMatchObject({ free: { 'premium-agent': 0 } });
    });

    it('go to one of two who race for the last', async () => {
      await write(putSub1({ seats: { 'premium-agent': 1 } }));
      const last = take({ 'premium-agent': -1 }, { 'premium-agent': 1 });
      const outcomes = await Promise.all([acme().commit([last]), acme().commit([last])]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await acme().readSubscription(SUB1)).toMatchObject({ free: { 'premium-agent': 0 } });
    });

    it('of a subscription that does not exist are refused', async () => {
      await refuse([take({ 'premium-agent': 1 })]);
      await refuse([take({})]);
      expect(await acme().readSubscription(SUB1)).toBeUndefined();
    });

    it('are put right unless they have moved since they were read', async () => {
      await write(putSub1());
      await write({ change: 'repair-seats', subscriptionId: SUB1, from: { 'premium-agent': 5 }, to: { 'premium-agent': 4 } });
      await refuse([{ change: 'repair-seats', subscriptionId: SUB1, from: { 'premium-agent': 5 }, to: {} }]);
      expect(await acme().readSubscription(SUB1)).toMatchObject({ free: { 'premium-agent': 4 }, revision: 1 });
    });
  });

  describe('L6 the lock on a source', () => {
    const lock = (reassignmentId: typeof RUN): ChangeOf<'lock-source'> => ({ change: 'lock-source', subscriptionId: SUB1, reassignmentId });
    const unlock = (reassignmentId: typeof RUN): Change => ({ change: 'unlock-source', subscriptionId: SUB1, reassignmentId });

    it('is held by one reassignment at a time', async () => {
      await write(putSub1());
      await write(lock(RUN));
      await write(lock(RUN));
      await refuse([lock(OTHER_RUN)]);
      await refuse([unlock(OTHER_RUN)]);
    });

    it('is given back and leaves behind who left last', async () => {
      await write(putSub1());
      await write(lock(RUN));
      await write(unlock(RUN));
      expect(await acme().readSubscription(SUB1)).toMatchObject({ leftBy: 'run-1', revision: 1 });
      expect(await acme().readSubscription(SUB1)).not.toHaveProperty('leavingBy');
      await write(putSub1({ revision: 1 }));
      expect(await acme().readSubscription(SUB1)).toMatchObject({ leftBy: 'run-1', revision: 2 });
      await refuse([lock(OTHER_RUN)]);
      await write({ ...lock(OTHER_RUN), leftBy: RUN });
    });

    it('needs a subscription', async () => {
      await refuse([lock(RUN)]);
      await refuse([unlock(RUN)]);
    });
  });
});
