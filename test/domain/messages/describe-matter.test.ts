import { describe, expect, it } from 'vitest';
import { dayOf } from '#domain/days/day.ts';
import { describeMatter } from '#domain/messages/describe-matter.ts';
import type { Matter } from '#domain/messages/message.ts';
import { FINDING_KINDS } from '#test/support/finding-kinds.ts';
import { aMatter } from '#test/support/messages.ts';

const ended = { on: dayOf('2026-11-30'), daysLeft: -2 };
const { on: _on, daysLeft: _daysLeft, ...undated } = aMatter();

const english: readonly (readonly [string, Matter, string])[] = [
  [
    'ends today',
    aMatter({ daysLeft: 0 }),
    'Subscription “Sales” (Sub1) ends today (Friday, 1 January 2027): 12 people (2 of them admins) lose access.',
  ],
  [
    'one person',
    aMatter({ people: 1, admins: 0 }),
    'Subscription “Sales” (Sub1) ends in 30 days, on Friday, 1 January 2027: 1 person loses access.',
  ],
  [
    'one admin among several',
    aMatter({ admins: 1 }),
    'Subscription “Sales” (Sub1) ends in 30 days, on Friday, 1 January 2027: 12 people (1 of them an admin) lose access.',
  ],
  [
    'thousands',
    aMatter({ people: 5000, admins: 0 }),
    'Subscription “Sales” (Sub1) ends in 30 days, on Friday, 1 January 2027: 5,000 people lose access.',
  ],
  [
    'renewal ahead',
    aMatter({ kind: 'renewal-ahead' }),
    'Subscription “Sales” (Sub1) is set to renew in 30 days, on Friday, 1 January 2027. The access of 12 people (2 of them admins) depends on it.',
  ],
  [
    'renewal unconfirmed',
    aMatter({ kind: 'renewal-unconfirmed', ...ended }),
    'Subscription “Sales” (Sub1) was set to renew 2 days ago, on Monday, 30 November 2026, and nobody has confirmed that it did. It counts as lapsed: 12 people (2 of them admins) may be without access.',
  ],
  [
    'a renewal that nobody depends on',
    aMatter({ kind: 'renewal-ahead', people: 0, admins: 0 }),
    'Subscription “Sales” (Sub1) is set to renew in 30 days, on Friday, 1 January 2027. Nobody’s access depends on it.',
  ],
  [
    'an unconfirmed renewal that nobody depends on',
    aMatter({ kind: 'renewal-unconfirmed', ...ended, people: 0, admins: 0 }),
    'Subscription “Sales” (Sub1) was set to renew 2 days ago, on Monday, 30 November 2026, and nobody has confirmed that it did. It counts as lapsed.',
  ],
  [
    'no dates and nobody on it',
    { ...undated, kind: 'dates-unknown', people: 0, admins: 0 },
    'Nobody has entered the dates of subscription “Sales” (Sub1). Nobody holds its licences today.',
  ],
  [
    'stranded by an end',
    aMatter({ kind: 'stranded', ...ended, people: 1, admins: 0 }),
    '1 person has no access. Subscription “Sales” (Sub1) ended 2 days ago, on Monday, 30 November 2026.',
  ],
  [
    'stranded without a day',
    { ...undated, kind: 'stranded' },
    '12 people (2 of them admins) have no access. Their licences belong to subscription “Sales” (Sub1).',
  ],
  [
    'no admin left today',
    aMatter({ kind: 'no-admin-left', daysLeft: 0 }),
    'No full admin has access any more: nobody can repair anything in Control Hub.',
  ],
  [
    'move not confirmed',
    { ...undated, kind: 'move-not-confirmed' },
    'The move of 12 people (2 of them admins) away from subscription “Sales” (Sub1) is not yet confirmed in Control Hub.',
  ],
];

