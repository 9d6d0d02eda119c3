import { byId } from '../ids.ts';
import { matterKey, type Told, type ToldMatters } from './alert.ts';
import { type DueAlert, toldOf } from './due-alert.ts';
import { rungsAfter } from './escalation.ts';
import { hasPassed } from './passed.ts';
import type { Telling } from './situation.ts';
import type { Snoozes } from './snooze.ts';
import type { Solved } from './solved.ts';
import { isSameMatter, succeeds } from './succession.ts';

type Memory = {
  readonly telling: Telling;
  /** What the audience knew before this check. */
  readonly told: ToldMatters;
  readonly snoozed: Snoozes;
  readonly news: readonly DueAlert[];
  readonly over: readonly Solved[];
  /** What of that is told now; the rest is kept until it is. */
  readonly solved: readonly Solved[];
};

/**
 * C5, C6. What an audience knows after a check: the news, what still holds, and what has turned into something that it
 * was not told of yet. Everything else is forgotten, so that memory holds nothing but open matters.
 */
export function remembered({ telling, told, snoozed, news, over, solved }: Memory): ToldMatters {
  const fresh = Object.fromEntries(
    news.map((alert) => [matterKey(alert.identity), { ...toldOf(alert, telling.now), rungs: rungsAfter(alert, { told, snoozed }) }]),
  );
  const known = Object.values({ ...told, ...fresh });
  const gone = new Set(solved.map((matter) => matter.told));
  const waiting = new Set(over.map((matter) => matter.told));
  const kept = Object.entries(told)
    .filter(([, each]) => !gone.has(each) && !hasPassed(each, telling) && (waiting.has(each) || !isReplaced(each, known, telling)))
    .map(([key, each]) => [key, waiting.has(each) ? withoutLink(each) : each] as const);
  const after = { ...Object.fromEntries(kept), ...fresh };
  return Object.fromEntries(Object.entries(after).toSorted(([left], [right]) => byId(left, right)));
}

/** A matter that does not hold any more as it was told, and whose successor has been told. */
function isReplaced(each: Told, known: readonly Told[], { tellable }: Telling): boolean {
  if (tellable.some((finding) => isSameMatter(each, finding))) return false;
  return tellable.some((finding) => succeeds(finding, each) && known.some((other) => isSameMatter(other, finding)));
}

/** L5. What is over has no open link, even while its notice waits for the next SMS. */
function withoutLink(told: Told): Told {
  if (told.linkId === undefined) return told;
  const { linkId: _dead, ...rest } = told;
  return rest;
}
