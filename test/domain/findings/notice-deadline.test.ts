import { describe, expect, it } from 'vitest';
import { aPicture, aSubscription, type SubscriptionOverrides } from '#test/support/builders.ts';
import { aWatch, daysFrom } from '#test/support/watch.ts';
import { findingsOfKind } from './find.ts';

const DEADLINE = '2027-01-30';
const withNotice = (overrides: SubscriptionOverrides = {}) =>
  aSubscription({ expiresOn: '2027-03-01', noticeDays: 30, seats: { 'standard-agent': 5 }, ...overrides });
const found = (overrides: SubscriptionOverrides = {}, today = '2026-12-02') =>
  findingsOfKind('notice-deadline', { subscriptions: [withNotice(overrides)], today });

describe('D6 notice deadline', () => {
  it.each(['manual', 'auto'] as const)('is a warning for the last day to cancel or renegotiate, with %s renewal', (renewal) => {
    const expected = [
      { kind: 'notice-deadline', severity: 'warning', subject: { subscriptionId: 'Sub1' }, on: DEADLINE, expiresOn: '2027-03-01' },
    ];
    expect(found({ renewal })).toEqual(expected);
    expect(found({ renewal }, DEADLINE)).toEqual(expected);
    expect(found({ renewal }, '2027-01-31')).toEqual([]);
  });

  it('is none once it is cancelled, even for a day to come, or over', () => {
    expect(found({ cancelledOn: '2027-02-01' })).toEqual([]);
    expect(found({ expiresOn: '2026-12-02', noticeDays: 0 })).toEqual([]);
    expect(found({ withoutTerms: true })).toEqual([]);
  });
});

describe('D6 the ladder of a notice deadline', () => {
  const goesOn = aSubscription({ subscriptionId: 'Sub2', expiresOn: '2030-01-01' });
  const picture = (overrides: SubscriptionOverrides = {}) => aPicture({ subscriptions: [withNotice(overrides), goesOn], people: [] });
  const aboutNotice = (lines: readonly string[]) => lines.filter((line) => line.includes('notice-deadline'));

  it('is 30, 7 and 1 days before, whatever ladder the subscription has, and its day passes without a word', () => {
    const watch = aWatch();
    const told = daysFrom('2026-12-01', '2027-02-15').flatMap((day) =>
      aboutNotice(watch.check(picture({ ladder: [60] }), day).email).map((line) => `${day} ${line}`),
    );
    expect(told).toEqual(['2026-12-31 notice-deadline Sub1 30', '2027-01-23 notice-deadline Sub1 7', '2027-01-29 notice-deadline Sub1 1']);
    expect(JSON.stringify(watch.told())).not.toContain('notice-deadline');
  });

  it.each<[string, SubscriptionOverrides]>([
    ['cancelled', { cancelledOn: '2027-03-01' }],
    ['renewed', { expiresOn: '2028-03-01' }],
  ])('ends with one solved notice when the subscription is %s (C6)', (_case, after) => {
    const watch = aWatch();
    watch.check(picture(), '2027-01-10');
    expect(aboutNotice(watch.check(picture(after), '2027-01-11').email)).toEqual(['solved notice-deadline Sub1']);
    expect(aboutNotice(watch.check(picture(after), '2027-01-12').email)).toEqual([]);
  });

  it('says so even where the deadline has passed by the time of the next check', () => {
    const watch = aWatch();
    watch.check(picture(), '2027-01-30');
    expect(aboutNotice(watch.check(picture({ expiresOn: '2028-03-01' }), '2027-01-31').email)).toEqual(['solved notice-deadline Sub1']);
  });
});
