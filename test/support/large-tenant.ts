import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import * as z from 'zod';
import { importAnswer } from '#contract/imports.ts';
import { listOf } from '#contract/lists.ts';
import { planAnswer } from '#contract/plans.ts';
import { reassignmentDetail, startedAnswer } from '#contract/reassignments.ts';
import { subscriptionAnswer } from '#contract/subscriptions.ts';
import { anExport, EMAIL, premium, standard } from './control-hub-export.ts';
import { type actorsOn, anyList, expectOk } from './story.ts';

type Actors = ReturnType<typeof actorsOn>;

/** The tenant of stories with many people: all of them on Sub1, which ends in a week; Sub2 has a seat for each. */
export const MANY = '/v1/tenants/many';
const CONTRACT = { offer: 'flex-3', licensing: 'named', telephony: 'webex-calling', startsOn: '2025-01-01' };
const LOOK_EVERY_MS = 100;

export async function makeLargeTenant({ api }: Actors, people: number): Promise<void> {
  const commitments = [
    { kind: 'premium-agent', quantity: people / 10 },
    { kind: 'standard-agent', quantity: people - people / 10 },
  ];
  const old = { name: 'Old', ...CONTRACT, expiresOn: '2026-12-09', commitments };
  await expectOk(api('PUT', MANY, { name: 'Many', timeZone: 'Europe/Berlin', mode: 'book' }), 201);
  await expectOk(api('PUT', `${MANY}/subscriptions/Sub1`, old), 201);
  await expectOk(api('PUT', `${MANY}/subscriptions/Sub2`, { ...old, name: 'New', expiresOn: '2028-12-01' }), 201);
  for (const name of ['anna', 'ben']) {
    await expectOk(api('PUT', `${MANY}/recipients/${name}`, { name, language: 'en', email: `${name}@many.example`, mayAct: true }), 201);
  }
}

/** Imports a file and waits until all of its rows are done. */
export async function importDone({ api }: Actors, tenant: string, file: string): Promise<z.output<typeof importAnswer>> {
  const { status, body } = await api('POST', `${tenant}/imports`, file);
  expect([200, 202], JSON.stringify(body)).toContain(status);
  let read = importAnswer.parse(body);
  while (read.status === 'running') {
    await sleep(LOOK_EVERY_MS);
    read = await expectOk(api('GET', `${tenant}/imports/${read.importId}`), 200, importAnswer);
  }
  return read;
}

/** So many people who hold a licence of the first of these subscriptions: every tenth a premium one, everybody else a standard one. */
export function anExportOf(people: number, subscriptionIds: readonly string[]): string {
  const columns = subscriptionIds.flatMap((id) => [premium(id), standard(id)]);
  const rows = Array.from({ length: people }, (_, number) => {
    const held = number % 10 === 0 ? 0 : 1;
    return [`p${number}@big.example`, ...columns.map((_column, place) => (place === held ? 'TRUE' : 'FALSE'))];
  });
  return anExport([EMAIL, ...columns], rows);
}

/** The plan for everybody to Sub2, and its start. */
export async function startMove({ api }: Actors, key: string): Promise<string> {
  const request = { fromSubscriptionId: 'Sub1', toSubscriptionId: 'Sub2' };
  const { planHash } = await expectOk(api('POST', `${MANY}/plans`, request), 200, planAnswer);
  const started = api('POST', `${MANY}/reassignments`, { ...request, planHash }, { 'idempotency-key': key });
  return (await expectOk(started, 202, startedAnswer)).reassignmentId;
}

export function startUndo({ api }: Actors, reassignmentId: string): ReturnType<Actors['api']> {
  return api('POST', `${MANY}/reassignments/${reassignmentId}/undo`, undefined, { 'idempotency-key': `undo-${reassignmentId}` });
}

export function runOf({ api }: Actors, reassignmentId: string): Promise<z.output<typeof reassignmentDetail>> {
  return expectOk(api('GET', `${MANY}/reassignments/${reassignmentId}?limit=1`), 200, reassignmentDetail);
}

/** How many seats of each kind are taken on each subscription, in the order of their ids. */
export async function seatsTaken({ api }: Actors): Promise<readonly (readonly number[])[]> {
  const { items } = await expectOk(api('GET', `${MANY}/subscriptions`), 200, listOf(subscriptionAnswer));
  return items.map(({ seats }) => seats.map(({ assigned }) => assigned));
}

const entryOfRun = z.object({ action: z.string(), subject: z.string().optional(), after: z.unknown().optional() });
const peopleIn = z.object({ people: z.array(z.string()) });

/** What the audit says of one run: how often each action is there, and whom its chunks name. */
export async function auditOf({ api }: Actors, reassignmentId: string) {
  const actions: Record<string, number> = {};
  const people: Record<string, string[]> = {};
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const { items, next }: z.output<typeof anyList> = await expectOk(api('GET', `${MANY}/audit?limit=200${cursor}`), 200, anyList);
    for (const item of items) {
      const { action, subject, after } = entryOfRun.parse(item);
      if (subject !== reassignmentId) continue;
      actions[action] = (actions[action] ?? 0) + 1;
      const named = peopleIn.safeParse(after);
      if (named.success) people[action] = [...(people[action] ?? []), ...named.data.people];
    }
    const isOver = actions['reassignment-started'] !== undefined;
    cursor = next === undefined || isOver ? undefined : `&cursor=${encodeURIComponent(next)}`;
  }
  return { actions, people };
}
