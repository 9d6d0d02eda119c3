import { createHash } from 'node:crypto';
import { dayOf } from '#domain/days/day.ts';
import { idOf } from '#domain/ids.ts';
import type { Plan, PlanRequest } from '#domain/plans/plan.ts';
import { planFor } from '#domain/plans/plan-for.ts';
import type { TenantPicture } from '#domain/tenants/picture.ts';

/** The day plans are made on in tests: 30 days before a default subscription ends. */
export const PLAN_DAY = dayOf('2026-12-02');

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

type Asked = {
  readonly from?: string;
  readonly to?: string;
  readonly people?: readonly string[];
  readonly acceptOverage?: boolean;
  readonly acceptUpgrade?: boolean;
  readonly today?: string;
};

/** What is asked for in tests: everybody of `Sub1`, best fit, nothing accepted. */
export function aRequest({ from = 'Sub1', to, people, acceptOverage = false, acceptUpgrade = false }: Asked = {}): PlanRequest {
  return {
    fromSubscriptionId: idOf.subscription(from),
    ...(to !== undefined && { toSubscriptionId: idOf.subscription(to) }),
    ...(people !== undefined && { people: people.map(idOf.person) }),
    acceptOverage,
    acceptUpgrade,
  };
}

/** The plan of a picture for `PLAN_DAY`. */
export function aPlan(picture: TenantPicture, { today, ...asked }: Asked = {}): Plan {
  return planFor({ picture, request: aRequest(asked), today: today === undefined ? PLAN_DAY : dayOf(today), digest: sha256 });
}

/** The moves in short: `agent-1: standard-agent -> Sub2`, with the kind where it changes, and what is special about it. */
export function movesIn({ moves }: Plan): readonly string[] {
  return moves.map(({ personId, from, to, overage, alreadyThere }) => {
    const kind = to.kind === from.kind ? from.kind : `${from.kind} as ${to.kind}`;
    return `${personId}: ${kind} -> ${to.subscriptionId}${overage ? ' (overage)' : ''}${alreadyThere ? ' (already there)' : ''}`;
  });
}

/** Who is unplaced in short: `agent-1: standard-agent, no-candidate`. */
export function unplacedIn({ unplaced }: Plan): readonly string[] {
  return unplaced.map(({ personId, kind, reason }) => `${personId}: ${kind}, ${reason}`);
}
