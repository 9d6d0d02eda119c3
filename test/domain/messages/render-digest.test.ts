import { describe, expect, it } from 'vitest';
import { dayOf } from '#domain/days/day.ts';
import { idOf } from '#domain/ids.ts';
import { render } from '#domain/messages/render.ts';
import type { Language } from '#domain/tenants/tenant.ts';
import { A_LINK_URL, aDigest, aMatter, LINK_URLS } from '#test/support/messages.ts';

const email = (message = aDigest(), language: Language = 'en') => render(message, { language, channel: 'email', linkUrls: LINK_URLS });
const sms = (message = aDigest(), language: Language = 'en') => render(message, { language, channel: 'sms', linkUrls: LINK_URLS });

const noAdminLeft = aMatter({ kind: 'no-admin-left', severity: 'critical', people: 2, admins: 2, names: ['Ada Lovelace', 'Grace Hopper'] });

describe('A1 a digest by e-mail', () => {
  it('says the worst of it in the subject', () => {
    expect(email(aDigest({ matters: [noAdminLeft, aMatter()], more: 1 })).subject).toBe(
      'Critical: The last full admin loses access in 30 days (+2 more) [Acme]',
    );
  });

  it('tells the whole matter in English', () => {
    const primary = { before: 'Sales', after: 'Service' };
    expect(email(aDigest({ matters: [aMatter({ primary })] })).body).toBe(`Lapsewatch for Acme, Wednesday, 2 December 2026

----------------------------------------

WARNING
Subscription “Sales” (Sub1) ends in 30 days, on Friday, 1 January 2027: 12 people (2 of them admins) lose access.
Admins lose Control Hub, Connect and Engage; agents lose Agent Desktop.
From that day “Service” is the primary subscription instead of “Sales”, and is charged for overage of agents, IVR and Connect.

  - Ada Lovelace
  - Grace Hopper
  - Alan Turing
  - and 9 more

What to do: Move these people to another subscription before that day, or enter the new end if it has been renewed.

One click opens the ready plan: who can go where, and whether there is room. Nothing changes until it is confirmed there; a renewal can be entered there, too.
${A_LINK_URL}

----------------------------------------

You get this message because you are a recipient of Lapsewatch for Acme. The links are yours alone: please do not forward this message.`);
  });

  it('tells the whole matter in German', () => {
    const { subject, body } = email(aDigest({ matters: [aMatter({ people: 1, admins: 1, names: ['Ada Lovelace'], daysLeft: 1 })] }), 'de');
    expect(subject).toBe('Warnung: „Sales“ endet morgen: 1 Admin verliert den Zugang [Acme]');
    expect(body).toContain('Die Subscription „Sales“ (Sub1) endet morgen (Freitag, 1. Januar 2027): 1 Admin verliert den Zugang.');
    expect(body).toContain('\nAdmins verlieren Control Hub, Connect und Engage.\n');
    expect(body).not.toContain('weitere');
  });

  it('names the day to move on when the only target starts later', () => {
    const moveOn = { name: 'Service', startsOn: dayOf('2026-12-31') };
    expect(email(aDigest({ matters: [aMatter({ moveOn })] })).body).toContain(
      'No other subscription can take them before “Service” starts on Thursday, 31 December 2026: move them on that day.',
    );
  });

  it('tells a matter without its link when the link was closed', () => {
    const { body } = email(aDigest({ matters: [aMatter({ linkId: idOf.link('closed') })] }));
    expect(body).toContain('ends in 30 days');
    expect(body).not.toContain('https://');
    expect(body).not.toContain('One click');
  });

  it('says once what a click does, however many links there are', () => {
    const other = idOf.link('link-2');
    const linkUrls = new Map([...LINK_URLS, [other, 'https://lapsewatch.example/r/2#s']]);
    const message = aDigest({ matters: [noAdminLeft, aMatter(), aMatter({ linkId: other })] });
    const { body } = render({ ...message }, { language: 'de', channel: 'email', linkUrls });
    expect(body.match(/Ein Klick/g)).toHaveLength(1);
    expect(body).toContain('\n\nPlan:\nhttps://lapsewatch.example/r/2#s\n');
  });

  it('counts what did not fit', () => {
    expect(email(aDigest({ more: 1 })).body).toContain('1 more matter is not listed in this message.');
    const many = Array.from({ length: 40 }, () => aMatter());
    expect(email(aDigest({ matters: many, more: 2 })).body).toContain('12 more matters are not listed in this message.');
  });
});

