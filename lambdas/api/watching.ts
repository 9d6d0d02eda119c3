import { fromAlert, toWish } from '#contract/alerts.ts';
import { fromChecked } from '#contract/checks.ts';
import { fromFindingDescribed } from '#contract/findings.ts';
import { toCursor } from '#contract/lists.ts';
import type { apiOperations } from '#contract/operations.ts';
import { coverageOf } from '#domain/coverage/coverage-of.ts';
import { findingsOf } from '#domain/findings/find-all.ts';
import { idOf } from '#domain/ids.ts';
import { checkTenant } from '#use-cases/check-tenant.ts';
import { listAlerts } from '#use-cases/list-alerts.ts';
import { previewCheck } from '#use-cases/preview-check.ts';
import { readPicture } from '#use-cases/read-picture.ts';
import type { CheckPorts } from '#use-cases/read-situation.ts';
import { snoozeAlert } from '#use-cases/snooze-alert.ts';
import { tenantIdOf } from '../http/http-request.ts';
import { type Handlers, refuse } from '../http/router.ts';
import { pageOf, placeOf } from './pages.ts';

type Routes = 'getCoverage' | 'listFindings' | 'checkTenant' | 'listAlerts' | 'snoozeAlert';

/** Above this many people a check is left to its own function: it might take longer than a caller can wait (29 s). */
const PEOPLE_WHILE_WAITING = 20_000;

/** The routes that tell how a tenant stands. */
export function watchingRoutes(ports: CheckPorts): Handlers<Pick<typeof apiOperations, Routes>> {
  return {
    getCoverage: async (request) => {
      const read = await readPicture(ports, { tenantId: tenantIdOf(request), on: request.query.on });
      if (!read.ok) return refuse(read.refusal);
      return { status: 200, body: coverageOf({ picture: read.value.snapshot, today: read.value.today, days: request.query.days }) };
    },
    listFindings: async (request) => {
      const read = await readPicture(ports, { tenantId: tenantIdOf(request), on: request.query.on });
      if (!read.ok) return refuse(read.refusal);
      const seen = { picture: read.value.snapshot, today: read.value.today };
      const findings = findingsOf(seen);
      const from = placeOf(request.query);
      const next = from + request.query.limit;
      return {
        status: 200,
        body: {
          items: findings.slice(from, next).map((each) => fromFindingDescribed(each, seen)),
          ...(next < findings.length && { next: toCursor(String(next)) }),
        },
      };
    },
    checkTenant: async (request) => {
      const tenantId = tenantIdOf(request);
      const { dryRun, asOf } = request.body;
      if (!dryRun && (await isLarge(ports, tenantId))) {
        await ports.queues.requestCheck({ tenantId, because: 'write', requestedAt: ports.clock.now() });
        return { status: 202, body: { status: 'queued' } };
      }
      const checked = dryRun ? await previewCheck(ports, { tenantId, asOf }) : await checkTenant(ports, tenantId);
      return checked.ok ? { status: 200, body: fromChecked(checked.value) } : refuse(checked.refusal);
    },
    snoozeAlert: async (request) => {
      const alertId = idOf.alert(request.params['alertId'] ?? '');
      const snoozed = await snoozeAlert(ports, {
        actor: request.actor,
        tenantId: tenantIdOf(request),
        alertId,
        wish: toWish(request.body),
      });
      return snoozed.ok ? { status: 200, body: snoozed.value } : refuse(snoozed.refusal);
    },
    listAlerts: async (request) => {
      const alerts = await listAlerts(ports, { tenantId: tenantIdOf(request), page: pageOf(request.query) });
      if (!alerts.ok) return refuse(alerts.refusal);
      const { items, next } = alerts.value;
      return { status: 200, body: { items: items.map(fromAlert), ...(next !== undefined && { next }) } };
    },
  };
}

async function isLarge({ stores }: CheckPorts, tenantId: ReturnType<typeof tenantIdOf>): Promise<boolean> {
  return ((await stores.storesFor(tenantId).readTenant())?.counts?.people ?? 0) > PEOPLE_WHILE_WAITING;
}
