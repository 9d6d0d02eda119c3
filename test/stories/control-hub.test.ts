import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coverageAnswer } from '#contract/coverage.ts';
import { findingAnswer } from '#contract/findings.ts';
import { importAnswer } from '#contract/imports.ts';
import { runAnswer } from '#contract/links.ts';
import { listOf } from '#contract/lists.ts';
import { personAnswer } from '#contract/people.ts';
import { planAnswer } from '#contract/plans.ts';
import { reassignmentAnswer, reassignmentDetail, startedAnswer } from '#contract/reassignments.ts';
import { subscriptionAnswer } from '#contract/subscriptions.ts';
import { instantOf } from '#domain/days/instant.ts';
import { exportAfterMoves } from '#test/support/control-hub-export.ts';
import { type RunningStack, startLocalStack } from '#test/support/local-stack.ts';
import { actorsOn, anyList, expectOk, type LinkKey, mailOf, newestLink, openLinkAbout } from '#test/support/story.ts';

/** An export in which one subscription is suspended. Its last six columns: two kinds of each subscription, and two others. */
const EXPORT = readFileSync(new URL('../samples/control-hub-export-suspended.csv', import.meta.url), 'utf8');
const T = '/v1/tenants/acme';
const OLD = 'Sub2000101';
const NEW = 'Sub2000202';

const contract = { offer: 'flex-3', licensing: 'named', telephony: 'webex-calling', startsOn: '2025-01-01' };
const seats = [
  { kind: 'premium-agent', quantity: 60 },
  { kind: 'standard-agent', quantity: 60 },
];
const holder = (subscriptionId: string, number: number) => ({
  personId: `p${number}@${subscriptionId}.example`.toLowerCase(),
  name: `Person ${number} of ${subscriptionId}`,
  email: `p${number}@${subscriptionId}.example`.toLowerCase(),
  roles: number === 1 ? ['admin'] : ['agent'],
  ...(number === 1 && { adminLevel: 'full' }),
  assignments: [{ subscriptionId, kind: 'premium-agent' }],
});

