import * as z from 'zod';
import { type Day, parseDay } from '#domain/days/day.ts';
import { idOf, type SubscriptionId } from '#domain/ids.ts';
import { primaryOn } from '#domain/liability/primary.ts';
import { committedOf, seatsOf } from '#domain/subscriptions/seats.ts';
import { daysLeft, endsOn, statusOn } from '#domain/subscriptions/status.ts';
import { isAccessKind, type Subscription } from '#domain/subscriptions/subscription.ts';
import type { PictureOn } from '#use-cases/read-picture.ts';
import type { StoredSubscription } from '#use-cases/stored.ts';
import { day, dayText, defined, evenWhenWrong, id, idAnswer, ladder, name, type Unsure, whole } from './fields.ts';
import { findingAnswer } from './findings.ts';

const kind = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'Must be a licence kind or usage type such as premium-agent: small letters, digits and hyphens.');
/** A committed quantity as it is entered. */
export const commitment = z.strictObject({ kind, quantity: whole(0, 10_000_000), since: day.optional() });
const status = z.enum(['planned', 'active', 'lapsed', 'suspended', 'cancelled', 'dates-unknown']);

const fields = z.strictObject({
  name,
  department: name.optional(),
  offer: z.enum(['flex', 'flex-3']),
  hybrid: z.boolean().default(false),
  licensing: z.enum(['named', 'concurrent']),
  telephony: z.enum(['webex-calling', 'bundled-pstn', 'vpop']),
  startsOn: day,
  expiresOn: day,
  renewal: z.enum(['manual', 'auto']).default('manual'),
  noticeDays: whole(0, 3650).optional(),
  trial: z.boolean().default(false),
  suspendedOn: day.optional(),
  cancelledOn: day.optional(),
  partnerId: id.partner.optional(),
  ladder: ladder.optional(),
  costCentre: name.optional(),
  orderRef: name.optional(),
  commitments: z.array(commitment).max(100),
});
type Fields = z.output<typeof fields>;

/** What a PUT of a subscription says. D3: it expires after it starts. D17: `agents`, or seats per kind, not both. */
export const subscriptionBody = fields.superRefine(refine, evenWhenWrong);
/** The same as an entry of an import. */
export const subscriptionEntry = fields.extend({ subscriptionId: id.subscription }).superRefine(refine, evenWhenWrong);

function refine(body: Unsure<Fields>, context: z.core.$RefinementCtx): void {
  const wrong = (path: PropertyKey[], message: string): void => context.addIssue({ code: 'custom', path, message });
  const { startsOn, expiresOn, commitments } = body;
  if (isDay(startsOn) && isDay(expiresOn) && expiresOn <= startsOn) wrong(['expiresOn'], 'Must be after startsOn.');
  const kinds = Array.isArray(commitments) ? commitments.map(kindIn) : [];
  for (const [index, each] of kinds.entries())
    if (each !== undefined && kinds.indexOf(each) < index)
      wrong(['commitments', index, 'kind'], `"${each}" is committed twice; add the quantities up.`);
  if (kinds.includes('agents') && kinds.some((each) => each !== undefined && isAccessKind(each)))
    wrong(['commitments'], 'Commit either "agents" or "premium-agent" and "standard-agent", not both.');
}

function isDay(value: unknown): value is Day {
  return typeof value === 'string' && parseDay(value) !== undefined;
}

/** The kind of a commitment that may be anything; a kind of the wrong shape is no kind. */
function kindIn(each: unknown): string | undefined {
  return z.object({ kind }).safeParse(each).data?.kind;
}

const seats = z.array(z.object({ kind: z.string(), committed: z.int(), assigned: z.int(), free: z.int() }));

export const subscriptionAnswer = z.object({
  subscriptionId: idAnswer,
  name: z.string(),
  department: z.string().optional(),
  offer: z.string().optional(),
  hybrid: z.boolean(),
  licensing: z.string().optional(),
  telephony: z.string().optional(),
  startsOn: dayText.optional(),
  expiresOn: dayText.optional(),
  renewal: z.enum(['manual', 'auto']),
  noticeDays: z.int().optional(),
  trial: z.boolean(),
  suspendedOn: dayText.optional(),
  suspendedSeenOn: dayText.optional(),
  cancelledOn: dayText.optional(),
  partnerId: idAnswer.optional(),
  ladder: z.array(z.int()).optional(),
  costCentre: z.string().optional(),
  orderRef: z.string().optional(),
  commitments: z.array(z.object({ kind: z.string(), quantity: z.int(), since: dayText.optional() })),
  datesConfirmedOn: dayText.optional(),
  status,
  endsOn: dayText.optional(),
  daysLeft: z.int().optional(),
  primary: z.boolean(),
  seats,
});

/** The answer to a PUT: with what is now to be known about the subscription. */
export const putSubscriptionAnswer = subscriptionAnswer.extend({ findings: z.array(findingAnswer) });
export const subscriptionsQuery = { status: status.optional() };

export function toSubscription(subscriptionId: string, body: Fields): Subscription {
  const { offer, licensing, telephony, startsOn, expiresOn, commitments, ...rest } = body;
  return {
    subscriptionId: idOf.subscription(subscriptionId),
    ...defined(rest),
    terms: { offer, licensing, telephony, startsOn, expiresOn },
    commitments: commitments.map((each) => defined(each)),
  };
}

/** A subscription as stored, with what follows from it today (D3, D14, D24). */
export function fromSubscription(stored: StoredSubscription, { snapshot, today }: PictureOn): z.input<typeof subscriptionAnswer> {
  const { revision: _revision, leavingBy: _leaving, leftBy: _left, free: _free, terms, ladder: rungs, commitments, ...rest } = stored;
  return {
    ...rest,
    ...terms,
    ...(rungs !== undefined && { ladder: [...rungs] }),
    commitments: [...commitments],
    ...derived(stored, today),
    primary: isPrimary(stored.subscriptionId, { snapshot, today }),
    seats: seatsBy(stored),
  };
}

function derived(stored: StoredSubscription, today: Day): Pick<z.input<typeof subscriptionAnswer>, 'status' | 'endsOn' | 'daysLeft'> {
  const end = endsOn(stored);
  const left = daysLeft(stored, today);
  return { status: statusOn(today, stored), ...(end !== undefined && { endsOn: end }), ...(left !== undefined && { daysLeft: left }) };
}

function isPrimary(subscriptionId: SubscriptionId, { snapshot, today }: PictureOn): boolean {
  return primaryOn({ day: today, today, picture: snapshot })?.subscriptionId === subscriptionId;
}

/** D24. The seats per kind by the counters of the item (R4): what is committed and no longer free is held. */
function seatsBy(stored: StoredSubscription): z.input<typeof seats> {
  const held = Object.entries(stored.free).map(([each, free]) => [each, (committedOf(stored, each) ?? 0) - free] as const);
  return [...seatsOf(stored, new Map([[stored.subscriptionId, new Map(held)]]))];
}
