import { dayOfFinding } from '#domain/alerts/due-alert.ts';
import { isMatter, latestSnooze, type Snooze, type Snoozes } from '#domain/alerts/snooze.ts';
import type { Actor } from '#domain/audit/entry.ts';
import type { Day } from '#domain/days/day.ts';
import { dayIn } from '#domain/days/instant.ts';
import { findingsOf } from '#domain/findings/find-all.ts';
import type { RecipientId, TenantId } from '#domain/ids.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { audited } from './audited.ts';
import type { Ports } from './ports.ts';
import type { TenantNotFound } from './refusals.ts';
import type { Snapshot, StoredRecipient } from './stored.ts';
import { type Attempt, untilDecided } from './until-decided.ts';

/** What is asked for: a reason, and the day before which the matter is not told again; the latest one possible where it is left out. */
export type Wish = { readonly reason: string; readonly until?: Day };
type Asked = {
  readonly actor: Actor;
  readonly tenantId: TenantId;
  readonly recipientId: RecipientId;
  /** `matterKey` of what the recipient was told. */
  readonly matter: string;
  /** The day that the alert was about; another one by now is another alert (C5). */
  readonly on?: Day;
  readonly wish: Wish;
};
export type Snoozed = { readonly until: Day };
/** A6. What is critical is told whatever anybody says; so is what comes tomorrow. */
type CriticalCannotWait = { readonly reason: 'critical-cannot-wait' };
/** What was told is not true any more, or the recipient is gone. */
export type AlertOver = { readonly reason: 'alert-over' };
type WrongDay = { readonly reason: 'invalid-request'; readonly errors: readonly { readonly path: string; readonly message: string }[] };
export type SnoozeRefusal = TenantNotFound | CriticalCannotWait | AlertOver | WrongDay;

/**
 * A6. Puts a matter off for one recipient, over all channels, with a reason: until the next rung but one at the latest, never
 * later than the day before its end, and never when it is critical. The others go on hearing of it.
 */
export function snoozeMatter(ports: Ports, asked: Asked): Promise<Result<Snoozed, SnoozeRefusal>> {
  return untilDecided(() => attempt(ports, asked));
}

async function attempt(
  ports: Ports,
  { actor, tenantId, recipientId, matter, on: asked, wish }: Asked,
): Promise<Attempt<Snoozed, SnoozeRefusal>> {
  const stores = ports.stores.storesFor(tenantId);
  const snapshot = await stores.readSnapshot();
  if (snapshot === undefined) return refused({ reason: 'tenant-not-found' });
  const recipient = snapshot.recipients.find((each) => each.recipientId === recipientId);
  const told = recipient && toldOf(recipient, matter);
  if (recipient === undefined || told === undefined) return refused({ reason: 'alert-over' });
  const at = ports.clock.now();
  const decided = decide({ snapshot, matter, wish, today: dayIn(snapshot.tenant.timeZone, at) });
  if (!decided.ok) return decided;
  const { until, on = told.on } = decided.value;
  if (asked !== undefined && asked !== on) return refused({ reason: 'alert-over' });
  const snooze: Snooze = { on, until, reason: wish.reason, at };
  const outcome = await stores.commit([
    { change: 'require-tenant' },
    { change: 'snooze', recipientId, toldRevision: recipient.toldRevision, snoozed: { ...stillTold(recipient), [matter]: snooze } },
    audited(ports, actor, {
      action: 'alert-snoozed',
      subject: recipientId,
      before: recipient.snoozed?.[matter] && { matter, until: recipient.snoozed[matter].until },
      after: { matter, on, until, reason: wish.reason },
    }),
  ]);
  return outcome.ok ? ok({ until }) : 'lost-race';
}

type Deciding = { readonly snapshot: Snapshot; readonly matter: string; readonly wish: Wish; readonly today: Day };

/** `on`: the day the matter is dated by now, where it has one. */
function decide({ snapshot, matter, wish, today }: Deciding): Result<Snoozed & { readonly on?: Day }, SnoozeRefusal> {
  const finding = findingsOf({ picture: snapshot, today }).find((each) => isMatter(each, matter));
  if (finding === undefined) return refused({ reason: 'alert-over' });
  const latest = latestSnooze({ finding, picture: snapshot, today });
  if (latest === undefined) return refused({ reason: 'critical-cannot-wait' });
  const until = wish.until ?? latest;
  if (until <= today) return wrongDay('Must be after today.');
  if (until > latest) return wrongDay(`Must be ${latest} or earlier: by then it has to be told again.`);
  const on = dayOfFinding(finding);
  return ok({ until, ...(on !== undefined && { on }) });
}

function wrongDay(message: string): Result<never, WrongDay> {
  return refused({ reason: 'invalid-request', errors: [{ path: 'until', message }] });
}

/** What the recipient was told of a matter, over whichever channel. */
function toldOf({ told }: StoredRecipient, matter: string) {
  return told.email?.[matter] ?? told.sms?.[matter];
}

/** What is solved is forgotten here, too. */
function stillTold(recipient: StoredRecipient): Snoozes {
  return Object.fromEntries(Object.entries(recipient.snoozed ?? {}).filter(([matter]) => toldOf(recipient, matter) !== undefined));
}