describe('the main job in the mode control-hub, over HTTP alone', () => {
  let stack: RunningStack;
  let act: ReturnType<typeof actorsOn>;
  let stranded: readonly string[] = [];
  let annas: LinkKey | undefined;
  let runId = '';

  const findings = async () => (await expectOk(act.api('GET', `${T}/findings?limit=200`), 200, listOf(findingAnswer))).items;
  const people = async (query: string) =>
    (await expectOk(act.api('GET', `${T}/people?limit=200&${query}`), 200, listOf(personAnswer))).items;
  const coverage = () => expectOk(act.api('GET', `${T}/coverage`), 200, coverageAnswer);
  const newest = async (recipient: string) => (await mailOf(stack, recipient)).at(-1) ?? '';
  const run = (id: string) => expectOk(act.api('GET', `${T}/reassignments/${id}?limit=200`), 200, reassignmentDetail);

  beforeAll(async () => {
    stack = await startLocalStack({ now: instantOf(Date.parse('2026-12-02T06:00:00Z')) });
    act = actorsOn(stack);
  });
  afterAll(() => stack.stop());

  it('takes the export of a tenant with a suspended subscription, and the rest as JSON', async () => {
    await expectOk(act.api('PUT', T, { name: 'Acme', timeZone: 'Europe/Berlin' }), 201);
    const file = await expectOk(act.api('POST', `${T}/imports`, EXPORT), 200, importAnswer);
    expect(file).toMatchObject({ status: 'done', unchanged: 0, rejected: [] });
    expect(file.imported + file.ignored).toBe(EXPORT.trim().split('\n').length - 1);
    const subscriptions = [
      { subscriptionId: OLD, name: 'Old contract', ...contract, startsOn: '2024-01-01', expiresOn: '2028-01-01', commitments: seats },
      { subscriptionId: NEW, name: 'New contract', ...contract, expiresOn: '2029-06-01', commitments: seats },
      { subscriptionId: 'Sub2000303', name: 'Claims', ...contract, expiresOn: '2026-12-10', commitments: seats },
      { subscriptionId: 'Sub2000404', name: 'Night shift', ...contract, expiresOn: '2026-12-20', commitments: seats },
    ];
    const entries = [1, 2, 3].flatMap((number) => [holder('Sub2000303', number), holder('Sub2000404', number)]);
    const rest = await expectOk(act.api('POST', `${T}/imports`, { subscriptions, people: entries }), 200, importAnswer);
    expect(rest).toMatchObject({ imported: 10, rejected: [] });
    const old = await expectOk(act.api('GET', `${T}/subscriptions/${OLD}`), 200, subscriptionAnswer);
    expect(old).toMatchObject({ status: 'suspended', suspendedSeenOn: '2026-12-02', expiresOn: '2028-01-01' });
  });

  it('D10 finds the people of the suspended subscription without access, which is critical, and tells of it', async () => {
    for (const [id, mayAct] of [
      ['anna', true],
      ['carla', true],
      ['bernd', false],
    ] as const) {
      const recipient = { name: id, language: id === 'bernd' ? 'de' : 'en', email: `${id}@acme.example`, mayAct };
      await expectOk(act.api('PUT', `${T}/recipients/${id}`, recipient), 201);
    }
    expect(await act.settle()).toMatchObject({ errors: 0, waiting: 0 });
    stranded = (await people('stranded=true')).map(({ personId }) => personId);
    expect(stranded.length).toBeGreaterThan(5);
    const found = (await findings()).find(({ kind, subject }) => kind === 'stranded' && subject.subscriptionId === OLD);
    expect(found).toMatchObject({ severity: 'critical', on: '2026-12-02', peopleCount: stranded.length });
    expect(await newest('anna')).toMatch(/^Critical: [\s\S]*CRITICAL\n14 people have no access\. Subscription “Old contract”/);
    expect(await newest('bernd')).toMatch(/^Kritisch: [\s\S]*KRITISCH\n14 Personen haben keinen Zugang/);
  });

  it('R1 carries a chosen plan out up to the point where only Control Hub can go on', async () => {
    const { key, review } = await openLinkAbout(stack, 'anna', OLD);
    const plan = review.plans.find(({ toSubscriptionId }) => toSubscriptionId === NEW);
    expect(plan?.counts).toMatchObject({ moves: stranded.length, unplaced: 0 });
    const choice = { ...key, toSubscriptionId: NEW, planHash: plan?.planHash, confirm: true };
    runId = (await expectOk(act.link('execute', choice), 202, startedAnswer)).reassignmentId;
    expect(await act.settle()).toMatchObject({ errors: 0, waiting: 0 });
    const status = await expectOk(act.link('status', key), 200, runAnswer);
    expect(status).toMatchObject({ status: 'awaiting-control-hub', startedBy: 'anna', parts: 1, counts: { moving: stranded.length } });
    annas = key;
  });

  it('R1 offers the file for Control Hub through the API and through the link', async () => {
    const path = `${T}/reassignments/${runId}/control-hub.csv`;
    const answer = await act.api('GET', `${path}?part=1`);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('lapsewatch-parts')]).toEqual([
      200,
      'text/csv; charset=utf-8',
      '1',
    ]);
    const [header, ...rows] = String(answer.body).trim().split('\r\n');
    expect(header).toContain(`Webex Contact Center Premium Agent [${OLD}]`);
    expect(rows.map((row) => row.split(',')[0])).toEqual(stranded.toSorted());
    expect(rows.every((row) => /,TRUE/.test(row) && /,FALSE/.test(row))).toBe(true);
    expect((await act.link('control-hub.csv', annas ?? {})).body).toBe(answer.body);
    expect(await act.api('GET', `${path}?part=2`)).toMatchObject({ status: 404, body: { reason: 'part-not-found', parts: 1 } });
  });

  it('R1 still counts the people who are moving as without access, and says that the move is not confirmed', async () => {
    const waiting = await people('stranded=true');
    expect(waiting.map(({ personId }) => personId)).toEqual(stranded);
    expect(waiting.every(({ moving }) => moving?.reassignmentId === runId)).toBe(true);
    expect((await coverage()).people).toMatchObject({ stranded: stranded.length, moving: stranded.length });
    const open = (await findings()).filter(({ subject }) => subject.subscriptionId === OLD).map(({ kind }) => kind);
    expect(open).toEqual(expect.arrayContaining(['move-not-confirmed', 'stranded']));
    const { key } = await newestLink(stack, 'carla');
    expect(await newest('carla')).toContain(key.linkId);
    expect(await newest('carla')).toMatch(/^To do: .*14 people.*\n[\s\S]*Control Hub/);
    expect((await act.link('control-hub.csv', key)).status).toBe(200);
  });

  it('R1 leaves people who are moving out of a new plan', async () => {
    const { counts } = await expectOk(act.api('POST', `${T}/plans`, { fromSubscriptionId: OLD }), 200, planAnswer);
    expect(counts).toMatchObject({ moves: 0, unplaced: 0 });
  });

  it('R8 starts a second run by the API, once however often it is asked for', async () => {
    const request = { fromSubscriptionId: 'Sub2000303', toSubscriptionId: NEW };
    const { planHash } = await expectOk(act.api('POST', `${T}/plans`, request), 200, planAnswer);
    const start = () => act.api('POST', `${T}/reassignments`, { ...request, planHash }, { 'idempotency-key': 'start-claims' });
    const answers = await Promise.all([start(), start()]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    await act.settle();
    const { items } = await expectOk(act.api('GET', `${T}/reassignments`), 200, listOf(reassignmentAnswer));
    expect(items.filter(({ fromSubscriptionId }) => fromSubscriptionId === 'Sub2000303')).toMatchObject([
      { status: 'awaiting-control-hub', counts: { moving: 3 } },
    ]);
  });

  it('R1 keeps warning on the next rungs of the old subscription until the move is confirmed', async () => {
    await stack.emptyInbox();
    await stack.moveClock({ now: '2026-12-03T07:30:00Z' });
    await act.settle();
    const morning = await newest('anna');
    expect(morning).toMatch(/“Old contract”.*not yet confirmed/);
    expect(morning).toMatch(/“Claims”.*not yet confirmed.* in 7 days/);
    await stack.moveClock({ now: '2026-12-07T07:30:00Z' });
    await act.settle();
    expect(await newest('anna')).toMatch(/“Claims”.*not yet confirmed.* in 3 days/);
  });

  it('R1 takes the next import that shows the new assignments as the confirmation', async () => {
    const file = await expectOk(act.api('POST', `${T}/imports`, exportAfterMoves(EXPORT)), 200, importAnswer);
    expect(file).toMatchObject({ imported: stranded.length, rejected: [] });
    await act.settle();
    expect(await run(runId)).toMatchObject({ status: 'done', counts: { moved: stranded.length, moving: 0 } });
    expect((await people(`subscriptionId=${NEW}`)).filter(({ moving }) => moving !== undefined)).toEqual([]);
    expect((await coverage()).people).toMatchObject({ stranded: 0, moving: 3 });
    const target = await expectOk(act.api('GET', `${T}/subscriptions/${NEW}`), 200, subscriptionAnswer);
    const holders = await people(`subscriptionId=${NEW}`);
    // Those who are still on their way hold a seat on both sides.
    expect(target.seats.reduce((sum, { assigned }) => sum + assigned, 0)).toBe(holders.length + 3);
  });

  it('C6 tells that it is solved, and closes the links', async () => {
    expect((await mailOf(stack, 'anna')).some((text) => /SOLVED[\s\S]*Old contract/.test(text))).toBe(true);
    expect((await mailOf(stack, 'bernd')).some((text) => /ERLEDIGT[\s\S]*Old contract/.test(text))).toBe(true);
    await expect(openLinkAbout(stack, 'bernd', OLD)).rejects.toThrow('no open link');
    expect(await act.link('review', annas ?? {})).toMatchObject({ status: 410, body: { reason: 'link-closed' } });
    expect(await expectOk(act.link('status', annas ?? {}), 200, runAnswer)).toMatchObject({ status: 'done' });
  });

  it('R1, R8 takes an explicit confirmation by the API, the same answer for the same key', async () => {
    const { items } = await expectOk(act.api('GET', `${T}/reassignments`), 200, listOf(reassignmentAnswer));
    const id = items.find(({ fromSubscriptionId }) => fromSubscriptionId === 'Sub2000303')?.reassignmentId ?? '';
    expect((await act.api('POST', `${T}/reassignments/${id}/confirm`)).body).toMatchObject({ reason: 'idempotency-key-required' });
    const confirm = () => act.api('POST', `${T}/reassignments/${id}/confirm`, undefined, { 'idempotency-key': 'confirm-claims' });
    const first = await expectOk(confirm(), 202, startedAnswer);
    await act.settle();
    expect(await expectOk(confirm(), 202, startedAnswer)).toEqual(first);
    expect(await run(id)).toMatchObject({ status: 'done', counts: { moved: 3, moving: 0 } });
    const again = await act.api('POST', `${T}/reassignments/${id}/confirm`, undefined, { 'idempotency-key': 'another' });
    expect(again).toMatchObject({ status: 409, body: { reason: 'not-now' } });
  });

  it('R1 takes the confirmation of whoever may act through the link of the notice', async () => {
    const { key, review } = await openLinkAbout(stack, 'anna', 'Sub2000404');
    const plan = review.plans.find(({ toSubscriptionId }) => toSubscriptionId === NEW);
    const { key: bernds } = await openLinkAbout(stack, 'bernd', 'Sub2000404');
    const choice = { toSubscriptionId: NEW, planHash: plan?.planHash, confirm: true };
    expect(await act.link('execute', { ...bernds, ...choice })).toMatchObject({ status: 403, body: { reason: 'may-not-act' } });
    await expectOk(act.link('execute', { ...key, ...choice }), 202, startedAnswer);
    await act.settle();
    expect(await act.link('confirm', bernds)).toMatchObject({ status: 403, body: { reason: 'may-not-act' } });
    const { key: carlas } = await newestLink(stack, 'carla');
    await expectOk(act.link('confirm', carlas), 202, startedAnswer);
    await act.settle();
    const done = await expectOk(act.link('status', carlas), 200, runAnswer);
    expect(done).toMatchObject({ status: 'done', startedBy: 'anna', counts: { moved: 3 } });
    expect((await coverage()).people).toMatchObject({ stranded: 0, atRisk: 0, moving: 0 });
    const { items } = await expectOk(act.api('GET', `${T}/audit?limit=200`), 200, anyList);
    expect(items.find(({ action }) => action === 'reassignment-confirmed')).toMatchObject({ who: 'recipient/carla', door: 'link' });
  });
});
