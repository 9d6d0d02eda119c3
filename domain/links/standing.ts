import type { ToldMatters } from '../alerts/alert.ts';
import type { Day } from '../days/day.ts';
import { type Instant, millisecondsOf } from '../days/instant.ts';
import type { Channel } from '../recipients/recipient.ts';
import { endsOn, expectedEnd } from '../subscriptions/status.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { Link } from './link.ts';

/** L5. What a link whose secret matched is still good for. */
export type LinkStanding = 'open' | 'used' | 'dead';

type Asked = {
  readonly link: Link;
  /** What the link's recipient was told, per channel; undefined when the recipient was removed. */
  readonly told: Readonly<Partial<Record<Channel, ToldMatters>>> | undefined;
  readonly subscription: Subscription | undefined;
  readonly now: Instant;
  readonly today: Day;
};

const STATUS_DAYS = 30;

/**
 * L5. An open link is the newest one of its matter that its recipient was sent, the subscription still ends on the day
 * it was made for, and its time is not up. A used one tells what it did for 30 days. Every other one is dead.
 */
export function standingOf({ link, told, subscription, now, today }: Asked): LinkStanding {
  if (told === undefined || subscription === undefined) return 'dead';
  if (link.used !== undefined) return millisecondsOf(now) - millisecondsOf(link.used.at) < STATUS_DAYS * 86_400_000 ? 'used' : 'dead';
  return link.expiresAt > now && isNewest(link, told) && endsAsThen({ link, subscription, today }) ? 'open' : 'dead';
}

/** Superseded by the next alert on the matter, and gone with the matter when it is solved (C6). */
function isNewest(link: Link, told: Readonly<Partial<Record<Channel, ToldMatters>>>): boolean {
  return Object.values(told[link.channel] ?? {}).some(({ linkId }) => linkId === link.linkId);
}

function endsAsThen({
  link,
  subscription,
  today,
}: {
  readonly link: Link;
  readonly subscription: Subscription;
  readonly today: Day;
}): boolean {
  return link.endsOn === undefined || link.endsOn === endsOn(subscription) || link.endsOn === expectedEnd(subscription, today);
}
