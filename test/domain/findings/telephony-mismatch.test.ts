import { describe, expect, it } from 'vitest';
import { aSubscription } from '#test/support/builders.ts';
import { findingsOfKind } from './find.ts';

describe('D21 telephony mismatch', () => {
  it('names what was found, what the tenant is bound to, and who chose it', () => {
    const subscriptions = [
      aSubscription({ subscriptionId: 'Sub1', startsOn: '2026-06-01', telephony: 'vpop' }),
      aSubscription({ subscriptionId: 'Sub2', startsOn: '2024-01-01', telephony: 'bundled-pstn' }),
    ];
    expect(findingsOfKind('telephony-mismatch', { subscriptions })).toEqual([
      {
        kind: 'telephony-mismatch',
        severity: 'warning',
        subject: { subscriptionId: 'Sub1' },
        found: 'vpop',
        expected: 'bundled-pstn',
        chosenBy: 'Sub2',
      },
    ]);
  });

  it('does not hold where all have one option, or nobody entered any', () => {
    expect(findingsOfKind('telephony-mismatch', { subscriptions: [aSubscription(), aSubscription({ subscriptionId: 'Sub2' })] })).toEqual(
      [],
    );
    expect(findingsOfKind('telephony-mismatch', { subscriptions: [aSubscription({ withoutTerms: true })] })).toEqual([]);
  });
});
