import type { Horizon } from '../coverage/covered-through.ts';
import type { Standing } from '../coverage/standing.ts';
import type { Day } from '../days/day.ts';
import type { SubscriptionId } from '../ids.ts';
import { expectedEnd } from '../subscriptions/status.ts';
import type { Finding } from './finding.ts';
import { concerning, type Overview, peopleBy } from './overview.ts';

/**
 * D8. People whose coverage ends with a subscription and begins again later, because their next one starts after a gap: it does
 * not extend their coverage. Dated by the first day without access; `resumesOn` is the first day on which one of them has it again.
 *
 * @example Ben holds Sales through 28 February and Next from 11 March on: in the ten days between he has no access.
 */
export function coverageGap({ subscriptions, standings, today }: Overview): readonly Finding[] {
  const people = peopleBy(standings, ({ standing }) => gapOf(standing)?.endsWith);
  const resumptions = firstResumptions(standings.map(({ standing }) => gapOf(standing)));
  return subscriptions.flatMap((subscription): readonly Finding[] => {
    const { subscriptionId, terms } = subscription;
    const on = expectedEnd(subscription, today);
    const resumesOn = resumptions.get(subscriptionId);
    if (terms === undefined || on === undefined || resumesOn === undefined) return [];
    const concerned = concerning(people.get(subscriptionId) ?? []);
    return [{ kind: 'coverage-gap', severity: 'info', subject: { subscriptionId }, on, resumesOn, ...concerned }];
  });
}

type Gap = Required<Extract<Horizon, { coverage: 'until' }>>;

function gapOf(standing: Standing): Gap | undefined {
  if (standing.standing !== 'covered' || standing.horizon.coverage !== 'until') return undefined;
  const { resumesOn } = standing.horizon;
  return resumesOn && { ...standing.horizon, resumesOn };
}

function firstResumptions(gaps: readonly (Gap | undefined)[]): ReadonlyMap<SubscriptionId, Day> {
  const first = new Map<SubscriptionId, Day>();
  for (const gap of gaps) {
    if (gap === undefined) continue;
    const known = first.get(gap.endsWith);
    if (known === undefined || gap.resumesOn < known) first.set(gap.endsWith, gap.resumesOn);
  }
  return first;
}
