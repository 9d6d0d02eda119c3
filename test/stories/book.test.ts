import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { findingAnswer } from '#contract/findings.ts';
import { importAnswer } from '#contract/imports.ts';
import { reviewAnswer, runAnswer } from '#contract/links.ts';
import { personAnswer } from '#contract/people.ts';
import { reassignmentAnswer, reassignmentDetail } from '#contract/reassignments.ts';
import { recipientAnswer } from '#contract/recipients.ts';
import { subscriptionAnswer } from '#contract/subscriptions.ts';
import { instantOf } from '#domain/days/instant.ts';
import { type RunningStack, startLocalStack } from '#test/support/local-stack.ts';
import { runScript } from '#test/support/run-script.ts';
import { actorsOn, anyList, expectOk, mailOf, newestLink } from '#test/support/story.ts';

/** The invented people of a Control Hub export: three subscriptions, named in its columns. */
const EXPORT = readFileSync(new URL('../samples/control-hub-export.csv', import.meta.url), 'utf8');
const T = '/v1/tenants/acme';

const contract = { offer: 'flex-3', licensing: 'named', telephony: 'webex-calling' };
const seats = (premium: number, standard: number) => [
  { kind: 'premium-agent', quantity: premium },
  { kind: 'standard-agent', quantity: standard },
];
const gateOf = ({ url }: RunningStack, ...args: readonly string[]) => runScript('pipeline/run-gate.ts', { url, args });
const listOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) });