describe('A1 a matter in sentences', () => {
  it.each(english)('has a headline: %s', (_case, matter, headline) => {
    expect(describeMatter(matter, 'en').headline).toBe(headline);
  });

  it('says what admins and agents lose, each where there are such', () => {
    expect(describeMatter(aMatter({ admins: 0 }), 'en').facts).toEqual(['Agents lose Agent Desktop.']);
    expect(describeMatter(aMatter({ people: 2, admins: 2 }), 'de').facts).toEqual(['Admins verlieren Control Hub, Connect und Engage.']);
    expect(describeMatter(aMatter({ kind: 'stranded' }), 'de').facts).toEqual([
      'Admins haben keinen Zugriff auf Control Hub, Connect und Engage, Agenten keinen auf Agent Desktop.',
    ]);
  });

  it('says that no primary is left', () => {
    expect(describeMatter(aMatter({ primary: { before: 'Sales' } }), 'en').facts[1]).toBe(
      'From that day the tenant has no primary subscription; until then it is “Sales”.',
    );
  });

  it('says since when another one is primary, once that day has come', () => {
    const primary = { before: 'Sales', after: 'Service' };
    expect(describeMatter(aMatter({ kind: 'stranded', daysLeft: 0, primary }), 'en').facts[1]).toMatch(
      /^Since that day “Service” has been the primary/,
    );
    expect(describeMatter(aMatter({ kind: 'stranded', daysLeft: -3, primary }), 'de').facts[1]).toMatch(
      /^Seit diesem Tag ist „Service“ statt „Sales“/,
    );
  });

  it('does not claim that people have lost access when a renewal is only unconfirmed', () => {
    expect(describeMatter(aMatter({ kind: 'renewal-unconfirmed', ...ended }), 'en').facts[0]).toMatch(/^Admins lose Control Hub/);
  });

  it.each<['en' | 'de', Required<Matter>['cliffs'][number], number, string]>([
    [
      'en',
      { type: 'agents', before: 25, after: 15, use: { month: '2026-11', used: 27, overage: 12 }, paidBy: 'Service' },
      30,
      'Agents: from that day 15 committed instead of 25; of the 27 used in November 2026, 12 would be overage, charged to “Service”.',
    ],
    [
      'de',
      { type: 'agents', before: 25, after: 15, use: { month: '2026-11', used: 27, overage: 12 }, paidBy: 'Service' },
      30,
      'Agenten: ab diesem Tag 15 statt 25 zugesagt; die Nutzung im November 2026 (27) läge um 12 darüber, und das zahlt „Service“.',
    ],
    [
      'en',
      { type: 'ivr', before: 4000, after: 3000, use: { month: '2026-11', used: 2500, overage: 0 }, paidBy: 'Service' },
      -2,
      'IVR: since that day 3,000 committed instead of 4,000; the 2,500 used in November 2026 are still within that.',
    ],
    [
      'de',
      { type: 'ivr', before: 4000, after: 3000, use: { month: '2026-11', used: 2500, overage: 0 }, paidBy: 'Service' },
      -2,
      'IVR: seit diesem Tag 3.000 statt 4.000 zugesagt; die Nutzung im November 2026 (2.500) ist damit noch abgedeckt.',
    ],
    [
      'en',
      { type: 'ai-agent', before: 5, after: 2, paidBy: 'Service' },
      30,
      'AI Agent: from that day 2 committed instead of 5; overage is charged to “Service”.',
    ],
    ['de', { type: 'ai-agent', before: 5, after: 0 }, 30, 'AI Agent: ab diesem Tag 0 statt 5 zugesagt.'],
  ])('says in %s what the end means for overage, after who is primary: %o', (language, cliff, daysLeft, sentence) => {
    const { facts } = describeMatter(aMatter({ daysLeft, primary: { before: 'Sales', after: 'Service' }, cliffs: [cliff] }), language);
    expect(facts.slice(2)).toEqual([sentence]);
  });

  it('names the gap of those who get access again', () => {
    const gap = { people: 2, resumesOn: dayOf('2027-02-01') };
    expect(describeMatter(aMatter({ gap }), 'en').facts[1]).toBe(
      '2 of them get access again later, with another subscription, from Monday, 1 February 2027.',
    );
    expect(describeMatter(aMatter({ gap: { ...gap, people: 1 } }), 'de').facts[1]).toBe(
      'Davon bekommt 1 Person später durch eine andere Subscription wieder Zugang, am Montag, 1. Februar 2027.',
    );
  });

  it('names what people lose who keep their access', () => {
    const reduced = aMatter({ kind: 'reduced', people: 2, admins: 0, kinds: ['premium-agent', 'wfo'] });
    expect(describeMatter(reduced, 'en')).toMatchObject({
      headline:
        'Subscription “Sales” (Sub1) ends in 30 days, on Friday, 1 January 2027: 2 people lose some of their licences with it, but keep access.',
      facts: ['What is lost: Premium Agent, wfo.'],
    });
    expect(describeMatter({ ...reduced, ...ended }, 'de').headline).toBe(
      'Die Subscription „Sales“ (Sub1) endete vor 2 Tagen, am Montag, 30. November 2026: 2 Personen haben damit einen Teil der Lizenzen verloren.',
    );
  });

  it('names the last day to cancel, and what happens otherwise', () => {
    const notice = aMatter({ kind: 'notice-deadline', people: 0, admins: 0, notice: { expiresOn: dayOf('2027-03-01'), renews: true } });
    expect(describeMatter(notice, 'en').headline).toBe(
      'The last day to cancel or renegotiate subscription “Sales” (Sub1) is in 30 days, on Friday, 1 January 2027. It is set to renew on 1 Mar 2027.',
    );
    expect(describeMatter(notice, 'de').headline).toBe(
      'Die Frist, um die Subscription „Sales“ (Sub1) zu kündigen oder neu zu verhandeln, endet in 30 Tagen, am Freitag, 1. Januar 2027. Die Subscription soll sich am 1.3.2027 automatisch verlängern.',
    );
  });

  it('lists seats by the names people know', () => {
    const seats = [
      { kind: 'premium-agent', committed: 10, assigned: 12 },
      { kind: 'wfo', committed: 0, assigned: 1 },
    ];
    expect(describeMatter(aMatter({ kind: 'over-assigned', seats }), 'de').facts).toEqual([
      'Premium Agent: 12 vergeben, 10 zugesagt.',
      'wfo: 1 vergeben, 0 zugesagt.',
    ]);
  });

  it('names both telephony options and who chose the first', () => {
    const telephony = { found: 'vpop', expected: 'webex-calling', chosenBy: 'Service' } as const;
    expect(describeMatter(aMatter({ kind: 'telephony-mismatch', telephony }), 'en').facts).toEqual([
      'It has VPOP; the tenant has had Webex Calling since its first subscription, “Service”.',
    ]);
  });

  it('has a word for each severity', () => {
    const words = (['critical', 'warning', 'info'] as const).map((severity) => describeMatter(aMatter({ severity }), 'de').severity);
    expect(words).toEqual(['Kritisch', 'Warnung', 'Hinweis']);
  });

  it.each(FINDING_KINDS)('is said in both languages, with what to do: %s', (kind) => {
    const english = describeMatter(aMatter({ kind }), 'en');
    const german = describeMatter(aMatter({ kind }), 'de');
    expect(german.headline).not.toBe(english.headline);
    expect(german.advice).not.toBe(english.advice);
    for (const text of [english.headline, english.advice, german.headline, german.advice]) expect(text).toMatch(/^\S.*\.$/);
  });
});