describe('C6 a solved notice', () => {
  const solved = [
    { kind: 'access-ends', subscription: { name: 'Service', id: 'Sub2' }, on: dayOf('2027-01-01'), nowOn: dayOf('2028-01-01') } as const,
    { kind: 'over-assigned', subscription: { name: 'Sales', id: 'Sub1' } } as const,
  ];

  it('stands after the matters', () => {
    const { body } = email(aDigest({ solved }));
    expect(body.indexOf('SOLVED')).toBeGreaterThan(body.indexOf('WARNING'));
    expect(body).toContain(
      'Subscription “Service” (Sub2) now ends on Saturday, 1 January 2028 instead of Friday, 1 January 2027.\nThere are enough seats',
    );
  });

  it('is a message of its own when there is nothing else', () => {
    expect(email(aDigest({ matters: [], solved })).subject).toBe('Solved: “Service” and 1 more [Acme]');
    expect(email(aDigest({ matters: [], solved: solved.slice(0, 1) }), 'de').subject).toBe('Erledigt: „Service“ [Acme]');
    expect(sms(aDigest({ matters: [], solved })).body).toBe(
      'Acme: solved. Subscription "Service" (Sub2) now ends on Saturday, 1 January 2028 instead of Friday, 1 January 2027. 1 more solved.',
    );
  });
});

describe('C8 the heartbeat', () => {
  const heartbeat = { subscriptions: 3, people: 1312, nobodyLosesAccessBefore: dayOf('2027-03-31') };

  it('is the last line of the digest', () => {
    const lastLine = (language: Language) => email(aDigest({ heartbeat }), language).body.split('\n').at(-1);
    expect(lastLine('en')).toBe('Watching 3 subscriptions, 1,312 people; nobody loses access before Wednesday, 31 March 2027.');
    expect(lastLine('de')).toBe('Im Blick: 3 Subscriptions, 1.312 Personen; vor dem 31.3.2027 verliert niemand den Zugang.');
  });

  it.each([
    ['en', 12, '312 people; 12 of them have no access today, nobody else loses it before Wednesday, 31 March 2027.'],
    ['en', 1, '312 people; 1 of them has no access today, nobody else loses it before Wednesday, 31 March 2027.'],
    ['de', 12, '312 Personen; 12 davon haben heute keinen Zugang, vor dem 31.3.2027 verliert ihn sonst niemand.'],
    ['de', 1, '312 Personen; 1 davon hat heute keinen Zugang, vor dem 31.3.2027 verliert ihn sonst niemand.'],
  ] as const)('never sounds like an all-clear while people are without access: %s, %i', (language, stranded, end) => {
    const { body } = email(aDigest({ heartbeat: { ...heartbeat, people: 312, stranded } }), language);
    expect(body.split('\n').at(-1)).toMatch(new RegExp(`${end.replaceAll('.', '\\.')}$`));
  });

  it('U2 has under it, on a line of its own, the head of the audit chain', () => {
    const auditHead = { number: 12345, hash: 'ab'.repeat(32) };
    const lastLines = (language: Language) =>
      email(aDigest({ heartbeat: { ...heartbeat, auditHead } }), language)
        .body.split('\n')
        .slice(-2);
    expect(lastLines('en')).toEqual([expect.stringMatching(/^Watching/), `Audit chain: number 12345, hash ${auditHead.hash}`]);
    expect(lastLines('de')).toEqual([expect.stringMatching(/^Im Blick/), `Audit-Kette: Nummer 12345, Hash ${auditHead.hash}`]);
  });

  it('is a message of its own when there is nothing else', () => {
    const { subject, body } = email(aDigest({ matters: [], heartbeat: { subscriptions: 1, people: 1 } }));
    expect(subject).toBe('Lapsewatch: watching 1 subscription, 1 person [Acme]');
    expect(body).toMatch(/Watching 1 subscription, 1 person; nobody is known to lose access\.$/);
  });
});

describe('A1 a digest by SMS', () => {
  it('is understood at a glance', () => {
    expect(sms().body).toBe(`Acme: "Sales" ends in 30 days (1 Jan 2027): 12 people (2 of them admins) lose access. Plan: ${A_LINK_URL}`);
    expect(sms(aDigest(), 'de').body).toBe(
      `Acme: "Sales" endet in 30 Tagen (1.1.2027): 12 Personen (davon 2 Admins) verlieren den Zugang. Plan: ${A_LINK_URL}`,
    );
  });

  it('names what is solved meanwhile, since no other SMS will', () => {
    const solved = [{ kind: 'access-ends', subscription: { name: 'Service', id: 'Sub2' } } as const, { kind: 'no-admin-left' } as const];
    expect(sms(aDigest({ solved })).body).toContain('lose access. Solved: "Service" and 1 more. Plan: https');
    expect(sms(aDigest({ solved: solved.slice(1) }), 'de').body).toContain('den Zugang. Erledigt: 1 Punkt. Plan: https');
  });

  it('does not call solved what was only put off and is told anew', () => {
    const putOff = { kind: 'access-ends', subscription: { name: 'Sales', id: 'Sub1' }, nowOn: dayOf('2027-01-01') } as const;
    expect(sms(aDigest({ solved: [putOff] })).body).not.toContain('Solved');
  });

  it('has no subject', () => {
    expect(sms().subject).toBeUndefined();
  });

  it('tells the worst matter and the number of the others, with the one link', () => {
    const matters = [{ ...noAdminLeft, linkId: idOf.link('none') }, aMatter()];
    expect(sms(aDigest({ matters, more: 3 })).body).toBe(
      `Acme: The last full admin loses access in 30 days (1 Jan 2027). 4 more matters. Plan: ${A_LINK_URL}`,
    );
  });
});
