import { describe, expect, it } from 'vitest';
import { matterOf } from '#domain/alerts/matter.ts';
import { dayOf } from '#domain/days/day.ts';
import { findingsOf } from '#domain/findings/find-all.ts';
import { aPerson, aPicture, aSubscription, type SubscriptionOverrides } from '#test/support/builders.ts';

/** What is said on a day of the people whom the end of Sub1, on 1 January 2027, has left without access. */
function saidOn(day: string, ...others: readonly SubscriptionOverrides[]) {
  const subscriptions = [{ startsOn: '2024-01-01', seats: { 'standard-agent': 10 } }, ...others].map(aSubscription);
  const picture = aPicture({ subscriptions, people: [aPerson({ holds: { Sub1: 'standard-agent' } })] });
  const today = dayOf(day);
  const finding = findingsOf({ picture, today }).find(({ kind }) => kind === 'stranded');
  if (finding === undefined) throw new Error('Nobody is stranded.');
  const { primary, cliffs } = matterOf(finding, { picture, today, linkId: undefined });
  return { primary, cliffs };
}

describe('A1 what an end did to who pays, said again and again after it', () => {
  const next = { subscriptionId: 'Sub2', name: 'Next', startsOn: '2025-01-01', expiresOn: '2029-01-01' };

  it('is said while it still holds', () => {
    const { primary, cliffs } = saidOn('2027-03-10', next);
    expect(primary).toEqual({ before: 'Sub1', after: 'Next' });
    expect(cliffs?.map(({ type, after }) => [type, after])).toEqual([['agents', 0]]);
  });

  it('is not said once another one is primary', () => {
    expect(saidOn('2027-03-10', { ...next, expiresOn: '2027-03-01' }, { ...next, subscriptionId: 'Sub3', startsOn: '2026-01-01' })).toEqual(
      {},
    );
  });

  it('is not said once a subscription has filled the gap', () => {
    expect(saidOn('2027-03-10', { ...next, startsOn: '2027-02-01', seats: { 'standard-agent': 5 } })).toEqual({});
  });
});
