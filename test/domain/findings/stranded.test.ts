import { describe, expect, it } from 'vitest';
import { aFullAdmin, aPerson, aSubscription } from '#test/support/builders.ts';
import { findingsOfKind } from './find.ts';

const subscriptions = [
  aSubscription({ subscriptionId: 'Sub1', expiresOn: '2026-12-01' }),
  aSubscription({ subscriptionId: 'Sub2', expiresOn: '2026-11-01' }),
  aSubscription({ subscriptionId: 'Sub3', startsOn: '2027-01-01', expiresOn: '2028-01-01' }),
  aSubscription({ subscriptionId: 'Sub4', startsOn: '2027-06-01', expiresOn: '2028-06-01', cancelledOn: '2027-05-01' }),
];

describe('D10 stranded', () => {
  it('is one critical finding for each subscription whose end took access, admins first, dated by that end', () => {
    const people = [
      aPerson({ personId: 'a', holds: { Sub1: 'standard-agent', Sub2: 'standard-agent' } }),
      aPerson({ personId: 'b', holds: { Sub2: 'standard-agent' } }),
      aFullAdmin({ personId: 'c', holds: { Sub1: 'premium-agent' } }),
    ];
    expect(findingsOfKind('stranded', { subscriptions, people })).toEqual([
      { kind: 'stranded', severity: 'critical', subject: { subscriptionId: 'Sub2' }, on: '2026-11-01', people: ['b'], admins: 0 },
      { kind: 'stranded', severity: 'critical', subject: { subscriptionId: 'Sub1' }, on: '2026-12-01', people: ['c', 'a'], admins: 1 },
    ]);
  });

  it.each([
    ['waiting', { holds: { Sub3: 'standard-agent' } }],
    ['unassigned', {}],
    ['inactive', { status: 'inactive' as const, holds: { Sub1: 'standard-agent' } }],
  ])('leaves out somebody who is %s', (_, person) => {
    expect(findingsOfKind('stranded', { subscriptions, people: [aPerson(person)] })).toEqual([]);
  });

  it('has no date where the end that prevents access is still ahead', () => {
    const [finding] = findingsOfKind('stranded', { subscriptions, people: [aPerson({ holds: { Sub4: 'standard-agent' } })] });
    expect(finding).toEqual({
      kind: 'stranded',
      severity: 'critical',
      subject: { subscriptionId: 'Sub4' },
      people: ['agent-1'],
      admins: 0,
    });
  });

  it('is the tenant’s own, without a date, for people of whom no subscription is known', () => {
    const people = [aPerson({ holds: { Nowhere: 'standard-agent' } })];
    expect(findingsOfKind('stranded', { subscriptions, people })).toEqual([
      { kind: 'stranded', severity: 'critical', subject: 'tenant', people: ['agent-1'], admins: 0 },
    ]);
  });
});
