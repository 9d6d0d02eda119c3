import { decideAlerts } from '#domain/alerts/decide-alerts.ts';
import type { DueAlert } from '#domain/alerts/due-alert.ts';
import { type ChainHead, headOf } from '#domain/audit/chain-link.ts';
import { nextCheckAt } from '#domain/checks/next-check-at.ts';
import { tenantCounts } from '#domain/checks/tenant-counts.ts';
import { soonestLossOf } from '#domain/coverage/soonest-loss.ts';
import type { Finding } from '#domain/findings/finding.ts';
import type { TenantId } from '#domain/ids.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { type CheckedTenant, type CheckPorts, readSituation } from './read-situation.ts';
import type { TenantNotFound } from './refusals.ts';
import { type Telling, tellRecipient } from './tell-recipient.ts';
import { tellTooling } from './tell-tooling.ts';

/** What a check found, and what it told whom: the audience is in each alert's identity. */
export type Checked = {
  /** C2. Whether it was the day's morning check. */
  readonly morning: boolean;
  readonly findings: readonly Finding[];
  readonly alerts: readonly DueAlert[];
};

/** C2. Somebody has made the day's morning check already. */
export type NotDue = { readonly reason: 'not-due' };

/** A lost race is read again up to this many times in all; losing them all is a fault. */
const TRIES = 4;

/**
 * C3. Checks one tenant: reads it once, decides, and writes one transaction per recipient and for tooling; last,
 * `nextCheckAt` moves under its old value. Whoever loses a race reads again, and what was told stays told: checking twice,
 * late, or in two workers at once tells nobody twice (C5).
 * @throws Error when every try lost.
 */
export async function checkTenant(ports: CheckPorts, tenantId: TenantId): Promise<Result<Checked, TenantNotFound>> {
  const outcome = await check(ports, { tenantId, onlyIfDue: false });
  if (outcome === 'not-due')
    throw new Error(`A check of the tenant ${tenantId} that nobody limited to the morning was refused as not due.`);
  return outcome === 'tenant-not-found' ? refused({ reason: 'tenant-not-found' }) : ok(outcome);
}

/** C1. As `checkTenant`, for the tick: only if the tenant is still due, so that a message that came twice does nothing. */
export async function checkDueTenant(ports: CheckPorts, tenantId: TenantId): Promise<Result<Checked, TenantNotFound | NotDue>> {
  const outcome = await check(ports, { tenantId, onlyIfDue: true });
  return typeof outcome === 'string' ? refused({ reason: outcome }) : ok(outcome);
}

type Asked = { readonly tenantId: TenantId; readonly onlyIfDue: boolean };

async function check(ports: CheckPorts, asked: Asked): Promise<Checked | 'tenant-not-found' | 'not-due'> {
  const alerts: DueAlert[] = [];
  const alreadyTold = new Set<string>();
  for (let tried = 0; tried < TRIES; tried += 1) {
    const read = await readSituation(ports, asked);
    if (read === 'tenant-not-found' || read === 'not-due') return read;
    const tellings = await tellEverybody(ports, read, alreadyTold);
    alerts.push(...tellings.flatMap((each) => each.alerts));
    const lost = tellings.filter((each) => each.telling === 'lost-race');
    for (const key of lost.flatMap(({ exists }) => exists)) alreadyTold.add(key);
    if (lost.length > 0 || !(await finishCheck(ports, read))) continue;
    // Asked for last: whoever fails here has told everybody.
    if (read.situation.morning) await askForDailyWork(ports, read);
    return checkedOf(ports, read, alerts);
  }
  throw new Error(`The tenant ${asked.tenantId} changed during each of ${TRIES} checks.`);
}

/**
 * U2, R1. The day's check has the audit chained, and the runs looked at that may wait for Control Hub: a message that an import
 * sent for that is gone once a queue has lost it.
 */
async function askForDailyWork({ queues }: CheckPorts, { tenant: { tenantId }, mayWait }: CheckedTenant): Promise<void> {
  await queues.requestWork({ job: 'chain-audit', tenantId });
  for (const reassignmentId of mayWait) await queues.requestWork({ job: 'settle-moves', tenantId, reassignmentId });
}

/** C3. Recipient by recipient, then tooling; what was committed is handed to the delivery queue (A4). */
async function tellEverybody(
  ports: CheckPorts,
  { tenant, situation, recipients }: CheckedTenant,
  alreadyTold: ReadonlySet<string>,
): Promise<readonly Telling[]> {
  const tellings: Telling[] = [];
  const decisions = decideAlerts({ situation, recipients, alreadyTold });
  const auditHead = decisions.some(({ heartbeat }) => heartbeat) ? await readAuditHead(ports, tenant.tenantId) : undefined;
  for (const decision of decisions) tellings.push(await tellRecipient(ports, { situation, decision, auditHead }));
  tellings.push(await tellTooling(ports, { situation, toldRevision: tenant.toldRevision, alreadyTold }));
  const outboxIds = tellings.flatMap((each) => each.outboxIds);
  if (outboxIds.length > 0) await ports.queues.requestDelivery(outboxIds);
  return tellings;
}

/** U2. Read for the Monday line alone. */
async function readAuditHead({ stores }: CheckPorts, tenantId: TenantId): Promise<ChainHead | undefined> {
  const head = await stores.storesFor(tenantId).readChainHead();
  return head && headOf(head);
}

/** C1, C2. Only the morning check moves the tenant on to its next alert hour; every check writes what it counted. */
async function finishCheck(ports: CheckPorts, { tenant, situation }: CheckedTenant): Promise<boolean> {
  const { picture, today, now, morning } = situation;
  const outcome = await ports.stores.storesFor(tenant.tenantId).commit([
    {
      change: 'finish-check',
      checkedAt: now,
      from: tenant.nextCheckAt,
      revision: tenant.revision,
      nextCheckAt: morning ? nextCheckAt({ after: now, alertHour: tenant.alertHour, timeZone: tenant.timeZone }) : tenant.nextCheckAt,
      soonestLoss: soonestLossOf(picture, today),
      counts: tenantCounts(picture, today),
    },
  ]);
  return outcome.ok;
}

function checkedOf({ log }: CheckPorts, { tenant, situation }: CheckedTenant, alerts: readonly DueAlert[]): Checked {
  const { morning, findings } = situation;
  log.info('Checked a tenant.', { tenantId: tenant.tenantId, morning, findings: findings.length, alerts: alerts.length });
  return { morning, findings, alerts };
}
