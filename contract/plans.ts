import * as z from 'zod';
import type { Effects, Plan, PlanRequest } from '#domain/plans/plan.ts';
import { dayText, defined, id, idAnswer } from './fields.ts';
import { findingAnswer, fromFinding } from './findings.ts';
import { FIRST_ROWS } from './lists.ts';

/** P5. One chosen target, or best fit over all candidates where none is named. */
export const planFields = {
  fromSubscriptionId: id.subscription,
  toSubscriptionId: id.subscription.optional(),
  people: z.array(id.person).min(1, 'Must name at least one person, or be left out.').max(50_000).optional(),
  acceptOverage: z.boolean().default(false),
  acceptUpgrade: z.boolean().default(false),
};
export const planBody = z.strictObject(planFields);

const seats = z.object({
  subscriptionId: idAnswer,
  kind: z.string(),
  committed: z.int().optional(),
  freeBefore: z.int().optional(),
  freeAfter: z.int().optional(),
  overage: z.int(),
});

/** P7. What the plan changes, shown before acting. */
export const effectsAnswer = z.object({
  horizonBefore: dayText.optional(),
  horizonAfter: dayText.optional(),
  primaryBefore: idAnswer.optional(),
  primaryAfter: idAnswer.optional(),
  primaryChangesOn: dayText.optional(),
  seats: z.array(seats),
  findingsSolved: z.array(findingAnswer),
  findingsCreated: z.array(findingAnswer),
});

export const planCounts = z.object({ moves: z.int(), staying: z.int(), alreadyThere: z.int(), unplaced: z.int() });

/** Long arrays hold their first 200; `counts` has them all. */
export const planAnswer = z.object({
  planHash: z.string(),
  counts: planCounts,
  moves: z.array(
    z.object({
      personId: idAnswer,
      kind: z.string(),
      from: idAnswer,
      to: idAnswer,
      toKind: z.string().optional(),
      addOns: z.array(z.string()).optional(),
      lostAddOns: z.array(z.string()).optional(),
      overage: z.boolean().optional(),
      alreadyThere: z.boolean().optional(),
    }),
  ),
  staying: z.array(z.object({ personId: idAnswer })),
  unplaced: z.array(z.object({ personId: idAnswer, kind: z.string(), reason: z.string() })),
  seatsToBuy: z.array(z.object({ kind: z.string(), quantity: z.int() })),
  candidates: z.array(
    z.object({
      subscriptionId: idAnswer,
      fits: z.int(),
      planHash: z.string().optional(),
      reason: z.string().optional(),
      startsOn: dayText.optional(),
    }),
  ),
  effects: effectsAnswer,
  followUps: z.array(z.string()),
});

export function toPlanRequest(body: z.output<typeof planBody>): PlanRequest {
  return defined(body);
}

export function fromPlan(plan: Plan): z.input<typeof planAnswer> {
  const { planHash, moves, staying, unplaced, seatsToBuy, candidates, effects, followUps } = plan;
  return {
    planHash,
    counts: countsOfPlan(plan),
    moves: moves.slice(0, FIRST_ROWS).map(fromMove),
    staying: staying.slice(0, FIRST_ROWS).map((personId) => ({ personId })),
    unplaced: unplaced.slice(0, FIRST_ROWS).map((each) => ({ ...each })),
    seatsToBuy: [...seatsToBuy],
    candidates: candidates.map((candidate) => ({
      ...candidate,
      ...(candidate.subscriptionId === plan.request.toSubscriptionId && { planHash }),
    })),
    effects: fromEffects(effects),
    followUps: [...followUps],
  };
}

/** `moves` counts everybody who leaves the source, those who are on the target already included. */
export function countsOfPlan({ moves, staying, unplaced }: Plan): z.input<typeof planCounts> {
  return {
    moves: moves.length,
    staying: staying.length,
    alreadyThere: moves.filter(({ alreadyThere }) => alreadyThere).length,
    unplaced: unplaced.length,
  };
}

export function fromEffects({ seats: taken, findingsSolved, findingsCreated, ...rest }: Effects): z.input<typeof effectsAnswer> {
  return { ...rest, seats: [...taken], findingsSolved: findingsSolved.map(fromFinding), findingsCreated: findingsCreated.map(fromFinding) };
}

function fromMove({
  personId,
  from,
  to,
  addOns,
  lostAddOns,
  overage,
  alreadyThere,
}: Plan['moves'][number]): z.input<typeof planAnswer>['moves'][number] {
  return {
    personId,
    kind: from.kind,
    from: from.subscriptionId,
    to: to.subscriptionId,
    ...(to.kind !== from.kind && { toKind: to.kind }),
    ...(addOns.length > 0 && { addOns: [...addOns] }),
    ...(lostAddOns.length > 0 && { lostAddOns: [...lostAddOns] }),
    ...(overage && { overage }),
    ...(alreadyThere && { alreadyThere }),
  };
}
