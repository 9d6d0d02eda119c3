import { describe, expect, it } from 'vitest';
import { dayOf } from '#domain/days/day.ts';
import { withSince } from '#domain/subscriptions/since.ts';
import { aSubscription } from '#test/support/builders.ts';

const today = dayOf('2026-12-02');
const entered = aSubscription({ startsOn: '2026-06-01', seats: { 'ai-agent': 100 } });
const since = (before: Parameters<typeof withSince>[0]['before'], commitments = entered.commitments) =>
  withSince({ entered: { ...entered, commitments }, before, today }).map((commitment) => commitment.since);

describe('D18 since when a subscription has had a type', () => {
  it('is its start for a new subscription', () => {
    expect(since(undefined)).toEqual(['2026-06-01']);
  });

  it('is its start when an import had only seen the id', () => {
    expect(since(aSubscription({ withoutTerms: true }))).toEqual(['2026-06-01']);
  });

  it('is today for a type new to an existing subscription', () => {
    expect(since(aSubscription({ seats: { 'premium-agent': 5 } }))).toEqual(['2026-12-02']);
  });

  it('stays as stored when the entry leaves it out', () => {
    const before = aSubscription({ commitments: [{ kind: 'ai-agent', quantity: 50, since: dayOf('2026-07-15') }] });
    expect(since(before)).toEqual(['2026-07-15']);
  });

  it('is what the entry says, where it says', () => {
    const said = [{ kind: 'ai-agent', quantity: 50, since: dayOf('2025-01-01') }];
    expect(since(aSubscription(), said)).toEqual(['2025-01-01']);
  });
});
