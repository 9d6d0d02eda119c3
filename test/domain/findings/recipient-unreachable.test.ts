import { describe, expect, it } from 'vitest';
import { decideAlerts } from '#domain/alerts/decide-alerts.ts';
import { matterOf } from '#domain/alerts/matter.ts';
import { dayOf } from '#domain/days/day.ts';
import { findingsOf } from '#domain/findings/find-all.ts';
import { idOf } from '#domain/ids.ts';
import { describeMatter } from '#domain/messages/describe-matter.ts';
import type { Delivery, WatchedRecipient } from '#domain/recipients/recipient.ts';
import { aPicture } from '#test/support/builders.ts';
import { aListener, aSituation } from '#test/support/watch.ts';

const TODAY = dayOf('2026-12-02');
const recipient = (recipientId: string, email: Delivery, sms?: Delivery): WatchedRecipient => ({
  recipientId: idOf.recipient(recipientId),
  name: recipientId,
  channels: { email: { delivery: email }, ...(sms !== undefined && { sms: { delivery: sms } }) },
});
const pictureWith = (...recipients: readonly WatchedRecipient[]) => aPicture({ recipients });

describe('A5 a recipient whom nothing reaches', () => {
  it('is found with the ways that lead nowhere, and nobody else is', () => {
    const picture = pictureWith(recipient('ben', 'pending'), recipient('anna', 'confirmed'), recipient('carla', 'confirmed', 'gone'));
    expect(findingsOf({ picture, today: TODAY })).toEqual([
      {
        kind: 'recipient-unreachable',
        severity: 'warning',
        subject: { recipientId: 'ben' },
        unreached: [{ channel: 'email', delivery: 'pending' }],
      },
      {
        kind: 'recipient-unreachable',
        severity: 'warning',
        subject: { recipientId: 'carla' },
        unreached: [{ channel: 'sms', delivery: 'gone' }],
      },
    ]);
  });

  it('is told to the others once, whatever their departments, and not to the recipient', () => {
    const situation = aSituation(pictureWith(recipient('ben', 'gone')), TODAY);
    const anna = aListener({ departments: ['Sales'] });
    const ben = aListener({ recipientId: 'ben' });
    const [first, own] = decideAlerts({ situation, recipients: [anna, ben], alreadyTold: new Set() });
    const [alert] = first?.audiences[0]?.alerts ?? [];
    expect(alert?.identity).toMatchObject({ kind: 'recipient-unreachable', subject: '#recipient:ben', rung: 'once' });
    expect(own?.audiences.flatMap(({ alerts }) => alerts)).toEqual([]);
    const again = decideAlerts({
      situation,
      recipients: [{ ...anna, told: { email: first?.audiences[0]?.told ?? {} } }],
      alreadyTold: new Set(),
    });
    expect(again[0]?.audiences.flatMap(({ alerts }) => alerts)).toEqual([]);
  });

  it('is named, in both languages', () => {
    const picture = pictureWith(recipient('ben', 'pending', 'gone'));
    const [finding] = findingsOf({ picture, today: TODAY });
    if (finding === undefined) throw new Error('Nothing was found.');
    const matter = matterOf(finding, { picture, today: TODAY, linkId: undefined });
    expect(describeMatter(matter, 'en').headline).toBe(
      '“ben” (ben) gets no messages from Lapsewatch: the e-mail address has not been confirmed; the mobile number has been unsubscribed.',
    );
    expect(describeMatter(matter, 'de').headline).toBe(
      '„ben“ (ben) erhält keine Nachrichten von Lapsewatch: Die E-Mail-Adresse ist noch nicht bestätigt; Die Mobilnummer wurde abgemeldet.',
    );
  });
});
