import { addDays, type Day } from '../days/day.ts';
import { type Instant, momentOf, secondsAfter } from '../days/instant.ts';
import { type Finding, type FindingKind, subscriptionIdOf } from '../findings/finding.ts';
import type { SubscriptionId } from '../ids.ts';
import { endsOn } from '../subscriptions/status.ts';
import type { TenantPicture } from '../tenants/picture.ts';

/** Matters that a plan can solve: somebody has to be moved, or the subscription was renewed. */
const LINKED: ReadonlySet<FindingKind> = new Set([
  'access-ends',
  'stranded',
  'renewal-unconfirmed',
  'renewal-ahead',
  'move-not-confirmed',
  'dates-unknown',
]);

/** L5. How long a link lives that was sent when its subscription was over already, or without a date. */
const LATE_LINK_SECONDS = 7 * 24 * 60 * 60;

/**
 * A1. The subscription whose plan a link in the message opens; undefined for a matter that names nobody to move. That of a
 * lock-out is the one whose end locks its admins out (C7).
 */
export function linkedSubscription(finding: Finding, picture: TenantPicture): SubscriptionId | undefined {
  if (finding.kind === 'no-admin-left') return lockingOut(finding, picture);
  if (!LINKED.has(finding.kind) || !('people' in finding) || finding.people.length === 0) return undefined;
  return subscriptionIdOf(finding.subject);
}

function lockingOut({ on, people }: Extract<Finding, { kind: 'no-admin-left' }>, picture: TenantPicture): SubscriptionId | undefined {
  const admins = new Set(people);
  const held = new Set(
    picture.people
      .filter(({ personId }) => admins.has(personId))
      .flatMap(({ assignments }) => assignments.map((each) => each.subscriptionId)),
  );
  return picture.subscriptions.find((each) => held.has(each.subscriptionId) && endsOn(each) === on)?.subscriptionId;
}

/**
 * L5. The first moment at which an unused link is dead: the beginning of the day after the end, in the tenant's zone; seven
 * days from now where the end is today or past, or not known.
 */
export function linkExpiry({
  on,
  today,
  now,
  timeZone,
}: {
  readonly on: Day | undefined;
  readonly today: Day;
  readonly now: Instant;
  readonly timeZone: string;
}): Instant {
  if (on === undefined || on <= today) return secondsAfter(now, LATE_LINK_SECONDS);
  return momentOf({ day: addDays(on, 1), hour: 0, timeZone });
}
