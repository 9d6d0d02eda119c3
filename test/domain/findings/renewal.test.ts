import { describe, expect, it } from 'vitest';
import { agents, aSubscription, type SubscriptionOverrides } from '#test/support/builders.ts';
import { findingsOfKind } from './find.ts';

const renewing = (overrides: SubscriptionOverrides = {}) => ({
  subscriptions: [aSubscription({ renewal: 'auto', ...overrides })],
  people: agents(2, { holds: { Sub1: 'standard-agent' } }),
});

describe('D4 renewal ahead', () => {
  it('is a warning that names whoever holds the subscription, dated by its expiry', () => {
    expect(findingsOfKind('renewal-ahead', renewing())).toEqual([
      {
        kind: 'renewal-ahead',
        severity: 'warning',
        subject: { subscriptionId: 'Sub1' },
        on: '2027-01-01',
        people: ['agent-0001', 'agent-0002'],
        admins: 0,
      },
    ]);
  });

  it.each([
    ['a year before', '2026-01-01', 1],
    ['before the term begins', '2025-12-01', 1],
    ['on its last day', '2026-12-31', 1],
    ['not on the day', '2027-01-01', 0],
  ])('holds while the day is ahead: %s', (_, today, expected) => {
    expect(findingsOfKind('renewal-ahead', { ...renewing(), today })).toHaveLength(expected);
  });

  it.each([
    ['it is renewed by hand', { renewal: 'manual' as const }, 0],
    ['a cancellation comes before', { cancelledOn: '2026-12-24' }, 0],
    ['a cancellation comes on the day', { cancelledOn: '2027-01-01' }, 0],
    ['a cancellation comes later', { cancelledOn: '2027-06-01' }, 1],
    ['it is suspended', { suspendedOn: '2026-11-01' }, 0],
    ['nobody entered its dates', { withoutTerms: true }, 0],
  ])('knows whether there is a renewal to check when %s', (_, overrides, expected) => {
    expect(findingsOfKind('renewal-ahead', renewing(overrides))).toHaveLength(expected);
  });
});

describe('D4 renewal unconfirmed', () => {
  it('is critical from the day of expiry, and names the people it strands', () => {
    expect(findingsOfKind('renewal-unconfirmed', { ...renewing(), today: '2026-12-31' })).toEqual([]);
    const [unconfirmed] = findingsOfKind('renewal-unconfirmed', { ...renewing(), today: '2027-01-01' });
    const [stranded] = findingsOfKind('stranded', { ...renewing(), today: '2027-01-01' });
    expect(unconfirmed).toMatchObject({ severity: 'critical', on: '2027-01-01', people: ['agent-0001', 'agent-0002'] });
    expect(stranded?.people).toEqual(unconfirmed?.people);
  });

  it('holds although nobody is stranded', () => {
    expect(findingsOfKind('renewal-unconfirmed', { ...renewing(), people: [], today: '2027-01-05' })).toMatchObject([{ people: [] }]);
  });

  it.each([
    ['an import sees it suspended on the day', { suspendedSeenOn: '2027-01-01' }],
    ['an import sees it suspended later', { suspendedSeenOn: '2027-01-04' }],
    ['somebody enters a suspension afterwards', { suspendedOn: '2027-01-03' }],
    ['a cancellation is still ahead', { cancelledOn: '2027-06-01' }],
  ])('still holds when %s', (_, overrides) => {
    expect(findingsOfKind('renewal-unconfirmed', { ...renewing(overrides), today: '2027-01-05' })).toMatchObject([
      { severity: 'critical', on: '2027-01-01', people: ['agent-0001', 'agent-0002'] },
    ]);
  });

  it.each([
    ['it was cancelled since', { cancelledOn: '2027-01-04' }],
    ['it was seen suspended before', { suspendedSeenOn: '2026-12-24' }],
    ['it was to be renewed by hand', { renewal: 'manual' as const }],
    ['somebody moved the day forward', { expiresOn: '2028-01-01' }],
    ['it was cancelled before', { cancelledOn: '2026-12-24' }],
    ['it was suspended before', { suspendedOn: '2026-12-24' }],
  ])('does not hold when %s', (_, overrides) => {
    expect(findingsOfKind('renewal-unconfirmed', { ...renewing(overrides), today: '2027-01-05' })).toEqual([]);
  });
});
