import { describe, expect, it } from 'vitest';
import { calendarOf } from '#domain/calendar/calendar.ts';
import { subscriptionsOf, uidOf } from '#domain/calendar/calendar-event.ts';
import { type Day, dayOf } from '#domain/days/day.ts';
import { aPicture, aSubscription, aTenant, FOUNDING_DAY, type SubscriptionOverrides, theFoundingExample } from '#test/support/builders.ts';
import { ACME } from '#test/support/stores.ts';

/** The calendar as lines: day, UID without its tenant, and how it ends. */
function linesOf(picture: Parameters<typeof calendarOf>[0]['picture'], today: Day = FOUNDING_DAY): readonly string[] {
  return calendarOf({ picture, today }).map((event) => {
    const ending = 'ending' in event ? ` ${event.ending}` : '';
    return `${event.on} ${uidOf(event, ACME).replace('@acme.lapsewatch', '')}${ending}`;
  });
}

const one = (overrides: SubscriptionOverrides) => aPicture({ subscriptions: [aSubscription(overrides)] });

describe('a tenant’s calendar', () => {
  it('holds the ends of the founding example and the hand-over between them', () => {
    expect(linesOf(theFoundingExample())).toEqual([
      '2027-01-01 expiry-Sub1 lapsed',
      '2027-01-01 hand-over-Sub1~Sub2',
      '2029-06-01 expiry-Sub2 lapsed',
    ]);
  });

  it.each<readonly [string, SubscriptionOverrides, readonly string[]]>([
    ['D1 the earliest end, by suspension', { suspendedOn: '2026-12-20' }, ['2026-12-20 expiry-Sub1 suspended']],
    [
      'D3 a cancellation before a suspension of the same day',
      { suspendedOn: '2026-12-20', cancelledOn: '2026-12-20' },
      ['2026-12-20 expiry-Sub1 cancelled'],
    ],
    ['D4 the day of a renewal', { renewal: 'auto' }, ['2027-01-01 expiry-Sub1 renews']],
    [
      'D4 the day of a renewal, and the cancellation that bounds it',
      { renewal: 'auto', cancelledOn: '2027-06-01' },
      ['2027-01-01 expiry-Sub1 renews', '2027-06-01 end-Sub1 cancelled'],
    ],
    ['D4 no renewal where it is cancelled before', { renewal: 'auto', cancelledOn: '2026-12-24' }, ['2026-12-24 expiry-Sub1 cancelled']],
    ['D5 nothing where no dates are known', { withoutTerms: true }, []],
    ['D6 the last day to give notice', { noticeDays: 10 }, ['2026-12-22 notice-deadline-Sub1', '2027-01-01 expiry-Sub1 lapsed']],
    ['D6 no notice for what is cancelled', { noticeDays: 10, cancelledOn: '2027-01-01' }, ['2027-01-01 expiry-Sub1 cancelled']],
    ['D6 no notice that has passed', { noticeDays: 31 }, ['2027-01-01 expiry-Sub1 lapsed']],
    ['today itself', { expiresOn: '2026-12-02' }, ['2026-12-02 expiry-Sub1 lapsed']],
    ['nothing of what is over', { expiresOn: '2026-12-01' }, []],
    [
      'the end of what has not started',
      { startsOn: '2027-01-01', expiresOn: '2028-01-01' },
      ['2027-01-01 hand-over-Sub1', '2028-01-01 expiry-Sub1 lapsed'],
    ],
  ])('has %s', (_what, overrides, lines) => {
    expect(linesOf(one(overrides))).toEqual(lines);
  });

  it('D15 has each hand-over of the next five years, and none to nobody', () => {
    const picture = aPicture({
      tenant: aTenant({ primaryOverride: 'Sub3' }),
      subscriptions: [
        aSubscription({ subscriptionId: 'Sub1', startsOn: '2024-01-01', expiresOn: '2028-01-01' }),
        aSubscription({ subscriptionId: 'Sub2', startsOn: '2025-01-01', expiresOn: '2030-01-01' }),
        aSubscription({ subscriptionId: 'Sub3', startsOn: '2027-01-01', expiresOn: '2027-07-01' }),
        aSubscription({ subscriptionId: 'Sub4', startsOn: '2030-02-01', expiresOn: '2033-01-01' }),
      ],
    });
    expect(linesOf(picture).filter((line) => line.includes('hand-over'))).toEqual([
      '2027-01-01 hand-over-Sub1~Sub3',
      '2027-07-01 hand-over-Sub3~Sub1',
      '2028-01-01 hand-over-Sub1~Sub2',
      '2030-02-01 hand-over-Sub4',
    ]);
  });

  it('keeps every UID when a day moves, so that an event is moved and not doubled', () => {
    const uids = (expiresOn: string) => linesOf(one({ expiresOn, noticeDays: 10 })).map((line) => line.split(' ')[1]);
    expect(uids('2027-03-01')).toEqual(uids('2027-01-01'));
  });

  it('says of each event which subscriptions it is about', () => {
    expect(calendarOf({ picture: theFoundingExample(), today: dayOf('2026-12-31') }).map(subscriptionsOf)).toEqual([
      ['Sub1'],
      ['Sub1', 'Sub2'],
      ['Sub2'],
    ]);
  });
});
