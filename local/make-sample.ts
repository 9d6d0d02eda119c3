import { setTimeout as sleep } from 'node:timers/promises';
import { dayIn, type Instant } from '#domain/days/instant.ts';
import { signedFetch } from './client/signed-fetch.ts';
import type { TickReport } from './queues/tick.ts';
import { SAMPLE_RECIPIENTS, SAMPLE_TENANT, SAMPLE_TENANT_ID, SAMPLE_TIME_ZONE, sampleImport } from './sample-tenant.ts';

type Make = { readonly baseUrl: string; readonly now: Instant; readonly tick: () => Promise<TickReport> };

const TENANT = `/v1/tenants/${SAMPLE_TENANT_ID}`;

/**
 * Makes the sample tenant through the API, as anybody would, and has it checked, so that the inbox is not empty: a new
 * tenant is due at once, whatever the hour. Nothing is done when the tenant exists.
 * @throws Error with what the API answered when it refuses.
 */
export async function makeSample({ baseUrl, now, tick }: Make): Promise<void> {
  if ((await signedFetch(baseUrl, { path: TENANT })).status === 200) return;
  await send(baseUrl, 'PUT', TENANT, SAMPLE_TENANT);
  const started = await send(baseUrl, 'POST', `${TENANT}/imports`, sampleImport(dayIn(SAMPLE_TIME_ZONE, now)));
  await finished(baseUrl, started);
  for (const [id, recipient] of Object.entries(SAMPLE_RECIPIENTS)) await send(baseUrl, 'PUT', `${TENANT}/recipients/${id}`, recipient);
  const { errors } = await tick();
  if (errors > 0) throw new Error(`Checking the sample tenant failed in ${errors} invocations: see the functions' logs.`);
}

async function send(baseUrl: string, method: string, path: string, json: unknown): Promise<unknown> {
  const response = await signedFetch(baseUrl, { method, path, json });
  const text = await response.text();
  if (!response.ok) throw new Error(`The sample tenant could not be made: ${method} ${path} answered ${response.status} ${text}`);
  return JSON.parse(text);
}

async function finished(baseUrl: string, started: unknown): Promise<void> {
  let progress = started;
  while (fieldOf(progress, 'status') === 'running') {
    await sleep(50);
    progress = await (await signedFetch(baseUrl, { path: `${TENANT}/imports/${String(fieldOf(progress, 'importId'))}` })).json();
  }
  const rejected = fieldOf(progress, 'rejected');
  if (Array.isArray(rejected) && rejected.length > 0)
    throw new Error(`The sample tenant's import was rejected: ${JSON.stringify(rejected)}`);
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
