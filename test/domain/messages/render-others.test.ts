import { describe, expect, it } from 'vitest';
import { idOf } from '#domain/ids.ts';
import { gsm7Length } from '#domain/messages/gsm7.ts';
import { linksOf, render } from '#domain/messages/render.ts';
import { A_LINK_URL, aCodeMessage, aDigest, aFreshLink, aMatter, aResult, LINK_URLS } from '#test/support/messages.ts';

const linkId = idOf.link('link-1');

describe('R6 the result of a reassignment', () => {
  it('says by number what became of everybody, and what is left to do', () => {
    const message = aResult({
      counts: { moved: 9, 'already-there': 1, staying: 2, unplaced: 3, pending: 0 },
      seatsToBuy: [{ kind: 'premium-agent', quantity: 3 }],
      linkId,
    });
    const { subject, body } = render(message, { language: 'en', channel: 'email', linkUrls: LINK_URLS });
    expect(subject).toBe('Done: 10 people moved off “Sales”, 3 left behind [Acme]');
    expect(body).toContain('10 people have been moved away from subscription “Sales” (Sub1).\nConfirmed by Ada Lovelace.');
    expect(body).toContain('  - 9 people moved\n  - 1 person already there: only the old licence was taken away\n  - 2 people staying');
    expect(body).toContain('To place everybody, commit 3 more Premium Agent seats.');
    expect(body).toContain(`\n${A_LINK_URL}\n`);
    expect(body).not.toContain('not reached');
  });

  it('leads to the files where Control Hub is awaited', () => {
    const message = aResult({ status: 'awaiting-control-hub', counts: { moving: 1 }, linkId });
    const { subject, body } = render(message, { language: 'de', channel: 'email', linkUrls: LINK_URLS });
    expect(subject).toBe('Zu tun: Umzug von 1 Person aus „Sales“ im Control Hub importieren [Acme]');
    expect(body).toContain(`Ein Klick führt zu den Dateien`);
    expect(body).toContain(`\n${A_LINK_URL}\n`);
    expect(render(message, { language: 'de', channel: 'sms', linkUrls: LINK_URLS }).body).toBe(
      `Acme: Ein Schritt fehlt. Dateien im Control Hub importieren, damit 1 Person aus "Sales" umzieht. Dateien: ${A_LINK_URL}`,
    );
  });

  it('says how far a stopped run came, without a link when there is none', () => {
    const message = aResult({ status: 'stopped', counts: { moved: 5, pending: 3 } });
    const { subject, body } = render(message, { language: 'en', channel: 'email', linkUrls: LINK_URLS });
    expect(subject).toBe('Stopped: move off “Sales”, 5 people moved [Acme]');
    expect(body).toContain('  - 3 people not reached');
    expect(body).not.toContain('https://');
  });

  it('R5 says who cancelled it', () => {
    const message = aResult({ status: 'cancelled', endedBy: 'Grace Hopper', counts: { moved: 5, pending: 3 } });
    const { subject, body } = render(message, { language: 'en', channel: 'email', linkUrls: LINK_URLS });
    expect(subject).toBe('Cancelled: move off “Sales”, 5 people moved [Acme]');
    expect(body).toContain('Confirmed by Ada Lovelace.\nCancelled by Grace Hopper.');
    expect(body).not.toContain('Afterwards, in Control Hub');
  });

  it('R7 says who is back and at risk again, and who is not', () => {
    const message = aResult({ status: 'undone', endedBy: 'Grace Hopper', counts: { reverted: 8, moved: 1, 'already-there': 1 }, linkId });
    const { subject, body } = render(message, { language: 'en', channel: 'email', linkUrls: LINK_URLS });
    expect(subject).toBe('Undone: 8 people back on “Sales”, 2 not [Acme]');
    expect(body).toContain('8 people are on it again, and lose access when it ends.\nConfirmed by Ada Lovelace.\nUndone by Grace Hopper.');
    expect(body).toContain('  - 1 person stays moved: changed since, no seat free, or the old subscription is not active');
    expect(body).toContain('One click opens a new plan');
    expect(render(message, { language: 'de', channel: 'sms', linkUrls: LINK_URLS }).body).toBe(
      `Acme: rückgängig. 8 Personen wieder in "Sales", 2 nicht. Plan: ${A_LINK_URL}`,
    );
  });

  it('R7 leads to the files for the way back', () => {
    const message = aResult({ status: 'awaiting-control-hub-back', endedBy: 'Grace Hopper', counts: { moving: 3, reverted: 1 }, linkId });
    const { subject, body } = render(message, { language: 'de', channel: 'email', linkUrls: LINK_URLS });
    expect(subject).toBe('Zu tun: Rückkehr von 3 Personen nach „Sales“ im Control Hub importieren [Acme]');
    expect(body).toContain('Nur der Control Hub kann 3 Personen zurückholen.');
    expect(body).toContain('Rückgängig gemacht von Grace Hopper.');
  });
});

