import { describe, expect, it } from 'vitest';
import { dayOf } from '#domain/days/day.ts';
import { idOf } from '#domain/ids.ts';
import { sightingsIn } from '#domain/imports/suspended-seen.ts';
import { aSubscription } from '#test/support/builders.ts';

const today = dayOf('2026-12-02');
const Sub1 = idOf.subscription('Sub1');
const Sub2 = idOf.subscription('Sub2');

function sightings(stored: readonly ReturnType<typeof aSubscription>[], suspended: readonly (typeof Sub1)[] = []) {
  return sightingsIn({ columns: [Sub2, Sub1], suspended, stored, today });
}

describe('D1 what the columns of an export show of subscriptions', () => {
  it('is a subscription without dates for each id that nobody knew, in order of id', () => {
    expect(sightings([])).toEqual([
      { subscriptionId: 'Sub1', before: undefined },
      { subscriptionId: 'Sub2', before: undefined },
    ]);
  });

  it('is a suspension from the day of the import, also of one nobody knew', () => {
    const known = aSubscription({ subscriptionId: 'Sub2' });
    expect(sightings([known], [Sub1, Sub2])).toEqual([
      { subscriptionId: 'Sub1', before: undefined, suspendedSeenOn: '2026-12-02' },
      { subscriptionId: 'Sub2', before: known, suspendedSeenOn: '2026-12-02' },
    ]);
  });

  it('keeps the first day while the mark stays, whatever people entered', () => {
    const seen = aSubscription({ subscriptionId: 'Sub1', suspendedSeenOn: '2026-11-01', suspendedOn: '2026-10-01' });
    expect(sightings([seen, aSubscription({ subscriptionId: 'Sub2', suspendedOn: '2026-10-01' })], [Sub1])).toEqual([]);
  });

  it('takes the mark away where the column lacks it', () => {
    const seen = aSubscription({ subscriptionId: 'Sub1', suspendedSeenOn: '2026-11-01' });
    expect(sightings([seen, aSubscription({ subscriptionId: 'Sub2' })])).toEqual([{ subscriptionId: 'Sub1', before: seen }]);
  });

  it('says nothing of a subscription without a column', () => {
    const other = aSubscription({ subscriptionId: 'Sub9', suspendedSeenOn: '2026-11-01' });
    expect(sightingsIn({ columns: [], suspended: [], stored: [other], today })).toEqual([]);
  });
});
