import { describe, expect, it } from 'vitest';
import { candidatesFor } from '#domain/plans/candidates.ts';
import { aPerson, aPicture, aSubscription, aTenant, type SubscriptionOverrides } from '#test/support/builders.ts';
import { aPlan, PLAN_DAY } from '#test/support/plans.ts';

/** Sub1 ends on 2027-01-01; a target has to last until 2027-01-31. */
const SOURCE = aSubscription({ subscriptionId: 'Sub1', startsOn: '2024-01-01', expiresOn: '2027-01-01' });

function reasonFor(overrides: SubscriptionOverrides, marginDays = 30): string | undefined {
  const other = aSubscription({ subscriptionId: 'Sub2', startsOn: '2025-01-01', expiresOn: '2029-01-01', ...overrides });
  const picture = aPicture({ tenant: aTenant({ marginDays }), subscriptions: [SOURCE, other] });
  const [found] = candidatesFor({ picture, from: SOURCE, today: PLAN_DAY });
  return found?.suitable === false ? found.reason : undefined;
}

describe('P1 candidates', () => {
  it.each<[string, SubscriptionOverrides, string | undefined]>([
    ['active and long enough', {}, undefined],
    ['ending exactly the margin later', { expiresOn: '2027-01-31' }, undefined],
    ['ending a day before that', { expiresOn: '2027-01-30' }, 'ends-too-soon'],
    ['ending soon, but set to renew', { expiresOn: '2026-12-20', renewal: 'auto' }, undefined],
    ['set to renew, but cancelled soon', { expiresOn: '2026-12-30', renewal: 'auto', cancelledOn: '2027-01-02' }, 'ends-too-soon'],
    ['to be suspended soon', { suspendedOn: '2027-01-15' }, 'ends-too-soon'],
    ['to be suspended late enough', { suspendedOn: '2027-02-15' }, undefined],
    ['not started', { startsOn: '2026-12-03' }, 'not-started'],
    ['started today', { startsOn: '2026-12-02' }, undefined],
    ['lapsed today', { expiresOn: '2026-12-02' }, 'lapsed'],
    ['renewing, but not moved forward in time', { expiresOn: '2026-12-02', renewal: 'auto' }, 'lapsed'],
    ['suspended', { suspendedOn: '2026-12-01' }, 'suspended'],
    ['seen as suspended', { suspendedSeenOn: '2026-12-01' }, 'suspended'],
    ['cancelled', { cancelledOn: '2026-12-01' }, 'cancelled'],
    ['of unknown dates', { withoutTerms: true }, 'dates-unknown'],
    ['a trial', { trial: true }, 'trial'],
    ['of another telephony option', { telephony: 'vpop' }, 'telephony-mismatch'],
    ['committing agents as a whole, named', { seats: { agents: 10 } }, 'no-seats-per-kind'],
    ['committing agents as a whole, concurrent', { licensing: 'concurrent', seats: { agents: 10 } }, undefined],
  ])('judges one that is %s', (_, overrides, reason) => {
    expect(reasonFor(overrides)).toBe(reason);
  });

  it('counts the margin from the day of the move where the source has ended already', () => {
    const source = aSubscription({ startsOn: '2024-01-01', expiresOn: '2026-11-01' });
    const other = aSubscription({ subscriptionId: 'Sub2', expiresOn: '2026-12-31' });
    const judged = (today: typeof PLAN_DAY, expiresOn: string) =>
      candidatesFor({
        picture: aPicture({ subscriptions: [source, { ...other, ...aSubscription({ subscriptionId: 'Sub2', expiresOn }) }] }),
        from: source,
        today,
      })[0]?.suitable;
    expect(judged(PLAN_DAY, '2026-12-31')).toBe(false);
    expect(judged(PLAN_DAY, '2027-01-01')).toBe(true);
  });

  it('counts the margin from the cancellation of a source that renews before it (D4)', () => {
    const source = aSubscription({ startsOn: '2024-01-01', renewal: 'auto', cancelledOn: '2027-06-01' });
    const judged = (expiresOn: string) =>
      candidatesFor({
        picture: aPicture({ subscriptions: [source, aSubscription({ subscriptionId: 'Sub2', expiresOn })] }),
        from: source,
        today: PLAN_DAY,
      })[0];
    expect(judged('2027-06-30')).toMatchObject({ suitable: false, reason: 'ends-too-soon' });
    expect(judged('2027-07-01')).toMatchObject({ suitable: true });
  });

  it('follows the telephony option of the oldest subscription, a lapsed one included', () => {
    const lapsed = aSubscription({ subscriptionId: 'Sub0', startsOn: '2020-01-01', expiresOn: '2022-01-01', telephony: 'vpop' });
    const like = aSubscription({ subscriptionId: 'Sub2', expiresOn: '2029-01-01', telephony: 'vpop' });
    const unlike = aSubscription({ subscriptionId: 'Sub3', expiresOn: '2029-01-01' });
    const { candidates } = aPlan(aPicture({ subscriptions: [SOURCE, lapsed, like, unlike] }));
    expect(candidates).toEqual([
      { subscriptionId: 'Sub0', fits: 0, reason: 'lapsed' },
      { subscriptionId: 'Sub2', fits: 0 },
      { subscriptionId: 'Sub3', fits: 0, reason: 'telephony-mismatch' },
    ]);
  });

  it('names the day on which one starts that has not started', () => {
    const later = aSubscription({ subscriptionId: 'Sub2', startsOn: '2026-12-20', expiresOn: '2029-01-01' });
    const { candidates } = aPlan(aPicture({ subscriptions: [SOURCE, later] }));
    expect(candidates).toEqual([{ subscriptionId: 'Sub2', fits: 0, reason: 'not-started', startsOn: '2026-12-20' }]);
  });

  it('says of each how many of those who leave it could take alone', () => {
    const subscriptions = [
      SOURCE,
      aSubscription({ subscriptionId: 'Sub2', expiresOn: '2029-01-01', seats: { 'standard-agent': 1, 'premium-agent': 5 } }),
      aSubscription({ subscriptionId: 'Sub3', expiresOn: '2029-01-01', seats: { 'standard-agent': 5 } }),
    ];
    const people = [
      aPerson({ personId: 'a', holds: { Sub1: 'standard-agent' } }),
      aPerson({ personId: 'b', holds: { Sub1: 'standard-agent' } }),
      aPerson({ personId: 'c', holds: { Sub1: 'premium-agent' } }),
      aPerson({ personId: 'd', holds: { Sub3: 'standard-agent' } }),
    ];
    const picture = aPicture({ subscriptions, people });
    expect(aPlan(picture).candidates.map(({ fits }) => fits)).toEqual([2, 2]);
    expect(aPlan(picture, { acceptUpgrade: true }).candidates.map(({ fits }) => fits)).toEqual([3, 2]);
    expect(aPlan(picture, { to: 'Sub3' }).candidates.map(({ fits }) => fits)).toEqual([2, 2]);
  });
});
