import * as z from 'zod';
import { idOf } from '#domain/ids.ts';
import { TENANT_DEFAULTS, type Tenant } from '#domain/tenants/tenant.ts';
import type { ListedTenant, StoredTenant } from '#use-cases/stored.ts';
import { daysAhead, dayText, defined, id, idAnswer, ladder, language, momentText, name, timeZone } from './fields.ts';
import { pageQuery } from './lists.ts';

/** What a PUT of a tenant says. Left-out fields return to their defaults. */
export const tenantBody = z.strictObject({
  name,
  timeZone,
  language: language.default(TENANT_DEFAULTS.language),
  alertHour: z.int().min(0).max(23).default(TENANT_DEFAULTS.alertHour),
  ladder: ladder.default([...TENANT_DEFAULTS.ladder]),
  marginDays: z.int().min(0).max(3650).default(TENANT_DEFAULTS.marginDays),
  mode: z.enum(['control-hub', 'book', 'webex']).default(TENANT_DEFAULTS.mode),
  assurance: z.enum(['confirm', 'code']).default(TENANT_DEFAULTS.assurance),
  heartbeat: z.boolean().default(TENANT_DEFAULTS.heartbeat),
  primaryOverride: id.subscription.optional(),
});

export const tenantAnswer = z.object({
  tenantId: idAnswer,
  name: z.string(),
  timeZone: z.string(),
  language,
  alertHour: z.int(),
  ladder: z.array(z.int()),
  marginDays: z.int(),
  mode: z.enum(['control-hub', 'book', 'webex']),
  assurance: z.enum(['confirm', 'code']),
  heartbeat: z.boolean(),
  primaryOverride: idAnswer.optional(),
  nextCheckAt: momentText,
  checkedAt: momentText.optional(),
});

const counts = z.object({ subscriptions: z.int(), people: z.int(), covered: z.int(), stranded: z.int(), atRisk: z.int() });

export const listedTenantAnswer = z.object({ tenantId: idAnswer, soonestLossOn: dayText.optional(), counts: counts.optional() });

/** A tenant in which somebody loses access soon: `losing` people on `soonestLossOn`. */
export const expiringTenantAnswer = z.object({
  tenantId: idAnswer,
  soonestLossOn: dayText,
  losing: z.int(),
  counts: counts.optional(),
});

export const expiringQuery = { withinDays: daysAhead.default(30), ...pageQuery };

export function toTenant(tenantId: string, body: z.output<typeof tenantBody>): Tenant {
  return { tenantId: idOf.tenant(tenantId), ...defined(body) };
}

export function fromTenant(stored: StoredTenant): z.input<typeof tenantAnswer> {
  const {
    tenantId,
    name: called,
    timeZone: zone,
    language: spoken,
    alertHour,
    ladder: rungs,
    marginDays,
    mode,
    assurance,
    heartbeat,
  } = stored;
  const { primaryOverride, nextCheckAt, checkedAt } = stored;
  const settings = {
    tenantId,
    name: called,
    timeZone: zone,
    language: spoken,
    alertHour,
    ladder: [...rungs],
    marginDays,
    mode,
    assurance,
    heartbeat,
  };
  return { ...settings, nextCheckAt, ...defined({ primaryOverride, checkedAt }) };
}

/** `soonestLossOn` is left out where nothing known ends. */
export function fromListedTenant({ tenantId, soonestLossOn, counts: counted }: ListedTenant): z.input<typeof listedTenantAnswer> {
  return { tenantId, ...(soonestLossOn < '9999' && { soonestLossOn }), ...(counted !== undefined && { counts: counted }) };
}

/** D9. A tenant as the list of those that lose access shows it. */
export function fromExpiringTenant(listed: ListedTenant): z.input<typeof expiringTenantAnswer> {
  const { tenantId, soonestLossOn, losing, counts: counted } = listed;
  return { tenantId, soonestLossOn, losing, ...(counted !== undefined && { counts: counted }) };
}
