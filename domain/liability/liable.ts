import type { Day } from '../days/day.ts';
import { byId } from '../ids.ts';
import { byStartThenId } from '../subscriptions/order.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { primaryOn } from './primary.ts';
import { activeOn, type Seen } from './seen.ts';
import type { UsageType } from './usage.ts';

/** D18. What the primary pays for; every other type has a payer of its own. */
const BY_PRIMARY: ReadonlySet<UsageType> = new Set(['agents', 'ivr', 'connect']);

/**
 * D18. The subscription that pays for overage of a type on a day: the primary for agents, IVR and Connect; for the others,
 * among the active subscriptions that include the type, the one that has had it longest (ties by start, then by id). None
 * where no active subscription includes it.
 *
 * @example A (older) and B both have AI agents: A pays. A lapses and C comes with AI and outbound IVR: B pays for AI, C for
 * outbound IVR. A is renewed, now also with outbound IVR: A pays for AI again, C still for outbound IVR.
 */
export function liableOn(type: UsageType, seen: Seen): Subscription | undefined {
  if (BY_PRIMARY.has(type)) return primaryOn(seen);
  const including = activeOn(seen).flatMap((subscription) => {
    const since = hadSince(subscription, type);
    return since === undefined ? [] : [{ subscription, since }];
  });
  return including.toSorted((left, right) => byId(left.since, right.since) || byStartThenId(left.subscription, right.subscription))[0]
    ?.subscription;
}

/** D18. Since when a subscription has had a type; undefined where it does not include it. */
function hadSince({ commitments, terms }: Subscription, type: UsageType): Day | undefined {
  const commitment = commitments.find(({ kind }) => kind === type);
  return commitment && (commitment.since ?? terms?.startsOn);
}
