import { matterKey } from '#domain/alerts/alert.ts';
import { linkExpiry } from '#domain/alerts/link-life.ts';
import { isHeardInDepartments } from '#domain/alerts/routing.ts';
import { dayIn } from '#domain/days/instant.ts';
import { idOf, type LinkId, type OutboxId } from '#domain/ids.ts';
import type { Link } from '#domain/links/link.ts';
import type { Message } from '#domain/messages/message.ts';
import { mayCarryOut } from '#domain/recipients/may-act.ts';
import { CHANNELS, type Channel } from '#domain/recipients/recipient.ts';
import { endsOn } from '#domain/subscriptions/status.ts';
import type { Change } from './change.ts';
import type { End } from './finish-reassignment.ts';
import type { Run } from './read-run.ts';
import { type ReopenedMatter, reopenedMatter } from './reopened-matter.ts';
import { nameOf, whoIs } from './run-summary.ts';
import type { StoredRecipient } from './stored.ts';

/**
 * R6. Tells the one who confirmed and everybody else who hears of the subscription, each over one confirmed channel, and
 * answers with what waits for delivery. Whoever may act gets a link: to the files where Control Hub is awaited (R1), to a
 * new plan where people were left behind (L6).
 */
export async function noticeResult(job: Run, status: End): Promise<readonly OutboxId[] | 'lost-race'> {
  const notices: OutboxId[] = [];
  const matter = status === 'undone' ? await reopenedMatter(job) : undefined;
  for (const recipient of matter?.recipients ?? job.snapshot.recipients) {
    const channel = CHANNELS.find((each) => recipient.channels[each]?.delivery === 'confirmed');
    if (channel === undefined || !hears(job, recipient)) continue;
    const outboxId = await notice(job, { status, recipient, channel, ...(matter && { matter }) });
    if (outboxId === 'lost-race') return 'lost-race';
    notices.push(outboxId);
  }
  return notices;
}

function hears({ run, snapshot }: Run, { departments, recipientId }: StoredRecipient): boolean {
  const who = whoIs(recipientId);
  const { startedBy, confirmedBy, cancelledBy, resumedBy, undoneBy } = run;
  if ([startedBy, confirmedBy?.who, cancelledBy?.who, resumedBy?.who, undoneBy?.who].includes(who)) return true;
  return isHeardInDepartments(departments, run.request.fromSubscriptionId, snapshot);
}

/** A ULID is 10 characters of time and 16 of chance. */
const ULID_TIME = 10;
const ULID_CHANCE = 16;

type Notice = {
  readonly status: End;
  readonly recipient: StoredRecipient;
  readonly channel: Channel;
  /** R7. What an undo has made true again. */
  readonly matter?: ReopenedMatter;
};

const TRIES = 5;

/**
 * With its link when it gets one, without when the matter was never told over this channel. It may be there already, from an
 * end that was begun before; a check may have told its recipient of something meanwhile, and then it is written anew.
 */
async function notice(job: Run, asked: Notice): Promise<OutboxId | 'lost-race'> {
  const { stores } = job;
  const outboxId = noticeId(job, asked);
  let { recipient } = asked;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const link = tried === TRIES - 1 ? undefined : linkFor(job, { ...asked, recipient });
    const outcome = await stores.commit(changesFor(job, { ...asked, recipient, outboxId, link }));
    if (outcome.ok) return outboxId;
    const { failed } = outcome.refusal;
    if (failed.includes(HEADER)) return 'lost-race';
    if (failed.includes(ITEM)) return outboxId;
    const read = await stores.readRecipient(recipient.recipientId);
    if (read === undefined) return outboxId;
    recipient = read;
  }
  throw new Error(`The notice ${outboxId} of the reassignment ${job.run.reassignmentId} was refused without a link.`);
}

