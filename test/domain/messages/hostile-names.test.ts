import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '#domain/days/day.ts';
import { gsm7Length } from '#domain/messages/gsm7.ts';
import type { Matter, Message } from '#domain/messages/message.ts';
import { render } from '#domain/messages/render.ts';
import { FINDING_KINDS } from '#test/support/finding-kinds.ts';
import { A_LINK_URL, aCodeMessage, aDigest, aFreshLink, aMatter, aPassedOn, aResult, LINK_URLS } from '#test/support/messages.ts';

const EVIL = [
  '\r\nBcc: all@evil.example',
  '\u2028injected',
  '\u202egnirts',
  '\u0000\u0007',
  '👩‍👩‍👧‍👦',
  'שלום',
  'مرحبا بالعالم',
  '田中',
  '"; DROP',
  "‘’“”„«»'`",
  '\n\r\n.\r\nSubject: x',
  '\u2066\u200f',
  '…',
  '\u0301'.repeat(50),
  '\ud800',
  '{€}',
  'https://evil.example/r/x#y',
  'https：／／evil.example',
  'https:\u200d//evil.example',
  '\ufeff',
  ' ',
];
const RUN_ENDS = ['done', 'awaiting-control-hub', 'stopped', 'cancelled', 'undone', 'awaiting-control-hub-back'] as const;
const aName = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .array(fc.oneof(fc.constantFrom(...EVIL), fc.string({ unit: 'binary', maxLength: 20 })), { minLength: 1, maxLength: 12 })
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.constantFrom(...EVIL).map((part) => part.repeat(Math.ceil(200 / part.length))) },
);
const aSubscription = aName.map((name) => ({ name, id: 'Sub1' }));
const anEnd = fc.option(fc.integer({ min: -3000, max: 3000 }), { nil: undefined });

const aHostileMatter: fc.Arbitrary<Matter> = fc
  .record({
    kind: fc.constantFrom(...FINDING_KINDS),
    subscription: aSubscription,
    names: fc.array(aName, { maxLength: 12 }),
    other: aName,
    people: fc.nat(50_000),
    admins: fc.nat(50),
    daysLeft: anEnd,
  })
  .map(({ kind, subscription, names, other, people, admins, daysLeft }) => {
    const {
      on: _on,
      daysLeft: _daysLeft,
      ...matter
    } = aMatter({
      kind,
      subscription,
      names,
      people: people + admins,
      admins,
      primary: { before: other, after: other },
      cliffs: [{ type: 'ivr-outbound', before: 90_000, after: 0, use: { month: '2026-11', used: 1, overage: 1 }, paidBy: other }],
      gap: { people, resumesOn: dayOf('2027-02-01') },
      kinds: [other, other],
      notice: { expiresOn: dayOf('2027-03-01'), renews: true },
      primaryShown: { shown: other, oldest: other },
      partners: [other, other],
      recipient: { name: other, id: 'ben' },
      unreached: { channel: 'sms', delivery: 'gone' },
      escalated: true,
      seats: [{ kind: other, committed: 1, assigned: 2 }],
      telephony: { found: 'vpop', expected: 'webex-calling', chosenBy: other },
      moveOn: { name: other, startsOn: dayOf('2026-12-31') },
    });
    return daysLeft === undefined ? matter : { ...matter, on: dayOf('2027-01-01'), daysLeft };
  });

const aHostileMessage: fc.Arbitrary<Message> = fc.oneof(
  fc
    .record({
      tenantName: aName,
      matters: fc.array(aHostileMatter, { maxLength: 40 }),
      solved: fc.array(fc.record({ kind: fc.constantFrom(...FINDING_KINDS), subscription: aSubscription, recipient: aSubscription }), {
        maxLength: 40,
      }),
      more: fc.nat(100),
    })
    .map((parts) => aDigest({ ...parts, heartbeat: { subscriptions: 3, people: 312 } })),
  fc
    .record({
      tenantName: aName,
      subscription: aSubscription,
      startedBy: aName,
      status: fc.constantFrom(...RUN_ENDS),
      endedBy: aName,
      kind: aName,
    })
    .map(({ kind, ...parts }) =>
      aResult({
        ...parts,
        counts: { moved: 3, unplaced: 2, reverted: 4, moving: 1 },
        seatsToBuy: Array.from({ length: 40 }, () => ({ kind, quantity: 2 })),
        linkId: aFreshLink().linkId,
      }),
    ),
  fc.record({ tenantName: aName, subscription: aSubscription }).map((parts) => aFreshLink(parts)),
  fc.record({ tenantName: aName, subscription: aSubscription }).map((parts) => aCodeMessage(parts)),
  fc
    .record({ tenantName: aName, subscription: aSubscription, askedBy: aName, partner: aName, people: fc.nat(50_000) })
    .map((parts) => aPassedOn(parts)),
);
const aLanguage = fc.constantFrom('en' as const, 'de' as const);
const SENT = { linkUrls: LINK_URLS, code: '042913' };
const bytes = (text: string) => new TextEncoder().encode(text).length;

