import * as z from 'zod';
import type { Day } from '#domain/days/day.ts';
import { byRankThenId, isAdmin, type Person } from '#domain/people/person.ts';
import type { Plan } from '#domain/plans/plan.ts';
import { daysLeft, endsOn, statusOn } from '#domain/subscriptions/status.ts';
import { isAccessKind } from '#domain/subscriptions/subscription.ts';
import { partsFor } from '#use-cases/control-hub-file.ts';
import type { Followed } from '#use-cases/follow-link.ts';
import type { Reviewed } from '#use-cases/review-link.ts';
import { day, dayText, evenWhenWrong, id, idAnswer, language, momentText, reasonGiven } from './fields.ts';
import { FIRST_ROWS } from './lists.ts';
import { countsOfPlan, effectsAnswer, fromEffects, planCounts, shownHash } from './plans.ts';
import { NOBODY, outcomeCounts } from './reassignments.ts';

/** What every post on a link begins with. Whatever is wrong here gets the answer of an unknown link (L7). */
const linkKey = { linkId: z.string(), secret: z.string() };
const accepts = { acceptOverage: z.boolean().default(false), acceptUpgrade: z.boolean().default(false) };
const confirm = z.literal(true, 'Must be true: nothing is done without being confirmed.');

export const reviewBody = z.strictObject({ ...linkKey, ...accepts });

/** L4. One chosen target or best fit; nothing is preselected. */
export const executeBody = z
  .strictObject({
    ...linkKey,
    ...accepts,
    toSubscriptionId: id.subscription.optional(),
    bestFit: z.literal(true, 'Must be true or be left out.').optional(),
    planHash: shownHash,
    confirm,
    /** L9. Only asked for where a tenant's assurance is `code`. */
    code: z
      .string()
      .regex(/^\d{6}$/, 'Must be the six digits of the code that was sent.')
      .optional(),
  })
  .refine(({ toSubscriptionId, bestFit }) => (toSubscriptionId === undefined) !== (bestFit === undefined), {
    path: ['toSubscriptionId'],
    message: 'Choose one target, or send bestFit: true; not both.',
    ...evenWhenWrong,
  });

export const followBody = z.strictObject(linkKey);
export const renewedBody = z.strictObject({ ...linkKey, expiresOn: day, confirm });
/** A6. */
export const snoozeLinkBody = z.strictObject({ ...linkKey, reason: reasonGiven, until: day.optional() });
export const linkFileBody = z.strictObject({ ...linkKey, part: z.int().min(1).default(1) });
/** D23. To how many of the customer's admins the request was passed. */
export const passedOnAnswer = z.object({ passedTo: z.int() });
export const freshBody = z.looseObject({ linkId: z.string() });

/** R5, L10. Something done with a run: confirmed like everything else. */
export const steerBody = z.strictObject({ ...linkKey, confirm });

/** L6. A run as a link holder follows it; `offers` says what may be done with it now, `parts` how many files wait for Control Hub. */
export const runAnswer = z.object({
  reassignmentId: idAnswer,
  status: z.string(),
  startedBy: z.string(),
  startedAt: momentText,
  cancelledBy: z.string().optional(),
  undoneBy: z.string().optional(),
  counts: outcomeCounts,
  offers: z.array(z.enum(['cancel', 'resume', 'undo'])),
  parts: z.int().optional(),
});

const readyPlan = z.object({
  toSubscriptionId: idAnswer.optional(),
  bestFit: z.literal(true).optional(),
  planHash: z.string(),
  counts: planCounts,
  effects: effectsAnswer,
  seatsToBuy: z.array(z.object({ kind: z.string(), quantity: z.int() })),
});

