import { fromForecast } from '#contract/forecast.ts';
import { invalidRequest } from '#contract/invalid.ts';
import type { apiOperations } from '#contract/operations.ts';
import { fromAccount, month, toMonthUsage } from '#contract/usage.ts';
import { fromOutlook, toChangeInThought } from '#contract/what-if.ts';
import type { TenantId } from '#domain/ids.ts';
import { askWhatIf } from '#use-cases/ask-what-if.ts';
import type { Ports } from '#use-cases/ports.ts';
import { putUsage } from '#use-cases/put-usage.ts';
import { readForecast } from '#use-cases/read-forecast.ts';
import { readUsage } from '#use-cases/read-usage.ts';
import type { Answer } from '../http/answer.ts';
import { tenantIdOf } from '../http/http-request.ts';
import { type Handlers, refuse } from '../http/router.ts';

type Routes = 'putUsage' | 'getUsage' | 'getForecast' | 'askWhatIf';
type Params = { readonly params: Readonly<Record<string, string>> };

/** The routes of usage and of what is to be expected. */
export function payingRoutes(ports: Ports): Handlers<Pick<typeof apiOperations, Routes>> {
  return {
    putUsage: (request) =>
      ofMonth(request, async (asked) => {
        const usage = toMonthUsage(asked.month, request.body);
        const put = await putUsage(ports, { actor: request.actor, tenantId: asked.tenantId, usage, ifMatch: request.ifMatch });
        return put.ok ? one(ports, asked) : refuse(put.refusal);
      }),
    getUsage: (request) => ofMonth(request, (asked) => one(ports, asked)),
    askWhatIf: async (request) => {
      const { asOf, ...change } = request.body;
      const asked = await askWhatIf(ports, { tenantId: tenantIdOf(request), asOf, change: toChangeInThought(change) });
      if (!asked.ok) return refuse(asked.refusal);
      return { status: 200, body: { before: fromOutlook(asked.value.before), after: fromOutlook(asked.value.after) } };
    },
    getForecast: async (request) => {
      const forecast = await readForecast(ports, { tenantId: tenantIdOf(request), ...request.query });
      return forecast.ok ? { status: 200, body: fromForecast(forecast.value) } : refuse(forecast.refusal);
    },
  };
}

type OfMonth = { readonly tenantId: TenantId; readonly month: string };

async function ofMonth(request: Params, answer: (asked: OfMonth) => Promise<Answer>): Promise<Answer> {
  const read = month.safeParse(request.params['month']);
  return read.success ? answer({ tenantId: tenantIdOf(request), month: read.data }) : refuse(invalidRequest(read.error, ['month']));
}

async function one(ports: Ports, asked: OfMonth): Promise<Answer> {
  const read = await readUsage(ports, asked);
  if (!read.ok) return refuse(read.refusal);
  return { status: 200, body: fromAccount(read.value), headers: { etag: `"${read.value.revision}"` } };
}
