import type { Situation } from '#domain/alerts/situation.ts';
import type { Actor } from '#domain/audit/entry.ts';
import { isMorningCheck } from '#domain/checks/is-morning-check.ts';
import type { Day } from '#domain/days/day.ts';
import { dayIn, type Instant } from '#domain/days/instant.ts';
import { findingsOf } from '#domain/findings/find-all.ts';
import type { ReassignmentId, TenantId } from '#domain/ids.ts';
import type { Ports, Topics } from './ports.ts';
import { repairSeats } from './repair-seats.ts';
import type { Snapshot, StoredRecipient, StoredTenant } from './stored.ts';
import { watchDeliveries } from './watch-deliveries.ts';

export type CheckPorts = Ports & { readonly topics: Pick<Topics, 'deliveryOf'> };

/** What a check works on: the tenant as it was read, what is true about it, and whom it can reach. */
export type CheckedTenant = {
  readonly tenant: StoredTenant;
  readonly situation: Situation;
  readonly recipients: readonly StoredRecipient[];
  /** R1. The runs that may still wait for Control Hub. */
  readonly mayWait: ReadonlySet<ReassignmentId>;
};

const ACTOR: Actor = { who: 'lapsewatch', door: 'check' };

/**
 * C3, C5. The reading half of a check: the tenant with all that is its own, seats recounted, topics looked at, findings.
 * `not-due` when only the morning check was wanted and somebody has made it (C2).
 */
export async function readSituation(
  ports: CheckPorts,
  { tenantId, onlyIfDue }: { readonly tenantId: TenantId; readonly onlyIfDue: boolean },
): Promise<CheckedTenant | 'tenant-not-found' | 'not-due'> {
  const now = ports.clock.now();
  const read = await ports.stores.storesFor(tenantId).readSnapshot();
  if (read === undefined) return 'tenant-not-found';
  if (onlyIfDue && !isMorningCheck({ nextCheckAt: read.tenant.nextCheckAt, now })) return 'not-due';
  const snapshot = await repairSeats(ports, { snapshot: read, actor: ACTOR });
  if (snapshot === undefined) return 'tenant-not-found';
  const recipients = await watchDeliveries(ports, { tenantId, recipients: snapshot.recipients, actor: ACTOR });
  const { tenant } = snapshot;
  const morning = isMorningCheck({ nextCheckAt: tenant.nextCheckAt, now });
  const situation = situationOf({ ...snapshot, recipients }, { today: dayIn(tenant.timeZone, now), now, morning });
  return { tenant, recipients, situation, mayWait: mayWaitIn(snapshot) };
}

/** Those that people are on the way with, and the last one that left each subscription. */
function mayWaitIn({ people, subscriptions }: Snapshot): ReadonlySet<ReassignmentId> {
  const moving = people.flatMap((person) => (person.moving === undefined ? [] : [person.moving.reassignmentId]));
  return new Set([...moving, ...subscriptions.flatMap(({ leftBy }) => (leftBy === undefined ? [] : [leftBy]))]);
}

/** What is true about a tenant on a day, and what was told of it. */
export function situationOf(
  snapshot: Snapshot,
  when: { readonly today: Day; readonly now: Instant; readonly morning: boolean },
): Situation {
  return { picture: snapshot, findings: findingsOf({ picture: snapshot, today: when.today }), toolingTold: snapshot.tenant.told, ...when };
}
