import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/runtime/digest.ts';
import { systemRandomness } from '#adapters/runtime/randomness.ts';
import { decideAlerts } from '#domain/alerts/decide-alerts.ts';
import { aPerson, aPicture, aSubscription } from '#test/support/builders.ts';
import { aListener, aSituation } from '#test/support/watch.ts';
import type { StoredRecipient } from '#use-cases/stored.ts';
import { changesFor } from '#use-cases/tell-recipient.ts';

const ids = Array.from({ length: 40 }, (_, n) => `Sub${n + 1}`);
const picture = aPicture({
  subscriptions: ids.map((subscriptionId) => aSubscription({ subscriptionId, expiresOn: '2026-12-04' })),
  people: ids.map((id) => aPerson({ personId: `of-${id}`, holds: { [id]: 'standard-agent' } })),
});
const anna: StoredRecipient = {
  ...aListener(),
  name: 'Anna',
  language: 'en',
  mayAct: true,
  escalation: false,
  revision: 1,
  toldRevision: 0,
  channels: { email: { address: 'a', delivery: 'confirmed' }, sms: { address: 's', delivery: 'confirmed' } },
};

describe('C3 what is written for one recipient', () => {
  it('is one transaction even with more than 30 matters over both channels', () => {
    const situation = aSituation(picture, '2026-12-02');
    const [decision] = decideAlerts({ situation, recipients: [anna], alreadyTold: new Set() });
    if (decision === undefined) throw new Error('One recipient, one decision.');
    const { changes, outboxIds } = changesFor({ randomness: systemRandomness(), digest: sha256 }, { situation, decision });
    expect([changes.length, outboxIds.length]).toEqual([30 + 30 + 1 + 30 + 1 + 1 + 1, 2]);
    expect(changes.length).toBeLessThanOrEqual(100);
  });
});
