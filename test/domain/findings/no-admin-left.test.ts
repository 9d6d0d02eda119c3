import { describe, expect, it } from 'vitest';
import { aFullAdmin, agents, aSubscription } from '#test/support/builders.ts';
import { findingsOfKind } from './find.ts';

const subscriptions = [aSubscription()];

describe('D11 lock-out findings', () => {
  it('name every full admin who is judged, on the day nobody is left', () => {
    const people = [
      aFullAdmin({ holds: { Sub1: 'premium-agent' } }),
      aFullAdmin({ personId: 'admin-2', holds: { Sub1: 'premium-agent' } }),
    ];
    expect(findingsOfKind('no-admin-left', { subscriptions, people })).toEqual([
      { kind: 'no-admin-left', severity: 'critical', subject: 'tenant', on: '2027-01-01', people: ['admin-1', 'admin-2'], admins: 2 },
    ]);
    expect(findingsOfKind('admins-unknown', { subscriptions, people })).toEqual([]);
  });

  it('are a warning instead where no full admin with an assignment is known', () => {
    const people = agents(2, { holds: { Sub1: 'standard-agent' } });
    expect(findingsOfKind('admins-unknown', { subscriptions, people })).toEqual([
      { kind: 'admins-unknown', severity: 'warning', subject: 'tenant' },
    ]);
    expect(findingsOfKind('no-admin-left', { subscriptions, people })).toEqual([]);
  });

  it('do not exist for a tenant without any subscription', () => {
    expect(findingsOfKind('admins-unknown', {})).toEqual([]);
  });
});
