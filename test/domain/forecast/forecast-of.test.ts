import { describe, expect, it } from 'vitest';
import { dayOf } from '#domain/days/day.ts';
import { forecastOf } from '#domain/forecast/forecast-of.ts';
import type { TenantPicture } from '#domain/tenants/picture.ts';
import { agents, aPerson, aPicture, aSubscription, FOUNDING_DAY, theFoundingExample } from '#test/support/builders.ts';

describe('D15 the forecast', () => {
  it('shows of the founding example the hand-over and the day on which both lose access', () => {
    const { primary, horizon } = forecastFrom(theFoundingExample(), { from: FOUNDING_DAY, to: '2027-12-02' });
    expect(primary).toEqual([
      { from: '2026-12-02', to: '2026-12-31', subscriptionId: 'Sub1' },
      { from: '2027-01-01', to: '2027-12-02', subscriptionId: 'Sub2' },
    ]);
    expect(horizon).toEqual([
      { from: '2026-12-02', to: '2026-12-31', total: 2, covered: 2, stranded: 0, waiting: 0, unassigned: 0 },
      { from: '2027-01-01', to: '2027-12-02', total: 2, covered: 0, stranded: 2, waiting: 0, unassigned: 0 },
    ]);
  });

  const younger = aSubscription({ subscriptionId: 'Young', startsOn: '2025-01-01', expiresOn: '2029-01-01' });
  const older = (startsOn: string, expiresOn: string) => aSubscription({ subscriptionId: 'Old', startsOn, expiresOn });

  it('shows each hand-over, from the oldest to the next oldest', () => {
    const oldest = aSubscription({ subscriptionId: 'Oldest', startsOn: '2023-01-01', expiresOn: '2026-12-10' });
    expect(primaries([younger, oldest, older('2024-06-01', '2027-03-01')], '2027-12-31')).toEqual([
      '2026-12-02..2026-12-09 Oldest',
      '2026-12-10..2027-02-28 Old',
      '2027-03-01..2027-12-31 Young',
    ]);
  });

  it('hands back at once where an older subscription that had lapsed is renewed, and not where it is not', () => {
    expect(primaries([younger, older('2024-01-01', '2026-12-01')], '2026-12-31')).toEqual(['2026-12-02..2026-12-31 Young']);
    expect(primaries([younger, older('2024-01-01', '2026-12-20')], '2026-12-31')).toEqual([
      '2026-12-02..2026-12-19 Old',
      '2026-12-20..2026-12-31 Young',
    ]);
  });

  it('names nobody in a gap between two terms', () => {
    const next = aSubscription({ subscriptionId: 'Next', startsOn: '2027-01-10', expiresOn: '2028-01-01' });
    expect(primaries([older('2024-01-01', '2027-01-01'), next], '2027-01-31')).toEqual([
      '2026-12-02..2026-12-31 Old',
      '2027-01-01..2027-01-09 nobody',
      '2027-01-10..2027-01-31 Next',
    ]);
  });

  it('D4 expects what renews by itself to go on, up to a cancellation', () => {
    const renewing = aSubscription({ startsOn: '2024-01-01', expiresOn: '2027-01-01', renewal: 'auto' });
    expect(primaries([renewing], '2028-01-01')).toEqual(['2026-12-02..2028-01-01 Sub1']);
    expect(primaries([{ ...renewing, cancelledOn: dayOf('2027-06-01') }], '2028-01-01')).toEqual([
      '2026-12-02..2027-05-31 Sub1',
      '2027-06-01..2028-01-01 nobody',
    ]);
  });

  it('D5 counts those whose only subscription has no dates as covered today and not beyond', () => {
    const picture = aPicture({
      subscriptions: [aSubscription({ withoutTerms: true })],
      people: [aPerson({ holds: { Sub1: 'standard-agent' } })],
    });
    const { horizon, primary } = forecastFrom(picture, { from: FOUNDING_DAY, to: '2026-12-31' });
    expect(horizon.map(({ from, covered, stranded }) => ({ from, covered, stranded }))).toEqual([
      { from: '2026-12-02', covered: 1, stranded: 0 },
      { from: '2026-12-03', covered: 0, stranded: 1 },
    ]);
    expect(primary).toEqual([{ from: '2026-12-02', to: '2026-12-31' }]);
  });

  it('takes well under a second for 50,000 people on 20 subscriptions', () => {
    const ids = Array.from({ length: 20 }, (_, n) => `Sub${n + 10}`);
    const subscriptions = ids.map((subscriptionId, n) =>
      aSubscription({ subscriptionId, expiresOn: `2027-01-${String(n + 1).padStart(2, '0')}` }),
    );
    const people = ids.flatMap((id) => agents(2_500, { holds: { [id]: 'standard-agent' } }));
    const began = performance.now();
    const { horizon } = forecastFrom(aPicture({ subscriptions, people }), { from: FOUNDING_DAY, to: '2027-12-02' });
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(horizon.map(({ covered }) => covered)).toEqual(Array.from({ length: 21 }, (_, n) => 50_000 - n * 2_500));
  });
});

function forecastFrom(picture: TenantPicture, { from, to }: { readonly from: string; readonly to: string }) {
  return forecastOf({ picture, today: FOUNDING_DAY, from: dayOf(from), to: dayOf(to) });
}

function primaries(subscriptions: TenantPicture['subscriptions'], to: string): readonly string[] {
  const { primary } = forecastFrom(aPicture({ subscriptions }), { from: FOUNDING_DAY, to });
  return primary.map((each) => `${each.from}..${each.to} ${each.subscriptionId ?? 'nobody'}`);
}