describe('L2 a fresh link', () => {
  it('goes with the reason why it was sent', () => {
    const { subject, body } = render(aFreshLink(), { language: 'en', channel: 'email', linkUrls: LINK_URLS });
    expect(subject).toBe('Your fresh link: “Sales” [Acme]');
    expect(body).toContain(`\n${A_LINK_URL}\n`);
    expect(body).toContain('If that was not you');
    expect(render(aFreshLink(), { language: 'en', channel: 'sms', linkUrls: LINK_URLS }).body).toBe(
      `Acme: your fresh link for "Sales": ${A_LINK_URL}`,
    );
  });

  it('is never rendered without the link', () => {
    expect(() => render(aFreshLink(), { language: 'en', channel: 'email', linkUrls: new Map() })).toThrow('without its link');
  });
});

describe('L9 a code', () => {
  const written = (language: 'en' | 'de', channel: 'email' | 'sms', message = aCodeMessage()) =>
    render(message, { language, channel, linkUrls: new Map(), code: '042913' });

  it('is what an SMS begins with, which has one part', () => {
    expect(written('en', 'sms').body).toBe(
      '042913 is your code to move people off "Sales" (Acme). Valid for ten minutes at most. Give it to nobody.',
    );
    expect(written('de', 'sms').body).toBe(
      '042913 ist Ihr Code für den Umzug aus "Sales" (Acme). Gilt höchstens zehn Minuten. Nicht weitergeben.',
    );
    const hostile = aCodeMessage({
      tenantName: 'Ł{€}'.repeat(60),
      subscription: { name: '田中 https://evil.example 👩‍🚒'.repeat(9), id: 'Sub1' },
    });
    for (const language of ['en', 'de'] as const) {
      const { body } = written(language, 'sms', hostile);
      expect(body.slice(0, 7)).toBe('042913 ');
      expect(gsm7Length(body) ?? 999).toBeLessThanOrEqual(160);
      expect(body).not.toContain('://');
    }
  });

  it('stands on a line of its own in an e-mail, and not in the subject', () => {
    const { subject, body } = written('en', 'email');
    expect(subject).toBe('Your code to move people off “Sales” [Acme]');
    expect(body).toMatch(/subscription “Sales” \(Sub1\) of Acme[\s\S]*\n042913\n[\s\S]*If that was not you, somebody else has your link\./);
    expect(written('de', 'email')).toMatchObject({
      subject: 'Ihr Code für den Umzug aus „Sales“ [Acme]',
      body: expect.stringMatching(/\n042913\n[\s\S]*Waren Sie das nicht/),
    });
  });

  it('is never missing from its message, and brings no link', () => {
    expect(() => render(aCodeMessage(), { language: 'en', channel: 'sms', linkUrls: LINK_URLS })).toThrow('without its code');
    expect(linksOf(aCodeMessage())).toEqual([]);
  });
});

describe('L1 the links of a message', () => {
  it('are named once each', () => {
    const other = idOf.link('link-2');
    const matters = [aMatter(), aMatter({ linkId: other }), aMatter()];
    expect(linksOf(aDigest({ matters }))).toEqual([linkId, other]);
    expect(linksOf(aFreshLink())).toEqual([linkId]);
    expect(linksOf(aResult())).toEqual([]);
  });
});
