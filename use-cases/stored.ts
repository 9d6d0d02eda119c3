import type { ToldMatters } from '#domain/alerts/alert.ts';
import type { Snoozes } from '#domain/alerts/snooze.ts';
import type { SoonestLoss } from '#domain/coverage/soonest-loss.ts';
import type { Day } from '#domain/days/day.ts';
import type { Instant } from '#domain/days/instant.ts';
import type { ReassignmentId, TenantId } from '#domain/ids.ts';
import type { ImportRow, Rejection } from '#domain/imports/import.ts';
import type { LatestUsage } from '#domain/liability/usage.ts';
import type { Partner } from '#domain/partners/partner.ts';
import type { Person } from '#domain/people/person.ts';
import type { Channel, Delivery, Recipient } from '#domain/recipients/recipient.ts';
import type { Subscription } from '#domain/subscriptions/subscription.ts';
import type { Tenant } from '#domain/tenants/tenant.ts';

/** What was read, with the number that a later write holds it against. It grows by one with each replacement. */
export type Stored<Noun> = Noun & { readonly revision: number };

export type StoredTenant = Stored<Tenant> & {
  readonly nextCheckAt: Instant;
  /** Grows with every change of the tenant's list of subscriptions or their terms: D20 is held under it. */
  readonly subscriptionsRevision: number;
  /** When the last check began; a queued check asked for before that has nothing left to do. */
  readonly checkedAt?: Instant;
  /** What the last check counted. */
  readonly counts?: TenantCounts;
  /** A2. What tooling was told. */
  readonly told: ToldMatters;
  readonly toldRevision: number;
};

/** Seats of each kind: commitment minus holders, those who are moving there included; may be negative (D24). */
export type FreeSeats = Readonly<Record<string, number>>;

export type StoredSubscription = Stored<Subscription> & {
  readonly free: FreeSeats;
  /** L6. The unfinished reassignment that leaves this subscription. */
  readonly leavingBy?: ReassignmentId;
  /** L6. The last reassignment that left it and is finished, so that a late visitor reads who did it. */
  readonly leftBy?: ReassignmentId;
};

export type StoredChannel = { readonly address: string; readonly delivery: Delivery; readonly subscriptionArn?: string };

export type StoredRecipient = Stored<Recipient> & {
  readonly channels: Readonly<Partial<Record<Channel, StoredChannel>>>;
  /** C5. What was told over each channel. */
  readonly told: Readonly<Partial<Record<Channel, ToldMatters>>>;
  readonly toldRevision: number;
  /** A6. What the recipient has put off; nothing where it is left out. */
  readonly snoozed?: Snoozes;
  /** A1. The tenant's day of the last SMS. */
  readonly lastSmsOn?: Day;
  /** C8. The tenant's day of the last Monday line. */
  readonly lastHeartbeatOn?: Day;
};

/** Everything one check or plan reads: one Query of the tenant's partition, strongly consistent. */
export type Snapshot = {
  readonly tenant: StoredTenant;
  readonly subscriptions: readonly StoredSubscription[];
  readonly people: readonly Stored<Person>[];
  readonly recipients: readonly StoredRecipient[];
  readonly partners: readonly Stored<Partner>[];
  /** D19. Of the latest month that was entered, kept beside the tenant so that a check need not look for it. */
  readonly usage?: LatestUsage;
};

/** R8. A request that named itself, and what it was answered. */
export type RecordedAnswer = {
  readonly key: string;
  readonly requestHash: string;
  readonly status: number;
  readonly body: unknown;
  readonly expiresAt: Instant;
};

/** D10. Everybody counts once: total = covered + stranded + waiting + unassigned. */
export type TenantCounts = {
  readonly subscriptions: number;
  readonly people: number;
  readonly covered: number;
  readonly stranded: number;
  readonly atRisk: number;
};

/** A tenant as the list of all shows it: as its last check found it. */
export type ListedTenant = SoonestLoss & { readonly tenantId: TenantId; readonly counts?: TenantCounts };

export type ImportChunk = {
  readonly number: number;
  readonly rows: readonly ImportRow[];
  readonly finished?: { readonly imported: number; readonly unchanged: number; readonly rejected: readonly Rejection[] };
};
