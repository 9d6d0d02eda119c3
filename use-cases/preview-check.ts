import { decideAlerts, decideTooling } from '#domain/alerts/decide-alerts.ts';
import type { Day } from '#domain/days/day.ts';
import type { TenantId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Checked } from './check-tenant.ts';
import type { Ports } from './ports.ts';
import { readPicture } from './read-picture.ts';
import { situationOf } from './read-situation.ts';
import type { TenantNotFound } from './refusals.ts';

/**
 * What the morning check of a day would find and tell: today's, or that of `asOf`, if nothing changed and nobody was told
 * anything until then. Goes by the delivery states as they were last seen. Writes nothing.
 */
export async function previewCheck(
  { stores, clock }: Pick<Ports, 'stores' | 'clock'>,
  { tenantId, asOf }: { readonly tenantId: TenantId; readonly asOf?: Day | undefined },
): Promise<Result<Checked, TenantNotFound>> {
  const read = await readPicture({ stores, clock }, { tenantId, on: asOf });
  if (!read.ok) return read;
  const { snapshot, today } = read.value;
  const situation = situationOf(snapshot, { today, now: clock.now(), morning: true });
  const nothing = new Set<string>();
  const told = decideAlerts({ situation, recipients: snapshot.recipients, alreadyTold: nothing }).flatMap(({ audiences }) => audiences);
  const tooling = decideTooling({ situation, alreadyTold: nothing });
  return ok({ morning: true, findings: situation.findings, alerts: [...told, tooling].flatMap(({ alerts }) => alerts) });
}
