import { type Day, earliestOf } from '../days/day.ts';
import type { SubscriptionId } from '../ids.ts';
import { ok, type Result, refused } from '../result.ts';
import { asEntered } from '../subscriptions/as-entered.ts';
import { licensingClash } from '../subscriptions/licensing.ts';
import { isAccessKind, type Subscription } from '../subscriptions/subscription.ts';
import { subscriptionOf, type TenantPicture, withSubscription } from '../tenants/picture.ts';

/** What somebody imagines: subscriptions that lapse, that are bought or renewed, and other quantities of a kind. */
export type ChangeInThought = {
  readonly without: readonly SubscriptionId[];
  readonly bought: readonly Subscription[];
  readonly seats: readonly { readonly subscriptionId: SubscriptionId; readonly kind: string; readonly quantity: number }[];
};

/** Why it cannot be imagined: it could not be entered either. `path` says where in the request. */
export type Unthinkable =
  | { readonly reason: 'unknown-subscription'; readonly subscriptionId: SubscriptionId; readonly path: string }
  | { readonly reason: 'licensing-model-mixed'; readonly subscriptionIds: readonly [SubscriptionId, SubscriptionId] }
  | { readonly reason: 'invalid-request'; readonly errors: readonly [{ readonly path: string; readonly message: string }] };

type Asked = { readonly picture: TenantPicture; readonly today: Day; readonly change: ChangeInThought };
type Step = Result<TenantPicture, Unthinkable>;

/**
 * A tenant as it would be if the change were made on a day: what lapses is cancelled that day, so its people lose it; what is
 * bought or renewed is entered as a PUT would enter it (D18, D20); then the other quantities. Refused for what a PUT refuses.
 */
export function changedInThought({ picture, today, change }: Asked): Step {
  const without = withoutThem(picture, { today, without: change.without });
  const bought = change.bought.reduce<Step>((step, entered) => (step.ok ? withEntered(step.value, { entered, today }) : step), without);
  return change.seats.reduce<Step>(
    (step, seats, place) => (step.ok ? withQuantity(step.value, { ...seats, today, under: `seats[${place}]` }) : step),
    bought,
  );
}

function withoutThem(
  picture: TenantPicture,
  { today, without }: { readonly today: Day; readonly without: ChangeInThought['without'] },
): Step {
  const place = without.findIndex((id) => subscriptionOf(picture, id) === undefined);
  const unknown = without[place];
  if (unknown !== undefined) return refused({ reason: 'unknown-subscription', subscriptionId: unknown, path: `without[${place}]` });
  const subscriptions = picture.subscriptions.map((each) =>
    without.includes(each.subscriptionId) ? { ...each, cancelledOn: earliestOf([each.cancelledOn, today]) ?? today } : each,
  );
  return ok({ ...picture, subscriptions });
}

function withEntered(picture: TenantPicture, { entered, today }: { readonly entered: Subscription; readonly today: Day }): Step {
  const { subscriptionId } = entered;
  const before = subscriptionOf(picture, subscriptionId);
  const subscription = { ...asEntered({ entered, before, today }), datesConfirmedOn: today };
  const clash = licensingClash({ subscription, others: picture.subscriptions, today });
  if (clash !== undefined) return refused({ reason: 'licensing-model-mixed', subscriptionIds: [subscriptionId, clash] });
  return ok(withSubscription(picture, subscription));
}

type Quantity = ChangeInThought['seats'][number] & { readonly today: Day; readonly under: string };

function withQuantity(picture: TenantPicture, { subscriptionId, kind, quantity, today, under }: Quantity): Step {
  const before = subscriptionOf(picture, subscriptionId);
  if (before === undefined) return refused({ reason: 'unknown-subscription', subscriptionId, path: `${under}.subscriptionId` });
  const { commitments } = before;
  if (mixesAgents([kind, ...commitments.map((each) => each.kind)])) {
    const message = 'The subscription commits either "agents" or "premium-agent" and "standard-agent", not both.';
    return refused({ reason: 'invalid-request', errors: [{ path: `${under}.kind`, message }] });
  }
  const isNew = commitments.every((each) => each.kind !== kind);
  const changed = commitments.map((each) => (each.kind === kind ? { ...each, quantity } : each));
  const entered = { ...before, commitments: isNew ? [...changed, { kind, quantity }] : changed };
  return ok(withSubscription(picture, asEntered({ entered, before, today })));
}

/** D17. Seats are committed as a whole or kind by kind. */
function mixesAgents(kinds: readonly string[]): boolean {
  return kinds.includes('agents') && kinds.some(isAccessKind);
}