/** The same message with harmless names of the same number: what its lines should be. */
function harmless(message: Message): Message {
  return JSON.parse(JSON.stringify(message), (key, value) =>
    [
      'name',
      'tenantName',
      'before',
      'after',
      'chosenBy',
      'startedBy',
      'endedBy',
      'paidBy',
      'shown',
      'oldest',
      'askedBy',
      'partner',
    ].includes(key)
      ? 'N'
      : ['names', 'kinds', 'partners'].includes(key)
        ? value.map(() => 'N')
        : value,
  );
}

/** A code stands alone, and so does what is only solved. */
function carriesLink(message: Message): boolean {
  return message.template !== 'code' && (message.template !== 'digest' || message.matters.length > 0);
}

describe('A3 names are hostile', () => {
  it('and cannot break a line, reorder text or outgrow the limits of an e-mail', () => {
    fc.assert(
      fc.property(aHostileMessage, aLanguage, (message, language) => {
        const { subject = '', body } = render(message, { language, channel: 'email', ...SENT });
        expect(bytes(subject)).toBeLessThan(100);
        expect(subject.trim()).not.toBe('');
        expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        expect(bytes(body)).toBeLessThan(200 * 1024);
        expect(body.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\ufeff]/u);
        expect(`${subject}${body}`.isWellFormed()).toBe(true);
        const plain = render(harmless(message), { language, channel: 'email', ...SENT }).body;
        expect(body.split('\n').length).toBe(plain.split('\n').length);
      }),
      { numRuns: 300 },
    );
  });

  it('and cannot bring a link of their own', () => {
    fc.assert(
      fc.property(aHostileMessage, aLanguage, (message, language) => {
        const { body } = render(message, { language, channel: 'email', ...SENT });
        expect(body.replaceAll(A_LINK_URL, '')).not.toContain('://');
        const sms = render(message, { language, channel: 'sms', ...SENT }).body;
        expect(sms.replaceAll(A_LINK_URL, '')).not.toContain('://');
      }),
      { numRuns: 200 },
    );
  });

  it('and leave an SMS in two parts of GSM-7 with its link complete', () => {
    fc.assert(
      fc.property(aHostileMessage, aLanguage, (message, language) => {
        const { subject, body } = render(message, { language, channel: 'sms', ...SENT });
        expect(subject).toBeUndefined();
        expect(body).not.toMatch(/[\r\n]/);
        expect(gsm7Length(body) ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(305);
        if (carriesLink(message)) expect(body.endsWith(` ${A_LINK_URL}`)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('A3 what is left of a name', () => {
  const email = (name: string, language: 'en' | 'de' = 'en') =>
    render(aDigest({ matters: [aMatter({ subscription: { name, id: 'Sub1' } })] }), { language, channel: 'email', linkUrls: LINK_URLS });
  const sms = (name: string) =>
    render(aDigest({ matters: [aMatter({ subscription: { name, id: 'Sub1' } })] }), { language: 'en', channel: 'sms', linkUrls: LINK_URLS })
      .body;

  it('keeps quotes, accents and emoji in an e-mail', () => {
    expect(email('The "Łódź" team 👩‍🚒').body).toContain('“The "Łódź" team 👩‍🚒” (Sub1)');
  });

  it('keeps the direction of a right-to-left name to itself', () => {
    expect(email('שלום').body).toContain('“\u2068שלום\u2069” (Sub1)');
    expect(email('שלום').subject).toContain('“שלום”');
  });

  it('is the id where nothing shows', () => {
    expect(email('\u200b\u200d \n').body).toContain('“Sub1” (Sub1)');
  });

  it('gives way in a subject before the words do', () => {
    expect(email('Europe, Middle East and Africa, Customer Service').subject).toBe(
      'Warning: “Europe, Middle…” ends in 30 days: 12 people (2 of them admins) lose access [Acme]',
    );
  });

  it('is written in letters of an SMS', () => {
    expect(sms('Łódź – Отдел продаж')).toContain('"Lodz - Otdel prodazh"');
  });

  it('is the id in an SMS where no letter can be written', () => {
    expect(sms('田中 👩‍🚒')).toContain('"Sub1"');
  });
});
