import type { Problem, Review } from './answers.ts';
import { ask } from './ask.ts';
import { element, list, say, show } from './elements.ts';
import { passOn } from './pass-on.ts';
import { placed, planChoices } from './plan-choices.ts';
import { explain } from './problem-screen.ts';
import { renewalForm } from './renewal-form.ts';
import { followRun } from './run-screen.ts';
import { type Session, speaking } from './session.ts';
import { snoozeForm } from './snooze-form.ts';
import { dayText } from './texts.ts';

/** L3. Reads what could be done now, and shows it. */
export async function openReview(before: Session, notice = ''): Promise<void> {
  say(before.texts.reviewing);
  const { status, body } = await ask<Review & Problem>('review', { linkId: before.linkId, secret: before.secret });
  if (status === 410 && body.reassignment !== undefined) return followRun(before, before.texts.closed);
  if (status !== 200) return explain(before, { status, body });
  const session = speaking(before, body.recipient.language);
  if (nobodyIsLeft(body) && (await wasMovedByOthers(session))) return followRun(session, '');
  showReview(session, body, notice);
}

function showReview(session: Session, review: Review, notice: string): void {
  const { texts } = session;
  show(
    element('h1', {}, headline(session, review)),
    ...(notice === '' ? [] : [element('p', { class: 'alarm', role: 'alert' }, notice)]),
    element('p', { class: 'lead' }, texts.holders(review.peopleCount, review.people.filter(({ admin }) => admin).length)),
    element('p', {}, (review.subscription.daysLeft ?? 0) < 0 ? texts.alreadyLost : texts.atRisk),
    element('p', { class: 'soft' }, `${review.tenant.name}. ${texts.nothingYet}`),
    review.plans.some(({ counts }) => placed(counts) > 0) ? planChoices(session, review, openReview) : whyNoChoice(session, review),
    people(session, review),
    ...others(session, review),
    ...(review.mayAct && review.subscription.endsOn !== undefined ? [renewalForm(session, review.subscription.endsOn)] : []),
    ...(review.mayAct ? [] : [passOn(session)]),
    ...(review.snooze === undefined ? [] : [snoozeForm(session, review.snooze.latest)]),
    followUps(session),
  );
}

/** L6. Others have moved everybody, or have begun to: what they did is shown, and not a plan without people. */
async function wasMovedByOthers({ linkId, secret }: Session): Promise<boolean> {
  return (await ask('status', { linkId, secret })).status === 200;
}

function nobodyIsLeft({ plans, peopleCount }: Review): boolean {
  return peopleCount === 0 || (plans.length > 0 && plans.every(({ counts }) => placed(counts) + counts.unplaced === 0));
}

function headline({ texts, language }: Session, { subscription: { name, endsOn, daysLeft = 0 } }: Review): string {
  if (endsOn === undefined) return texts.unknownEnd(name);
  const on = dayText(endsOn, language);
  return daysLeft < 0 ? texts.ended(name, on) : texts.ends(name, on, daysLeft);
}

function whyNoChoice({ texts }: Session, review: Review): HTMLElement {
  return nobodyIsLeft(review) ? element('p', { class: 'good' }, texts.nobodyLeft) : element('p', { class: 'alarm' }, texts.nobodyPlaced);
}

function people({ texts }: Session, review: Review): HTMLElement {
  const names = review.people.map(({ name, kind, admin }) => `${name} (${texts.kinds[kind] ?? kind}${admin ? `, ${texts.admin}` : ''})`);
  const left = review.peopleCount - names.length;
  return element(
    'details',
    {},
    element('summary', {}, texts.whoMoves(review.peopleCount)),
    element('div', { class: 'names', tabindex: '0', role: 'region', 'aria-label': texts.whoMoves(review.peopleCount) }, ...list(names)),
    ...(left > 0 ? [element('p', {}, texts.more(left))] : []),
  );
}

function others({ texts, language }: Session, { candidates }: Review): readonly Node[] {
  const refused = candidates.filter(({ reason }) => reason !== undefined);
  const lines = refused.map(({ name, reason = '', startsOn }) => {
    const start = reason === 'not-started' && startsOn !== undefined ? texts.startsOn(dayText(startsOn, language)) : undefined;
    return `${name}: ${start ?? texts.reasons[reason] ?? reason}`;
  });
  return lines.length === 0 ? [] : [element('details', {}, element('summary', {}, texts.otherSubscriptions), ...list(lines))];
}

function followUps({ texts }: Session): HTMLElement {
  return element('section', {}, element('h2', {}, texts.followUps), ...list(texts.followUpItems));
}
