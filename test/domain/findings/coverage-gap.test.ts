import { describe, expect, it } from 'vitest';
import { agents, aPerson, aSubscription } from '#test/support/builders.ts';
import { findingsOfKind } from './find.ts';

const ending = aSubscription({ expiresOn: '2027-01-01' });
const later = (startsOn: string, subscriptionId = 'Sub2') => aSubscription({ subscriptionId, startsOn, expiresOn: '2029-01-01' });
const both = { Sub1: 'standard-agent', Sub2: 'standard-agent' };

describe('D8 coverage gap', () => {
  it('is named from the first day without access to the first day on which somebody has it again', () => {
    const people = [
      ...agents(2, { holds: both }),
      aPerson({ personId: 'later', holds: { Sub1: 'standard-agent', Sub3: 'standard-agent' } }),
      aPerson({ personId: 'never', holds: { Sub1: 'standard-agent' } }),
    ];
    const subscriptions = [ending, later('2027-02-01'), later('2027-03-01', 'Sub3')];
    expect(findingsOfKind('coverage-gap', { subscriptions, people })).toEqual([
      {
        kind: 'coverage-gap',
        severity: 'info',
        subject: { subscriptionId: 'Sub1' },
        on: '2027-01-01',
        resumesOn: '2027-02-01',
        people: ['agent-0001', 'agent-0002', 'later'],
        admins: 0,
      },
    ]);
  });

  it.each([
    ['the next one starts on the day the first ends', { subscriptions: [ending, later('2027-01-01')] }],
    ['the first is set to renew by itself (D4)', { subscriptions: [{ ...ending, renewal: 'auto' as const }, later('2027-02-01')] }],
    ['the dates of the first are unknown (D5)', { subscriptions: [aSubscription({ withoutTerms: true }), later('2027-02-01')] }],
    ['the gap has begun: they are stranded', { subscriptions: [ending, later('2027-02-01')], today: '2027-01-01' }],
  ])('is none where %s', (_case, tenant) => {
    expect(findingsOfKind('coverage-gap', { people: agents(2, { holds: both }), ...tenant })).toEqual([]);
  });
});
