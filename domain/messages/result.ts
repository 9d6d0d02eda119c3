import type { Outcome } from '../reassignments/reassignment.ts';
import type { Language } from '../tenants/tenant.ts';
import { type Clean, cleanResult } from './clean.ts';
import { fitSms } from './fit-sms.ts';
import { fitSubject } from './fit-subject.ts';
import type { Message, RenderedMessage, RunEnd } from './message.ts';
import { isolated, plainText } from './plain-text.ts';
import { DIGEST } from './texts/digest.ts';
import { RESULT, type ResultSummary, type ResultTexts } from './texts/result.ts';

type Result = Extract<Message, { template: 'reassignment-result' }>;
type Rendering = { readonly language: Language; readonly link: string | undefined };

const NAME_LENGTH = 80;
/** P7. What is to be done by hand afterwards belongs to a move that was carried out. */
const FOLLOWED_UP: readonly RunEnd[] = ['done', 'awaiting-control-hub'];

const ARRIVED: readonly Outcome[] = ['moved', 'moving', 'already-there'];
const LEFT_BEHIND: readonly Outcome[] = ['pending', 'unplaced', 'failed', 'skipped'];
const IN_ORDER: readonly Outcome[] = [
  'moved',
  'moving',
  'already-there',
  'staying',
  'unplaced',
  'failed',
  'skipped',
  'reverted',
  'pending',
];

/** R6. How a reassignment ended, as an e-mail: what became of whom, by number, and what is left to do. */
export function resultEmail(result: Result, { language, link }: Rendering): RenderedMessage {
  const texts = RESULT[language];
  const clean = cleanResult(result, (name, fallback) => isolated(plainText(name, { most: NAME_LENGTH, fallback })));
  const outcomes = IN_ORDER.flatMap((outcome) => {
    const count = clean.counts[outcome] ?? 0;
    return count === 0 ? [] : [`  - ${textOf(clean, texts, outcome)(count)}`];
  });
  const paragraphs = [
    [DIGEST[language].heading(clean.tenantName)],
    [texts.headline[clean.status](summaryOf(clean)), texts.startedBy(clean.startedBy), ...endedBy(clean, texts)],
    outcomes,
    [...clean.seatsToBuy.map(texts.seatsToBuy), ...(clean.endsOn === undefined ? [] : [texts.endsOn(clean.endsOn)])],
    link === undefined ? [] : [texts.beforeLink[clean.status], link],
    FOLLOWED_UP.includes(clean.status) ? [...texts.followUps] : [],
    [DIGEST[language].why(clean.tenantName, link !== undefined)],
  ];
  const body = paragraphs.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return { subject: fitSubject((most) => subjectOf(result, language, most)), body: body.join('\n\n') };
}

/** R6. The same as an SMS. */
export function resultSms(result: Result, { language, link }: Rendering): RenderedMessage {
  const texts = RESULT[language];
  const write = (clean: Clean) => {
    const text = texts.sms[result.status](summaryOf(cleanResult(result, clean)));
    return link === undefined ? text : `${text} ${texts.smsBeforeLink[result.status]}`;
  };
  return { body: fitSms(write, link) };
}

function textOf({ status }: Result, texts: ResultTexts, outcome: Outcome): (count: number) => string {
  const isUndone = status === 'undone' || status === 'awaiting-control-hub-back';
  return isUndone && (outcome === 'moved' || outcome === 'already-there') ? texts.notBack : texts.outcomes[outcome];
}

/** R5, R7. Who ended it before its time, or afterwards. */
function endedBy({ status, endedBy: who }: Result, texts: ResultTexts): readonly string[] {
  if (who === undefined) return [];
  return [status === 'cancelled' ? texts.cancelledBy(who) : texts.undoneBy(who)];
}

function subjectOf(result: Result, language: Language, most: number): string {
  const clean = cleanResult(result, (name, fallback) => plainText(name, { most, fallback }));
  return RESULT[language].subject[clean.status](summaryOf(clean));
}

function summaryOf({ tenantName: tenant, subscription, counts, status }: Result): ResultSummary {
  const sum = (outcomes: readonly Outcome[]) => outcomes.reduce((total, outcome) => total + (counts[outcome] ?? 0), 0);
  return {
    tenant,
    subscription,
    moved: sum(ARRIVED),
    left: sum(LEFT_BEHIND),
    back: sum(status === 'awaiting-control-hub-back' ? ['moving'] : ['reverted']),
  };
}
