import { describe, expect, it } from 'vitest';
import type { Effects, Language, Review } from '../../lambdas/links/page/browser/answers.ts';
import { payerNotes } from '../../lambdas/links/page/browser/payer-notes.ts';
import { textsIn } from '../../lambdas/links/page/browser/texts.ts';

const ON = '2027-01-01';
const NOBODY = { moves: 0, staying: 0, alreadyThere: 0, unplaced: 0 };

function notesOf(language: Language, effects: Partial<Effects>): readonly string[] {
  const review: Review = {
    tenant: { tenantId: 'acme', name: 'Acme', mode: 'book' },
    recipient: { recipientId: 'anna', name: 'Anna', language },
    mayAct: true,
    subscription: { subscriptionId: 'Sub1', name: 'Sales', status: 'active' },
    plans: [{ planHash: 'x', counts: NOBODY, effects: { seats: [], liability: [], cliffs: [], ...effects }, seatsToBuy: [] }],
    candidates: [{ subscriptionId: 'Sub2', name: 'Service', fits: 0 }],
    people: [],
    peopleCount: 0,
  };
  return payerNotes({ language, texts: textsIn(language) }, review);
}

const agents = { on: ON, type: 'agents', before: 25, after: 15, used: 27, overage: 12, paidBy: 'Sub2' } as const;

describe('P7 the page says beneath the plans, by name', () => {
  it.each([
    [
      'en',
      [
        'Whatever you choose: from 1 January 2027 the primary subscription is “Service” instead of “Sales”, and is charged for overage of agents, IVR and Connect.',
        'From 1 January 2027 overage of AI Agent is charged to “Service” instead of “Sales”.',
        'On 1 January 2027 what is committed for agents falls from 25 to 15. Of what was used last, 27, that leaves 12 as overage, charged to “Service”.',
      ],
    ],
    [
      'de',
      [
        'Wie Sie auch wählen: Ab 1. Januar 2027 ist „Service“ statt „Sales“ die primäre Subscription und zahlt die Überschreitung bei Agenten, IVR und Connect.',
        'Ab 1. Januar 2027 zahlt „Service“ statt „Sales“ die Überschreitung bei AI Agent.',
        'Am 1. Januar 2027 sinkt die zugesagte Menge bei Agenten von 25 auf 15. Von den zuletzt genutzten 27 sind dann 12 Überschreitung; die zahlt „Service“.',
      ],
    ],
  ] as const)('who is primary and who pays from that day, and what is committed less: %s', (language, notes) => {
    const liability = (['agents', 'ai-agent'] as const).map((type) => ({ type, before: 'Sub1', after: 'Sub2', on: ON }));
    const primary = { primaryBefore: 'Sub1', primaryAfter: 'Sub2', primaryChangesOn: ON };
    expect(notesOf(language, { ...primary, liability, cliffs: [agents] })).toEqual(notes);
  });

  it('that nobody includes a type any more, and what is still within what is committed', () => {
    const liability = [{ type: 'ivr-outbound', before: 'Sub1', on: ON }] as const;
    const { used: _used, overage: _overage, ...unknown } = agents;
    expect(notesOf('en', { liability, cliffs: [{ ...agents, used: 15, overage: 0 }, unknown] })).toEqual([
      'From 1 January 2027 no subscription includes outbound IVR any more; until then overage is charged to “Sales”.',
      'On 1 January 2027 what is committed for agents falls from 25 to 15. What was used last, 15, is still within that.',
      'On 1 January 2027 what is committed for agents falls from 25 to 15.',
    ]);
    expect(notesOf('de', { liability, cliffs: [{ ...agents, used: 15, overage: 0 }] })).toEqual([
      'Ab 1. Januar 2027 enthält keine Subscription mehr IVR Outbound; bis dahin zahlt „Sales“ die Überschreitung.',
      'Am 1. Januar 2027 sinkt die zugesagte Menge bei Agenten von 25 auf 15. Die zuletzt genutzten 15 sind damit noch abgedeckt.',
    ]);
  });

  it('nothing where nothing changes', () => {
    expect(notesOf('en', { primaryBefore: 'Sub1', primaryAfter: 'Sub1' })).toEqual([]);
  });
});
