import type { Told } from '#domain/alerts/alert.ts';
import { linkExpiry } from '#domain/alerts/link-life.ts';
import { isHeardInDepartments } from '#domain/alerts/routing.ts';
import { dayIn } from '#domain/days/instant.ts';
import { idOf, type LinkId, type OutboxId } from '#domain/ids.ts';
import type { Link } from '#domain/links/link.ts';
import type { Message } from '#domain/messages/message.ts';
import { CHANNELS, type Channel } from '#domain/recipients/recipient.ts';
import { endsOn } from '#domain/subscriptions/status.ts';
import type { Run } from './carry-out-reassignment.ts';
import type { Change } from './change.ts';
import type { End } from './finish-reassignment.ts';
import { nameOf, whoIs } from './run-summary.ts';
import type { StoredRecipient } from './stored.ts';

/**
 * R6. Tells the one who confirmed and everybody else who hears of the subscription, each over one confirmed channel, and
 * answers with what waits for delivery. Whoever may act gets a link: to the files where Control Hub is awaited (R1), to a
 * new plan where people were left behind (L6).
 */
export async function noticeResult(job: Run, status: End): Promise<readonly OutboxId[]> {
  const notices: OutboxId[] = [];
  for (const recipient of job.snapshot.recipients) {
    const channel = CHANNELS.find((each) => recipient.channels[each]?.delivery === 'confirmed');
    if (channel !== undefined && hears(job, recipient)) notices.push(await notice(job, { status, recipient, channel }));
  }
  return notices;
}

function hears({ run, snapshot }: Run, { departments, recipientId }: StoredRecipient): boolean {
  return run.startedBy === whoIs(recipientId) || isHeardInDepartments(departments, run.request.fromSubscriptionId, snapshot);
}

/** A ULID is 10 characters of time and 16 of chance. */
const ULID_TIME = 10;
const ULID_CHANCE = 16;

type Notice = { readonly status: End; readonly recipient: StoredRecipient; readonly channel: Channel };

/** With its link when it gets one, without when the matter was never told over this channel. Refused: it is there already. */
async function notice(job: Run, asked: Notice): Promise<OutboxId> {
  const { run, ports, stores } = job;
  const { recipientId } = asked.recipient;
  // The same for a repeated end; like every outbox id it begins with a time, the run's own.
  const digest = ports.digest(`${job.tenantId}#${run.reassignmentId}#${asked.status}#${recipientId}#${asked.channel}`);
  const outboxId = idOf.outbox(`${run.reassignmentId.slice(0, ULID_TIME)}${digest.slice(0, ULID_CHANCE)}`);
  const link = linkFor(job, asked);
  const changes = changesFor(job, { ...asked, outboxId, link });
  const outcome = await stores.commit(changes);
  if (!outcome.ok && link !== undefined) await stores.commit(changesFor(job, { ...asked, outboxId, link: undefined }));
  return outboxId;
}

type Linked = { readonly link: Link; readonly replaces?: { readonly matter: string; readonly told: Told } };

function changesFor(
  job: Run,
  { recipient, channel, status, outboxId, link }: Notice & { readonly outboxId: OutboxId; readonly link: Linked | undefined },
): readonly Change[] {
  const { tenantId, ports } = job;
  const { recipientId } = recipient;
  const message = messageFor(job, status, link?.link.linkId);
  const createdAt = ports.clock.now();
  return [
    { change: 'enqueue', item: { outboxId, tenantId, createdAt, work: { work: 'message', recipientId, channel, message } } },
    ...(link === undefined ? [] : [{ change: 'open-link', link: link.link } as const]),
    ...(link?.replaces === undefined ? [] : [{ change: 'replace-told', recipientId, channel, ...link.replaces } as const]),
  ];
}

function linkFor(job: Run, { status, recipient, channel }: Notice): Linked | undefined {
  const { counts, reassignmentId, startedByLink } = job.run;
  if (!recipient.mayAct) return undefined;
  if (status === 'awaiting-control-hub')
    return { link: { ...newLink(job, { recipient, channel }), used: { reassignmentId, at: job.ports.clock.now() } } };
  if ((counts.unplaced ?? 0) + (counts.failed ?? 0) === 0) return undefined;
  const link = newLink(job, { recipient, channel });
  const told = Object.entries(recipient.told[channel] ?? {}).find(
    ([, { subject, linkId }]) => linkId !== undefined && (subject === link.subscriptionId || linkId === startedByLink),
  );
  return told && { link, replaces: { matter: told[0], told: { ...told[1], linkId: link.linkId } } };
}

function newLink({ ports, run, snapshot, tenantId, targets }: Run, { recipient, channel }: Omit<Notice, 'status'>): Link {
  const { fromSubscriptionId: subscriptionId } = run.request;
  const source = targets.get(subscriptionId);
  const on = source && endsOn(source);
  const now = ports.clock.now();
  const { timeZone } = snapshot.tenant;
  return {
    linkId: idOf.link(ports.randomness.token(16)),
    tenantId,
    recipientId: recipient.recipientId,
    channel,
    subscriptionId,
    ...(on !== undefined && { endsOn: on }),
    secretHashes: [],
    createdAt: now,
    expiresAt: linkExpiry({ on, today: dayIn(timeZone, now), now, timeZone }),
  };
}

function messageFor({ run, snapshot, targets }: Run, status: End, linkId: LinkId | undefined): Message {
  const source = targets.get(run.request.fromSubscriptionId);
  const on = source && endsOn(source);
  return {
    template: 'reassignment-result',
    tenantName: snapshot.tenant.name,
    subscription: { name: source?.name ?? run.request.fromSubscriptionId, id: run.request.fromSubscriptionId },
    startedBy: nameOf(run.startedBy, snapshot),
    status,
    counts: run.counts,
    seatsToBuy: run.seatsToBuy,
    ...(on !== undefined && { endsOn: on }),
    ...(linkId !== undefined && { linkId }),
  };
}
