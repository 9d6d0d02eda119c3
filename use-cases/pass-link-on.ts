import type { Told } from '#domain/alerts/alert.ts';
import { linkExpiry } from '#domain/alerts/link-life.ts';
import { isHeardInDepartments } from '#domain/alerts/routing.ts';
import { dayIn, type Instant, secondsAfter } from '#domain/days/instant.ts';
import { idOf, type OutboxId } from '#domain/ids.ts';
import type { Link } from '#domain/links/link.ts';
import type { Message } from '#domain/messages/message.ts';
import { mayCarryOut } from '#domain/recipients/may-act.ts';
import { CHANNELS, type Channel } from '#domain/recipients/recipient.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { audited } from './audited.ts';
import type { Change } from './change.ts';
import { closed, type HeldLink, holdLink, type LinkClosed, type LinkNotFound, type LinkRequest, matterOfLink } from './hold-link.ts';
import type { Ports } from './ports.ts';
import { whoIs } from './run-summary.ts';
import type { StoredRecipient } from './stored.ts';
import { type Attempt, untilDecided } from './until-decided.ts';

type PassedOn = { readonly passedTo: number };
type NobodyToPassTo = { readonly reason: 'nobody-to-pass-to' };
type PassedOnAlready = { readonly reason: 'passed-on-already' };
type Refusal = LinkNotFound | LinkClosed | NobodyToPassTo | PassedOnAlready;

/** D23. As with fresh links (L2): at most once an hour, so that nobody can flood the customer's admins. */
const PAUSE_SECONDS = 60 * 60;
/** Three changes each, and three beside them, in a transaction of 100. Those beyond are not asked; the answer says how many were. */
const MOST_ADMINS = 30;

/**
 * D23. Somebody who may only see passes the request to the customer's admins: its recipients without a partner who may act and
 * hear of the subscription. Each gets a message with an own link, bound to that recipient (L1), which takes the place of an
 * older one on the matter (L5). The link that was passed on stays as it is.
 */
export function passLinkOn(ports: Ports, request: LinkRequest): Promise<Result<PassedOn, Refusal>> {
  return untilDecided(() => attempt(ports, request));
}

async function attempt(ports: Ports, request: LinkRequest): Promise<Attempt<PassedOn, Refusal>> {
  const found = await holdLink(ports, request);
  if (!found.ok) return found;
  const held = found.value;
  if (held.standing !== 'open') return refused(await closed(ports, held));
  const at = ports.clock.now();
  const notSince = secondsAfter(at, -PAUSE_SECONDS);
  if (held.link.passedOnAt !== undefined && held.link.passedOnAt > notSince) return refused({ reason: 'passed-on-already' });
  const admins = adminsOf(held);
  if (admins.length === 0) return refused({ reason: 'nobody-to-pass-to' });
  const { linkId, tenantId, recipientId, subscriptionId } = held.link;
  const messages = admins.map((admin) => messageTo(ports, held, admin));
  const outcome = await ports.stores.storesFor(tenantId).commit([
    { change: 'require-tenant' },
    { change: 'pass-link-on', linkId, at, notSince },
    ...messages.flatMap(({ changes }) => changes),
    audited(
      ports,
      { who: whoIs(recipientId), door: 'link' },
      {
        action: 'link-passed-on',
        subject: subscriptionId,
        after: { passedTo: admins.map(({ recipient }) => recipient.recipientId) },
      },
    ),
  ]);
  if (!outcome.ok) return 'lost-race';
  await ports.queues.requestDelivery(messages.map(({ outboxId }) => outboxId));
  return ok({ passedTo: admins.length });
}

type Admin = { readonly recipient: StoredRecipient; readonly channel: Channel };

/** Over one channel each, e-mail first. */
function adminsOf({ snapshot, link }: HeldLink): readonly Admin[] {
  return snapshot.recipients
    .filter(({ recipientId, partnerId }) => recipientId !== link.recipientId && partnerId === undefined)
    .filter((recipient) => mayCarryOut(recipient, snapshot.partners))
    .filter(({ departments }) => isHeardInDepartments(departments, link.subscriptionId, snapshot))
    .flatMap((recipient) => {
      const channel = CHANNELS.find((each) => recipient.channels[each]?.delivery === 'confirmed');
      return channel === undefined ? [] : [{ recipient, channel }];
    })
    .slice(0, MOST_ADMINS);
}

function messageTo(
  ports: Ports,
  held: HeldLink,
  { recipient, channel }: Admin,
): { readonly outboxId: OutboxId; readonly changes: readonly Change[] } {
  const now = ports.clock.now();
  const { recipientId, toldRevision } = recipient;
  const { tenantId } = held.link;
  const link = linkFor(ports, held, { recipient, channel });
  const outboxId = idOf.outbox(ports.randomness.ulid(now));
  const work = { work: 'message', recipientId, channel, message: messageOf(held, link) } as const;
  return {
    outboxId,
    changes: [
      { change: 'open-link', link },
      { change: 'tell-recipient', recipientId, toldRevision, told: { [channel]: knownAfter(held, { recipient, channel }, { link, now }) } },
      { change: 'enqueue', item: { outboxId, tenantId, createdAt: now, work } },
    ],
  };
}

function linkFor({ clock, randomness }: Ports, { link, snapshot }: HeldLink, { recipient, channel }: Admin): Link {
  const now = clock.now();
  const { timeZone } = snapshot.tenant;
  const { tenantId, subscriptionId, endsOn } = link;
  return {
    linkId: idOf.link(randomness.token(16)),
    tenantId,
    recipientId: recipient.recipientId,
    channel,
    subscriptionId,
    ...(endsOn !== undefined && { endsOn }),
    secretHashes: [],
    createdAt: now,
    expiresAt: linkExpiry({ on: endsOn, today: dayIn(timeZone, now), now, timeZone }),
  };
}

/** L5. The matter that the link belongs to, as the admin knows it or hears of it now, with the admin's own link. */
function knownAfter(
  held: HeldLink,
  { recipient, channel }: Admin,
  { link, now }: { readonly link: Link; readonly now: Instant },
): Readonly<Record<string, Told>> {
  const before = recipient.told[channel] ?? {};
  const matter = matterOfLink(held);
  const told = matter === undefined ? undefined : held.recipient.told[held.link.channel]?.[matter];
  if (matter === undefined || told === undefined) throw new Error(`The link ${held.link.linkId} is open, and belongs to no matter.`);
  const own = before[matter];
  return { ...before, [matter]: { ...(own?.on === told.on ? own : { ...told, at: now }), linkId: link.linkId } };
}

function messageOf({ snapshot, subscription, recipient }: HeldLink, { linkId, endsOn, subscriptionId }: Link): Message {
  const partner = snapshot.partners.find(({ partnerId }) => partnerId === recipient.partnerId);
  return {
    template: 'passed-on',
    tenantName: snapshot.tenant.name,
    askedBy: recipient.name,
    ...(partner !== undefined && { partner: partner.name }),
    subscription: { name: subscription.name, id: subscriptionId },
    ...(endsOn !== undefined && { endsOn }),
    people: snapshot.people.filter(({ assignments }) => assignments.some((held) => held.subscriptionId === subscriptionId)).length,
    linkId,
  };
}
