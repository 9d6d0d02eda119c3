import * as z from 'zod';
import type { Effects, Plan, PlanRequest } from '#domain/plans/plan.ts';
import { dayText, defined, id, idAnswer } from './fields.ts';
import { findingAnswer, fromFinding } from './findings.ts';
import { cliffAnswer, usageType } from './liability.ts';
import { FIRST_ROWS, toCursor } from './lists.ts';

/** P6. What a plan was called when it was shown; one that no plan has is of a plan that has changed. */
export const shownHash = z.string().min(1, 'Must be the planHash of the plan that was shown.').max(128);

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
  /** D18. For which usage types somebody else pays on the day the source ends. */
  liability: z.array(z.object({ type: usageType, before: idAnswer.optional(), after: idAnswer.optional(), on: dayText })),
  /** D19. What the tenant commits less from the day the source ends. */
  cliffs: z.array(cliffAnswer),
  seats: z.array(seats),
  findingsSolved: z.array(findingAnswer),
  findingsCreated: z.array(findingAnswer),
});

export const planCounts = z.object({ moves: z.int(), staying: z.int(), alreadyThere: z.int(), unplaced: z.int() });

const move = z.object({
  personId: idAnswer,
  kind: z.string(),
  from: idAnswer,
  to: idAnswer,
  toKind: z.string().optional(),
  addOns: z.array(z.string()).optional(),
  lostAddOns: z.array(z.string()).optional(),
  overage: z.boolean().optional(),
});

/**
 * `moves` are those who take a seat on a target; `alreadyThere` hold the kind there and only give the old one back (P3).
 * `counts` has everybody; the lists have a page, and `next` is there while any of them goes on.
 */
export const planAnswer = z.object({
  planHash: z.string(),
  counts: planCounts,
  moves: z.array(move),
  alreadyThere: z.array(move),
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
  next: z.string().optional(),
});

export function toPlanRequest(body: z.output<typeof planBody>): PlanRequest {
  return defined(body);
}

type Rows = { readonly from: number; readonly limit: number };

/** A plan with a page of its people; the place after the page is `next`. */
export function fromPlan(plan: Plan, { from, limit }: Rows = { from: 0, limit: FIRST_ROWS }): z.input<typeof planAnswer> {
  const { planHash, staying, unplaced, seatsToBuy, candidates, effects, followUps } = plan;
  const { moves, alreadyThere } = splitMoves(plan);
  const page = <Row>(rows: readonly Row[]): readonly Row[] => rows.slice(from, from + limit);
  const goesOn = [moves, alreadyThere, staying, unplaced].some(({ length }) => length > from + limit);
  return {
    planHash,
    counts: countsOfPlan(plan),
    moves: page(moves).map(fromMove),
    alreadyThere: page(alreadyThere).map(fromMove),
    staying: page(staying).map((personId) => ({ personId })),
    unplaced: page(unplaced).map((each) => ({ ...each })),
    seatsToBuy: [...seatsToBuy],
    candidates: candidates.map((candidate) => ({
      ...candidate,
      ...(candidate.subscriptionId === plan.request.toSubscriptionId && candidate.reason === undefined && { planHash }),
    })),
    effects: fromEffects(effects),
    followUps: [...followUps],
    ...(goesOn && { next: toCursor(String(from + limit)) }),
  };
}

/** P3, R6. Whom a run counts as `moved`, and whom as `already-there`. */
function splitMoves({ moves }: Plan): { readonly moves: Plan['moves']; readonly alreadyThere: Plan['moves'] } {
  return { moves: moves.filter((each) => !each.alreadyThere), alreadyThere: moves.filter((each) => each.alreadyThere) };
}

/** Each licence that leaves, or would, is counted once. */
export function countsOfPlan(plan: Plan): z.input<typeof planCounts> {
  const { moves, alreadyThere } = splitMoves(plan);
  return { moves: moves.length, staying: plan.staying.length, alreadyThere: alreadyThere.length, unplaced: plan.unplaced.length };
}

export function fromEffects({
  seats: taken,
  liability,
  cliffs,
  findingsSolved,
  findingsCreated,
  ...rest
}: Effects): z.input<typeof effectsAnswer> {
  return {
    ...rest,
    liability: [...liability],
    cliffs: [...cliffs],
    seats: [...taken],
    findingsSolved: findingsSolved.map(fromFinding),
    findingsCreated: findingsCreated.map(fromFinding),
  };
}

function fromMove({ personId, from, to, addOns, lostAddOns, overage }: Plan['moves'][number]): z.input<typeof move> {
  return {
    personId,
    kind: from.kind,
    from: from.subscriptionId,
    to: to.subscriptionId,
    ...(to.kind !== from.kind && { toKind: to.kind }),
    ...(addOns.length > 0 && { addOns: [...addOns] }),
    ...(lostAddOns.length > 0 && { lostAddOns: [...lostAddOns] }),
    ...(overage && { overage }),
  };
}
