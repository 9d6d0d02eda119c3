import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { coverageAnswer } from '#contract/coverage.ts';
import { importAnswer } from '#contract/imports.ts';
import { runAnswer } from '#contract/links.ts';
import { listOf } from '#contract/lists.ts';
import { startedAnswer } from '#contract/reassignments.ts';
import { subscriptionAnswer } from '#contract/subscriptions.ts';
import { instantOf } from '#domain/days/instant.ts';
import { anExport, EMAIL, premium, standard } from '#test/support/control-hub-export.ts';
import { type RunningStack, startLocalStack } from '#test/support/local-stack.ts';
import { actorsOn, anyList, expectOk, mailOf, openLinkAbout } from '#test/support/story.ts';

/** `npm run test:long` takes the numbers that a tenant must bear; every other run goes the same way with fewer. */
const PEOPLE = Number(process.env['LAPSEWATCH_PEOPLE'] ?? 1_000);
const ROWS = Number(process.env['LAPSEWATCH_ROWS'] ?? 1_000);
/** On a busy computer the emulator needs some 20 ms a person; what is too slow for that is broken. */
const PATIENCE = { timeout: 60_000 + 40 * Math.max(PEOPLE, ROWS) };
const LOOK_EVERY_MS = 200;
const MANY = '/v1/tenants/many';
const MOST = '/v1/tenants/most';

const contract = { offer: 'flex-3', licensing: 'named', telephony: 'webex-calling', startsOn: '2025-01-01' };
const commitments = [
  { kind: 'premium-agent', quantity: 20_000 },
  { kind: 'standard-agent', quantity: 20_000 },
];

/** So many people who hold a licence of the first of these subscriptions: every tenth a premium one, everybody else a standard one. */
function anExportOf(people: number, subscriptionIds: readonly string[]): string {
  const columns = subscriptionIds.flatMap((id) => [premium(id), standard(id)]);
  const rows = Array.from({ length: people }, (_, number) => {
    const held = number % 10 === 0 ? 0 : 1;
    return [`p${number}@big.example`, ...columns.map((_column, place) => (place === held ? 'TRUE' : 'FALSE'))];
  });
  return anExport([EMAIL, ...columns], rows);
}

describe('a large tenant, over HTTP alone', () => {
  let stack: RunningStack;
  let act: ReturnType<typeof actorsOn>;

  const importDone = async (tenant: string, file: string) => {
    let read = await expectOk(act.api('POST', `${tenant}/imports`, file), 202, importAnswer);
    while (read.status === 'running') {
      await sleep(LOOK_EVERY_MS);
      read = await expectOk(act.api('GET', `${tenant}/imports/${read.importId}`), 200, importAnswer);
    }
    return read;
  };

  beforeAll(async () => {
    stack = await startLocalStack({ now: instantOf(Date.parse('2026-12-02T07:30:00Z')) });
    act = actorsOn(stack);
  });
  afterAll(() => stack.stop());

  it(`imports ${PEOPLE} people`, PATIENCE, async () => {
    const old = { name: 'Old', ...contract, expiresOn: '2026-12-09', commitments };
    const anna = { name: 'Anna', language: 'en', email: 'anna@many.example', mayAct: true };
    await expectOk(act.api('PUT', MANY, { name: 'Many', timeZone: 'Europe/Berlin', mode: 'book' }), 201);
    await expectOk(act.api('PUT', `${MANY}/subscriptions/Sub1`, old), 201);
    await expectOk(act.api('PUT', `${MANY}/subscriptions/Sub2`, { ...old, name: 'New', expiresOn: '2028-12-01' }), 201);
    await expectOk(act.api('PUT', `${MANY}/recipients/anna`, anna), 201);
    expect(await importDone(MANY, anExportOf(PEOPLE, ['Sub1', 'Sub2']))).toMatchObject({ imported: PEOPLE, rejectedCount: 0 });
  });

  it('finds all of them at risk, and tells of it', PATIENCE, async () => {
    expect(await act.settle()).toMatchObject({ errors: 0, waiting: 0 });
    const { people } = await expectOk(act.api('GET', `${MANY}/coverage`), 200, coverageAnswer);
    expect(people).toMatchObject({ total: PEOPLE, covered: PEOPLE, atRisk: PEOPLE });
    expect((await mailOf(stack, 'anna')).join('\n')).toContain(`${PEOPLE.toLocaleString('en')} people lose access`);
  });

  it('plans and moves all of them through the link, with exact seats and audit', PATIENCE, async () => {
    const { key, review } = await openLinkAbout(stack, 'anna', 'Sub1');
    const plan = review.plans.find(({ toSubscriptionId }) => toSubscriptionId === 'Sub2');
    expect([plan?.counts.moves, review.peopleCount, review.people.length]).toEqual([PEOPLE, PEOPLE, Math.min(PEOPLE, 200)]);
    await expectOk(act.link('execute', { ...key, toSubscriptionId: 'Sub2', planHash: plan?.planHash, confirm: true }), 202, startedAnswer);
    expect(await act.settle()).toMatchObject({ errors: 0, waiting: 0 });
    expect(await expectOk(act.link('status', key), 200, runAnswer)).toMatchObject({ status: 'done', counts: { moved: PEOPLE } });
    const { items } = await expectOk(act.api('GET', `${MANY}/subscriptions`), 200, listOf(subscriptionAnswer));
    expect(items.map(({ seats }) => seats.map(({ assigned }) => assigned))).toEqual([
      [0, 0],
      [PEOPLE / 10, (PEOPLE / 10) * 9],
    ]);
    expect(await movedInAudit()).toEqual([PEOPLE, PEOPLE]);
    const { people } = await expectOk(act.api('GET', `${MANY}/coverage`), 200, coverageAnswer);
    expect(people).toMatchObject({ covered: PEOPLE, atRisk: 0 });
  });

  it(`imports a file of ${ROWS} rows, and changes nothing when it comes again`, PATIENCE, async () => {
    await expectOk(act.api('PUT', MOST, { name: 'Most', timeZone: 'Europe/Berlin' }), 201);
    const file = anExportOf(ROWS, ['Sub1']);
    expect(await importDone(MOST, file)).toMatchObject({ status: 'done', imported: ROWS, unchanged: 0, rejectedCount: 0 });
    expect(await importDone(MOST, file)).toMatchObject({ status: 'done', imported: 0, unchanged: ROWS, absent: 0 });
    const { people } = await expectOk(act.api('GET', `${MOST}/coverage`), 200, coverageAnswer);
    expect(people).toMatchObject({ total: ROWS, covered: ROWS });
  });

  /** How many people the audit says were moved, and how many different ones. */
  async function movedInAudit(): Promise<readonly [number, number]> {
    const moved: string[] = [];
    let cursor = '';
    do {
      const { items, next = '' } = await expectOk(act.api('GET', `${MANY}/audit?limit=200${cursor}`), 200, anyList);
      for (const entry of items) if (entry['action'] === 'people-moved') moved.push(...peopleIn.parse(entry).after.people);
      cursor = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
    } while (cursor !== '');
    return [moved.length, new Set(moved).size];
  }
});

const peopleIn = z.object({ after: z.object({ people: z.array(z.string()) }) });
