import { describe, expect, it } from 'vitest';
import { decideAlerts } from '#domain/alerts/decide-alerts.ts';
import { matterOf } from '#domain/alerts/matter.ts';
import { dayOf } from '#domain/days/day.ts';
import { findingsOf } from '#domain/findings/find-all.ts';
import { subjectKey, subjectOf } from '#domain/findings/finding.ts';
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
      { kind: 'recipient-unreachable', severity: 'warning', subject: { recipientId: 'ben', channel: 'email' }, delivery: 'pending' },
      { kind: 'recipient-unreachable', severity: 'warning', subject: { recipientId: 'carla', channel: 'sms' }, delivery: 'gone' },
    ]);
  });

  it('is told to the others once, whatever their departments, and not to the recipient', () => {
    const situation = aSituation(pictureWith(recipient('ben', 'gone')), TODAY);
    const anna = aListener({ departments: ['Sales'] });
    const ben = aListener({ recipientId: 'ben' });
    const [first, own] = decideAlerts({ situation, recipients: [anna, ben], alreadyTold: new Set() });
    const [alert] = first?.audiences[0]?.alerts ?? [];
    expect(alert?.identity).toMatchObject({ kind: 'recipient-unreachable', subject: '#recipient:ben:email', rung: 'once' });
    expect(own?.audiences.flatMap(({ alerts }) => alerts)).toEqual([]);
    const again = decideAlerts({
      situation,
      recipients: [{ ...anna, told: { email: first?.audiences[0]?.told ?? {} } }],
      alreadyTold: new Set(),
    });
    expect(again[0]?.audiences.flatMap(({ alerts }) => alerts)).toEqual([]);
  });

  it('is told of again when the second way is gone, too', () => {
    const anna = aListener();
    const once = decideAlerts({
      situation: aSituation(pictureWith(recipient('ben', 'confirmed', 'gone')), TODAY),
      recipients: [anna],
      alreadyTold: new Set(),
    });
    const told = { email: once[0]?.audiences[0]?.told ?? {} };
    const situation = aSituation(pictureWith(recipient('ben', 'gone', 'gone')), '2026-12-03');
    const then = decideAlerts({ situation, recipients: [{ ...anna, told }], alreadyTold: new Set() });
    expect(then[0]?.audiences[0]?.alerts.map(({ identity }) => identity.subject)).toEqual(['#recipient:ben:email']);
  });

  it.each([
    ['pending', 'en', '“ben” (ben) gets no e-mails from Lapsewatch: the address has not been confirmed.'],
    ['gone', 'en', '“ben” (ben) gets no e-mails from Lapsewatch: the address has been unsubscribed.'],
    ['pending', 'de', '„ben“ (ben) erhält keine E-Mails von Lapsewatch: Die Adresse ist noch nicht bestätigt.'],
    ['gone', 'de', '„ben“ (ben) erhält keine E-Mails von Lapsewatch: Die Adresse wurde abgemeldet.'],
  ] as const)('is named: %s, %s', (delivery, language, headline) => {
    const picture = pictureWith(recipient('ben', delivery));
    const [finding] = findingsOf({ picture, today: TODAY });
    if (finding === undefined) throw new Error('Nothing was found.');
    const matter = matterOf(finding, { picture, today: TODAY, linkId: undefined });
    expect(describeMatter(matter, language).headline).toBe(headline);
  });

  it('is one subject, whatever its text is made of and back', () => {
    for (const subject of [
      { recipientId: idOf.recipient('a.b@c-d_+1'), channel: 'sms' } as const,
      'tenant' as const,
      { subscriptionId: idOf.subscription('Sub1') },
    ])
      expect(subjectOf(subjectKey(subject))).toEqual(subject);
  });
});
