import type { Day } from '../days/day.ts';
import type { Instant } from '../days/instant.ts';
import { type Finding, type FindingKind, type Severity, subjectKey } from '../findings/finding.ts';
import type { AlertId, LinkId, RecipientId, TenantId } from '../ids.ts';
import type { Channel } from '../recipients/recipient.ts';

/**
 * Who is told. Tooling (A2) is told of every matter once, without links, over the static topic and the event bus,
 * whether or not the tenant has recipients.
 */
export type Audience =
  | { readonly recipientId: RecipientId; readonly channel: Channel }
  | { readonly recipientId: '#tooling'; readonly channel: 'events' };

/**
 * C5. What makes two alerts the same. `on` is the end the finding is dated by; for one without a date, the day it was
 * first seen, so that it is told again when it comes back. `rung` is `once` for those.
 */
export type AlertIdentity = {
  readonly tenantId: TenantId;
  readonly kind: FindingKind;
  /** `subjectKey` of the finding. */
  readonly subject: string;
  readonly on: Day;
  readonly rung: number | 'once';
  readonly audience: Audience;
};

/** A finding told to a recipient, once per rung. */
export type Alert = {
  readonly alertId: AlertId;
  readonly identity: AlertIdentity;
  readonly severity: Severity;
  readonly people: number;
  readonly admins: number;
  readonly toldAt: Instant;
  /** The outbox item that carries it: its state is the alert's delivery state (A5). */
  readonly outboxId: string;
  readonly linkId?: LinkId;
};

/** What an audience was told of one matter and not yet told to be over. Owned by the check. */
export type Told = {
  readonly kind: FindingKind;
  readonly subject: string;
  readonly on: Day;
  readonly rung: number | 'once';
  readonly severity: Severity;
  readonly at: Instant;
  /** L5. The one link of this matter that still opens the plan; every older one is superseded. */
  readonly linkId?: LinkId;
  /** A5. How many rungs of that day were told; one where it is left out. Counted anew after the matter was put off (A6). */
  readonly rungs?: number;
};

/** Told matters by `matterKey`. */
export type ToldMatters = Readonly<Record<string, Told>>;

/** A matter: one kind of finding about one subject. Its rungs and dates change, the matter stays. */
export function matterKey({ kind, subject }: { readonly kind: FindingKind; readonly subject: string }): string {
  return `${kind}|${subject}`;
}

/** The `matterKey` of what a finding tells of. */
export function matterKeyOf({ kind, subject }: Finding): string {
  return matterKey({ kind, subject: subjectKey(subject) });
}
