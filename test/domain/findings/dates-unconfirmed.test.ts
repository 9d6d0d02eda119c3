import { describe, expect, it } from 'vitest';
import { dayOf } from '#domain/days/day.ts';
import { aSubscription } from '#test/support/builders.ts';
import { findingsOfKind } from './find.ts';

const confirmed = (on: string) => aSubscription({ expiresOn: '2028-01-01', datesConfirmedOn: dayOf(on) });

describe('D5 dates unconfirmed', () => {
  it('is a note from the 91st day after somebody last confirmed them', () => {
    expect(findingsOfKind('dates-unconfirmed', { subscriptions: [confirmed('2026-09-03')] })).toEqual([]);
    expect(findingsOfKind('dates-unconfirmed', { subscriptions: [confirmed('2026-09-02')] })).toEqual([
      { kind: 'dates-unconfirmed', severity: 'info', subject: { subscriptionId: 'Sub1' }, confirmedOn: '2026-09-02' },
    ]);
  });

  it.each([
    ['over', { expiresOn: '2026-12-02' }],
    ['cancelled', { cancelledOn: '2026-12-01' }],
    ['without dates, which is a finding of its own', { withoutTerms: true }],
  ])('is none of a subscription that is %s', (_case, overrides) => {
    const subscriptions = [aSubscription({ datesConfirmedOn: dayOf('2026-01-01'), ...overrides })];
    expect(findingsOfKind('dates-unconfirmed', { subscriptions })).toEqual([]);
  });
});
