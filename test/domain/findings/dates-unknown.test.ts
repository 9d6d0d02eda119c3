import { describe, expect, it } from 'vitest';
import { agents, aSubscription } from '#test/support/builders.ts';
import { findingsOfKind } from './find.ts';

const people = agents(2, { holds: { Sub1: 'standard-agent' } });

describe('D5 dates unknown', () => {
  it('is a warning for a subscription that only an import has seen, and names who gets access from it', () => {
    expect(findingsOfKind('dates-unknown', { subscriptions: [aSubscription({ withoutTerms: true })], people })).toEqual([
      { kind: 'dates-unknown', severity: 'warning', subject: { subscriptionId: 'Sub1' }, people: ['agent-0001', 'agent-0002'], admins: 0 },
    ]);
  });

  it('still holds once an import saw the subscription suspended', () => {
    const subscriptions = [aSubscription({ withoutTerms: true, suspendedSeenOn: '2026-12-01' })];
    expect(findingsOfKind('dates-unknown', { subscriptions, people })).toHaveLength(1);
  });

  it('ends when somebody enters the dates', () => {
    expect(findingsOfKind('dates-unknown', { subscriptions: [aSubscription()], people })).toEqual([]);
  });
});