/** L3. The ready plans of one matter: the best fit, which also says who cannot be placed, then each target alone. `people` has the first 200 who hold an access licence of the subscription. */
export const reviewAnswer = z.object({
  tenant: z.object({ tenantId: idAnswer, name: z.string(), mode: z.enum(['book', 'control-hub', 'webex']) }),
  recipient: z.object({ recipientId: idAnswer, name: z.string(), language }),
  mayAct: z.boolean(),
  subscription: z.object({
    subscriptionId: idAnswer,
    name: z.string(),
    status: z.string(),
    endsOn: dayText.optional(),
    daysLeft: z.int().optional(),
  }),
  plans: z.array(readyPlan),
  candidates: z.array(
    z.object({
      subscriptionId: idAnswer,
      name: z.string(),
      fits: z.int(),
      reason: z.string().optional(),
      startsOn: dayText.optional(),
      endsOn: dayText.optional(),
    }),
  ),
  /** A6. Until when the matter may be put off at the latest; left out where it cannot be. */
  snooze: z.object({ latest: dayText }).optional(),
  people: z.array(z.object({ personId: idAnswer, name: z.string(), kind: z.string(), admin: z.boolean() })),
  peopleCount: z.int(),
});

export function fromReview({ held, bestFit, single, latestSnooze }: Reviewed, today: Day): z.input<typeof reviewAnswer> {
  const { snapshot, recipient, subscription } = held;
  const { tenantId, name, mode } = snapshot.tenant;
  const people = peopleOf(held);
  return {
    tenant: { tenantId, name, mode },
    recipient: { recipientId: recipient.recipientId, name: recipient.name, language: recipient.language },
    mayAct: held.mayAct,
    subscription: {
      subscriptionId: subscription.subscriptionId,
      name: subscription.name,
      status: statusOn(today, subscription),
      ...endOf(held, today),
    },
    plans: [{ bestFit: true as const, ...ready(bestFit) }, ...single.map((plan) => ({ ...targetOf(plan), ...ready(plan) }))],
    candidates: bestFit.candidates.map((candidate) => ({ ...candidate, ...namedIn(held, candidate.subscriptionId) })),
    ...(latestSnooze !== undefined && { snooze: { latest: latestSnooze } }),
    people: people.slice(0, FIRST_ROWS),
    peopleCount: people.length,
  };
}

type Held = Reviewed['held'];

function ready(plan: Plan): Omit<z.input<typeof readyPlan>, 'toSubscriptionId' | 'bestFit'> {
  return { planHash: plan.planHash, counts: countsOfPlan(plan), effects: fromEffects(plan.effects), seatsToBuy: [...plan.seatsToBuy] };
}

function targetOf({ request: { toSubscriptionId } }: Plan): { readonly toSubscriptionId?: string } {
  return toSubscriptionId === undefined ? {} : { toSubscriptionId };
}

function endOf({ subscription }: Held, today: Day): { readonly endsOn?: string; readonly daysLeft?: number } {
  const end = endsOn(subscription);
  return end === undefined ? {} : { endsOn: end, daysLeft: daysLeft(subscription, today) ?? 0 };
}

function namedIn({ snapshot }: Held, subscriptionId: string): { readonly name: string; readonly endsOn?: string } {
  const found = snapshot.subscriptions.find((each) => each.subscriptionId === subscriptionId);
  const end = found && endsOn(found);
  return { name: found?.name ?? subscriptionId, ...(end !== undefined && { endsOn: end }) };
}

function peopleOf({ snapshot, subscription }: Held): z.input<typeof reviewAnswer>['people'] {
  return snapshot.people.toSorted(byRankThenId).flatMap((person) =>
    heldKinds(person, subscription.subscriptionId).map((kind) => ({
      personId: person.personId,
      name: person.name,
      kind,
      admin: isAdmin(person),
    })),
  );
}

function heldKinds({ assignments }: Person, subscriptionId: string): readonly string[] {
  return assignments.filter((each) => each.subscriptionId === subscriptionId && isAccessKind(each.kind)).map(({ kind }) => kind);
}

export function fromRun({ run, offers }: Followed): z.input<typeof runAnswer> {
  const waiting = run.counts.moving ?? 0;
  const { counts, ...rest } = run;
  return { ...rest, counts: { ...NOBODY, ...counts }, offers: [...offers], ...(waiting > 0 && { parts: partsFor(waiting) }) };
}
