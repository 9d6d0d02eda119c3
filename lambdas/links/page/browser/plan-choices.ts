import type { Problem, ReadyPlan, Review } from './answers.ts';
import { ask } from './ask.ts';
import { codeField } from './code-field.ts';
import { button, element, say } from './elements.ts';
import { payerNotes } from './payer-notes.ts';
import { planDetails } from './plan-details.ts';
import { explain } from './problem-screen.ts';
import { followRun } from './run-screen.ts';
import type { Session } from './session.ts';

/** Shows the plan anew, with a word on why. */
type Reopen = (session: Session, notice: string) => Promise<void>;

/** L4. One choice, nothing preselected, and one button that says what it will do; L9: with a code, where the tenant asks for one. */
export function planChoices(session: Session, review: Review, reopen: Reopen): HTMLElement {
  const { texts } = session;
  let chosen: ReadyPlan | undefined;
  const carryOut = async (): Promise<void> => {
    const code = codes.entered();
    if (code !== undefined && code.length !== 6) return say(texts.code.sixDigits);
    await execute(session, { plan: chosen, code, askForCode: codes.ask, reopen });
  };
  const askAgain = () => execute(session, { plan: chosen, code: undefined, askForCode: codes.ask, reopen });
  const codes = codeField(session, { carryOut: () => act.click(), askAgain });
  const act = button(texts.confirmChoice, carryOut, { class: 'main' });
  act.disabled = true;
  const choose = (plan: ReadyPlan): void => {
    chosen = plan;
    act.disabled = !review.mayAct;
    act.textContent = inFiles(review) ? texts.confirmFile(placed(plan.counts)) : texts.confirm(placed(plan.counts));
  };
  const options = offered(review).map((plan) => option(session, review, { plan, choose }));
  const end = review.mayAct
    ? [element('p', {}, inFiles(review) ? texts.afterConfirmingFile : texts.afterConfirming), codes.place, act]
    : [element('p', { class: 'alarm' }, texts.problems['may-not-act'])];
  const notes = payerNotes(session, review).map((note) => element('p', { class: 'soft' }, note));
  return element('fieldset', {}, element('legend', {}, texts.choose), ...options, ...notes, ...end);
}

/** How many people a plan finds a place for. */
export function placed({ moves, alreadyThere }: ReadyPlan['counts']): number {
  return moves + alreadyThere;
}

/** R1. Lapsewatch cannot act in Webex itself: a confirmation leads to files, and nobody has moved until they are imported. */
function inFiles({ tenant }: Review): boolean {
  return tenant.mode === 'control-hub';
}

/** The plans that place anybody. With one target the best fit is that target, and no choice of its own. */
function offered({ plans }: Review): readonly ReadyPlan[] {
  const targets = plans.filter(({ toSubscriptionId }) => toSubscriptionId !== undefined);
  return (targets.length === 1 ? targets : plans).filter(({ counts }) => placed(counts) > 0);
}

type Choosing = { readonly plan: ReadyPlan; readonly choose: (plan: ReadyPlan) => void };

function option(session: Session, review: Review, { plan, choose }: Choosing): HTMLElement {
  const id = `plan-${plan.toSubscriptionId ?? 'best-fit'}`;
  const input = element('input', { type: 'radio', name: 'plan', id });
  input.addEventListener('change', () => choose(plan));
  return element('div', { class: 'choice' }, input, element('label', { for: id }, ...planDetails(session, review, plan)));
}

type Confirmed = {
  readonly plan: ReadyPlan | undefined;
  readonly code: string | undefined;
  readonly askForCode: (problem: Problem) => void;
  readonly reopen: Reopen;
};

/** L9. A right code stays right while the plan is confirmed anew: the page keeps it as long as it is open. */
async function execute(session: Session, { plan, code, askForCode, reopen }: Confirmed): Promise<void> {
  if (plan === undefined) return;
  const target = plan.toSubscriptionId === undefined ? { bestFit: true } : { toSubscriptionId: plan.toSubscriptionId };
  const { linkId, secret, texts } = session;
  const choice = { linkId, secret, ...target, planHash: plan.planHash, confirm: true };
  const { status, body } = await ask<Problem>('execute', code === undefined ? choice : { ...choice, code });
  if (status === 202) return followRun(session, texts.started);
  if (body.reason === 'code-required') return askForCode(body);
  if (status === 409 && (body.reason === 'reassignment-in-progress' || body.reassignment !== undefined)) return followRun(session, '');
  if (status === 409 && body.reason === 'plan-changed') return reopen(code === undefined ? session : { ...session, code }, texts.changed);
  explain(session, { status, body });
}
