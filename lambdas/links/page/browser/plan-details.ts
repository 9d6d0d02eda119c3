import type { Effects, ReadyPlan, Review } from './answers.ts';
import { element } from './elements.ts';
import { nameOf } from './name-of.ts';
import type { Session } from './session.ts';
import { dayText } from './texts.ts';

/** P7. What one plan does, in a few lines beside its radio button. */
export function planDetails(session: Session, review: Review, plan: ReadyPlan): readonly HTMLElement[] {
  const { texts } = session;
  const { moves, alreadyThere, unplaced } = plan.counts;
  const placed = moves + alreadyThere;
  const title = plan.toSubscriptionId === undefined ? texts.bestFit : texts.everybodyTo(nameOf(review, plan.toSubscriptionId));
  const seats = plan.seatsToBuy.map(({ kind, quantity }) => texts.buy(quantity, texts.kinds[kind] ?? kind)).join(', ');
  const missing = unplaced === 0 ? [] : [seats === '' ? texts.unplaced(unplaced) : seats];
  return [
    element('strong', {}, title),
    element('span', { class: unplaced === 0 ? 'line good' : 'line alarm' }, texts.fits(placed, placed + unplaced)),
    ...effectLines(session, review, plan.effects).map((line) => element('span', { class: 'line soft' }, line)),
    ...missing.map((line) => element('span', { class: 'line alarm' }, line)),
  ];
}

function effectLines({ texts, language }: Session, review: Review, effects: Effects): readonly string[] {
  const { horizonAfter } = effects;
  const until = horizonAfter === undefined ? undefined : dayText(horizonAfter, language);
  return [texts.keepsAccess(until), ...seatLines({ texts }, review, effects)];
}

/** What is left free is one line; a kind that the target has no commitment for is one of its own. */
function seatLines({ texts }: Pick<Session, 'texts'>, review: Review, { seats }: Effects): readonly string[] {
  const left: string[] = [];
  const uncommitted: string[] = [];
  for (const { subscriptionId, kind, committed, freeAfter } of seats) {
    const named = [nameOf(review, subscriptionId), texts.kinds[kind] ?? kind] as const;
    if (committed === undefined) uncommitted.push(texts.noCommitment(...named));
    else if (freeAfter !== undefined) left.push(texts.seatsIn(...named, freeAfter));
  }
  return [...(left.length === 0 ? [] : [texts.freeAfterwards(left.join(', '))]), ...uncommitted];
}