/** The same for a repeated end; like every outbox id it begins with a time, the run's own. */
function noticeId({ ports, run, tenantId }: Run, { status, channel, recipient: { recipientId } }: Notice): OutboxId {
  const digest = ports.digest([tenantId, run.reassignmentId, run.leg, status, recipientId, channel].join('#'));
  return idOf.outbox(`${run.reassignmentId.slice(0, ULID_TIME)}${digest.slice(0, ULID_CHANCE)}`);
}

/** The places of what a notice is written under, and of the notice itself. */
const HEADER = 0;
const ITEM = 1;

/** A link, and what its recipient knows with it. */
type Linked = { readonly link: Link; readonly told?: Change };

function changesFor(
  job: Run,
  { recipient, channel, status, outboxId, link }: Notice & { readonly outboxId: OutboxId; readonly link: Linked | undefined },
): readonly Change[] {
  const { tenantId, ports } = job;
  const { recipientId } = recipient;
  const message = messageFor(job, status, link?.link.linkId);
  const createdAt = ports.clock.now();
  return [
    { change: 'require-reassignment', reassignmentId: job.run.reassignmentId, revision: job.run.revision },
    { change: 'enqueue', item: { outboxId, tenantId, createdAt, work: { work: 'message', recipientId, channel, message } } },
    ...(link === undefined ? [] : [{ change: 'open-link', link: link.link } as const]),
    ...(link?.told === undefined ? [] : [link.told]),
  ];
}

function linkFor(job: Run, asked: Notice): Linked | undefined {
  const { status, recipient, channel, matter } = asked;
  const { counts, reassignmentId } = job.run;
  if (!mayCarryOut(recipient, job.snapshot.partners)) return undefined;
  const link = newLink(job, { recipient, channel });
  // R1. To the files, and to the word that they were imported, whatever else became of the run.
  if ((counts.moving ?? 0) > 0) return { link: { ...link, used: { reassignmentId, at: job.ports.clock.now() } } };
  if (status === 'undone') return matter && reopenedLink({ ...asked, matter }, link);
  const isLeftBehind = (counts.unplaced ?? 0) + (counts.failed ?? 0) + (counts.pending ?? 0) > 0;
  return isLeftBehind ? replacedLink(job, asked, link) : undefined;
}

/** L6. In the place of the link in the matter that the recipient was told of. */
function replacedLink({ run }: Run, { recipient, channel }: Notice, link: Link): Linked | undefined {
  const told = Object.entries(recipient.told[channel] ?? {}).find(
    ([, { subject, linkId }]) => linkId !== undefined && (subject === link.subscriptionId || linkId === run.startedByLink),
  );
  if (told === undefined) return undefined;
  const [matter, before] = told;
  const { recipientId } = recipient;
  return { link, told: { change: 'replace-told', recipientId, channel, matter, told: { ...before, linkId: link.linkId } } };
}

/** R7. The matter that the undo has made true again, told anew with a link of its own. */
function reopenedLink({ recipient, channel, matter }: Notice & { readonly matter: ReopenedMatter }, link: Link): Linked | undefined {
  const told = matter.toldTo({ recipientId: recipient.recipientId, channel });
  if (told === undefined) return undefined;
  const { recipientId, toldRevision } = recipient;
  const known = { ...recipient.told[channel], [matterKey(told)]: { ...told, linkId: link.linkId } };
  return { link, told: { change: 'tell-recipient', recipientId, toldRevision, told: { [channel]: known } } };
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
  const ender = run.undoneBy ?? run.cancelledBy;
  return {
    template: 'reassignment-result',
    tenantName: snapshot.tenant.name,
    subscription: { name: source?.name ?? run.request.fromSubscriptionId, id: run.request.fromSubscriptionId },
    startedBy: nameOf(run.startedBy, snapshot),
    ...(ender !== undefined && { endedBy: nameOf(ender.who, snapshot) }),
    status: status === 'awaiting-control-hub' && run.undoneBy !== undefined ? 'awaiting-control-hub-back' : status,
    counts: run.counts,
    seatsToBuy: run.seatsToBuy,
    ...(on !== undefined && { endsOn: on }),
    ...(linkId !== undefined && { linkId }),
  };
}