describe('the main job in the mode book, over HTTP alone', () => {
  let stack: RunningStack;
  let act: ReturnType<typeof actorsOn>;
  beforeAll(async () => {
    stack = await startLocalStack({ now: instantOf(Date.parse('2026-12-02T06:00:00Z')) });
    act = actorsOn(stack);
  });
  afterAll(() => stack.stop());

  it('begins with an empty inbox, since no sample was wanted', async () => {
    expect(await stack.inbox()).toEqual([]);
  });

  it('refuses whoever does not sign, as API Gateway does', async () => {
    const response = await stack.open('/v1/tenants');
    expect([response.status, await response.json()]).toEqual([403, { message: 'Forbidden' }]);
  });

  it('takes a tenant, the export of its people, and the dates that people enter', async () => {
    await expectOk(act.api('PUT', T, { name: 'Acme', timeZone: 'Europe/Berlin', mode: 'book' }), 201);
    const first = await expectOk(act.api('POST', `${T}/imports`, EXPORT), 200, importAnswer);
    expect(first).toMatchObject({ status: 'done', absent: 0, rejected: [] });
    expect(first.imported).toBeGreaterThan(100);
    const second = await expectOk(act.api('POST', `${T}/imports`, EXPORT), 200, importAnswer);
    expect(second).toMatchObject({ imported: 0, unchanged: first.imported });
    const entries = [
      { subscriptionId: 'Sub1000101', name: 'Sales', startsOn: '2024-01-01', expiresOn: '2026-12-09', commitments: seats(60, 80) },
      { subscriptionId: 'Sub1000202', name: 'Service', startsOn: '2025-06-01', expiresOn: '2028-06-01', commitments: seats(80, 120) },
      { subscriptionId: 'Sub1000303', name: 'Back office', startsOn: '2026-01-01', expiresOn: '2029-01-01', commitments: seats(60, 60) },
    ].map((entry) => ({ ...contract, ...entry }));
    const dated = await expectOk(act.api('POST', `${T}/imports`, { subscriptions: entries }), 200, importAnswer);
    expect(dated).toMatchObject({ imported: 3, rejected: [] });
  });

  it('takes recipients in two languages', async () => {
    const anna = { name: 'Anna', language: 'en', email: 'anna@acme.example', phone: '+441632960000', mayAct: true };
    const bernd = { name: 'Bernd', language: 'de', email: 'bernd@acme.example', mayAct: false };
    await expectOk(act.api('PUT', `${T}/recipients/anna`, anna), 201);
    await expectOk(act.api('PUT', `${T}/recipients/bernd`, bernd), 201);
    await act.settle();
    const { channels } = await expectOk(act.api('GET', `${T}/recipients/anna`), 200, recipientAnswer);
    expect([channels.email?.delivery, channels.sms?.delivery]).toEqual(['confirmed', 'confirmed']);
  });

  it('finds who would lose access, and tells each recipient in the own language', async () => {
    const anna = (await mailOf(stack, 'anna')).join('\n');
    expect(anna).toContain('Sales');
    expect(anna).toMatch(/ends in 7 days, on Wednesday, 9 December 2026/);
    expect((await mailOf(stack, 'bernd')).join('\n')).toMatch(/endet in 7 Tagen, am Mittwoch, 9\. Dezember 2026/);
    expect((await mailOf(stack, 'anna', 'sms')).join('\n')).toMatch(/http\S+#\S+/);
    const { items } = await expectOk(act.api('GET', `${T}/findings`), 200, listOf(findingAnswer));
    const ending = items.find(({ kind, subject }) => kind === 'access-ends' && subject.subscriptionId === 'Sub1000101');
    expect(ending).toMatchObject({ severity: 'warning', on: '2026-12-09' });
  });

  it('C5 says nothing new on the next morning, which is on the same rung', async () => {
    const before = (await stack.inbox()).length;
    await stack.moveClock({ now: '2026-12-03T07:30:00Z' });
    expect(await act.settle()).toMatchObject({ errors: 0, waiting: 0 });
    expect((await stack.inbox()).length).toBe(before);
  });

  it('D9 stops a pipeline from the day on which somebody is at risk, and names everybody', async () => {
    expect(await gateOf(stack, '--within', '5')).toEqual({ code: 0, out: 'Nobody loses access within 5 days.\n', said: '' });
    const { code, out } = await gateOf(stack, '--within', '6');
    const { items } = await expectOk(act.api('GET', `${T}/people?atRiskDays=6&limit=200`), 200, listOf(personAnswer));
    const [headline, ...named] = out.trimEnd().split('\n');
    expect([code, headline]).toEqual([1, `acme: ${items.length} people lose access within 6 days.`]);
    expect(named.toSorted()).toEqual(items.map(({ name, personId }) => `  ${name} (${personId}): last day 2026-12-08`).toSorted());
  });

  it('D20 stops a pipeline that would buy what cannot stand beside the rest, and writes nothing', async () => {
    const planned = {
      ...contract,
      name: 'Next',
      subscriptionId: 'Sub9',
      startsOn: '2026-12-09',
      expiresOn: '2028-12-09',
      commitments: seats(60, 80),
    };
    const guard = async (entry: object) => {
      const file = join(mkdtempSync(join(tmpdir(), 'guard-')), 'planned.json');
      onTestFinished(() => rmSync(dirname(file), { recursive: true }));
      writeFileSync(file, JSON.stringify(entry));
      return runScript('pipeline/run-guard.ts', { url: stack.url, args: [file] });
    };
    const before = await act.api('GET', `${T}/subscriptions`);
    expect(await guard({ ...planned, tenantId: 'acme' })).toEqual({
      code: 0,
      out: 'Nobody else pays than without it.\nAllowed.\n',
      said: '',
    });
    const mixed = await guard({ ...planned, tenantId: 'acme', licensing: 'concurrent' });
    expect([mixed.code, mixed.out]).toEqual([
      1,
      expect.stringMatching(/^critical: It is licensed for concurrent agents, .*Not allowed\.\n$/s),
    ]);
    const wrong = await guard({ ...planned, tenantId: 'acme', expiresOn: '2020-01-01' });
    expect([wrong.code, wrong.said]).toEqual([2, expect.stringContaining('expiresOn: Must be after startsOn.')]);
    expect((await act.api('GET', `${T}/subscriptions`)).body).toEqual(before.body);
  });

  it('opens the ready plan through the link, and carries the chosen one out once', async () => {
    const { key } = await newestLink(stack, 'anna');
    const review = await expectOk(act.link('review', key), 200, reviewAnswer);
    expect(review).toMatchObject({ mayAct: true, subscription: { subscriptionId: 'Sub1000101', daysLeft: 6 } });
    const plan = review.plans.find(({ toSubscriptionId }) => toSubscriptionId === 'Sub1000202');
    const choice = { ...key, toSubscriptionId: 'Sub1000202', planHash: plan?.planHash, confirm: true };
    const [first, second] = await Promise.all([act.link('execute', choice), act.link('execute', choice)]);
    expect([first.status, second.status]).toEqual([202, 202]);
    expect(second.body).toMatchObject({ reassignmentId: z.looseObject({ reassignmentId: z.string() }).parse(first.body).reassignmentId });
    await act.settle();
    const run = await expectOk(act.link('status', key), 200, runAnswer);
    expect(run).toMatchObject({ status: 'done', startedBy: 'Anna' });
    expect(run.counts['moved']).toBe(plan?.counts.moves);
  });

  it('shows the people moved, the seats counted and the audit', async () => {
    const { items: runs } = await expectOk(act.api('GET', `${T}/reassignments`), 200, listOf(reassignmentAnswer));
    const run = await expectOk(act.api('GET', `${T}/reassignments/${runs[0]?.reassignmentId}?limit=200`), 200, reassignmentDetail);
    const [moved] = run.people.filter(({ outcome }) => outcome === 'moved');
    const person = await expectOk(act.api('GET', `${T}/people/${encodeURIComponent(moved?.personId ?? '')}`), 200, personAnswer);
    expect(person.assignments).toContainEqual(expect.objectContaining({ subscriptionId: 'Sub1000202' }));
    const target = await expectOk(act.api('GET', `${T}/subscriptions/Sub1000202`), 200, subscriptionAnswer);
    const { items: holders } = await expectOk(act.api('GET', `${T}/people?subscriptionId=Sub1000202&limit=200`), 200, listOf(personAnswer));
    const held = holders.flatMap(({ assignments }) => assignments.filter(({ subscriptionId }) => subscriptionId === 'Sub1000202'));
    expect(target.seats.reduce((sum, { assigned }) => sum + assigned, 0)).toBe(held.length);
    const { items: entries } = await expectOk(act.api('GET', `${T}/audit?limit=200`), 200, anyList);
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['reassignment-started', 'people-moved', 'reassignment-finished', 'people-imported']),
    );
  });

  it('tells those who were told that it is solved, and closes their links', async () => {
    await act.settle();
    expect((await mailOf(stack, 'bernd')).some((text) => /[Ee]rledigt/.test(text) && text.includes('Sales'))).toBe(true);
    const { key } = await newestLink(stack, 'bernd');
    expect((await act.link('review', key)).status).toBe(410);
  });

  it('lets the pipeline pass again', async () => {
    expect(await gateOf(stack, '--within', '6')).toMatchObject({ code: 0, out: 'Nobody loses access within 6 days.\n' });
    expect(await gateOf(stack, '--within', '6', '--tenant', 'acme')).toMatchObject({
      code: 0,
      out: 'Nobody loses access within 6 days in acme.\n',
    });
  });

  it('S4 has logged no name, address, number or secret', async () => {
    const logs = await stack.logs();
    const { key } = await newestLink(stack, 'anna');
    expect(logs.length).toBeGreaterThan(1000);
    for (const canary of ['anna@', 'bernd@', '@example.com', '+441632960000', key.secret]) expect(logs).not.toContain(canary);
  });

  it('takes a tenant out of sight at once, and its links with it', async () => {
    const { key } = await newestLink(stack, 'anna');
    await expectOk(act.api('DELETE', T), 202);
    expect((await act.api('GET', T)).status).toBe(404);
    expect((await act.link('status', key)).status).toBe(410);
    expect(await act.settle()).toMatchObject({ errors: 0, waiting: 0 });
    expect((await expectOk(act.api('GET', `${T}/audit`), 200, anyList)).items.length).toBeGreaterThan(0);
  });
});
