import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coverageAnswer } from '#contract/coverage.ts';
import { runAnswer } from '#contract/links.ts';
import { startedAnswer } from '#contract/reassignments.ts';
import { instantOf } from '#domain/days/instant.ts';
import { anExportOf, auditOf, importDone, MANY, makeLargeTenant, runOf, seatsTaken, startUndo } from '#test/support/large-tenant.ts';
import { type RunningStack, startLocalStack } from '#test/support/local-stack.ts';
import { actorsOn, expectOk, mailOf, openLinkAbout } from '#test/support/story.ts';

/** `npm run test:long` takes the numbers that a tenant must bear; every other run goes the same way with fewer. */
const PEOPLE = Number(process.env['LAPSEWATCH_PEOPLE'] ?? 200);
const ROWS = Number(process.env['LAPSEWATCH_ROWS'] ?? 600);
/** On a busy computer the emulator needs some 20 ms a person; what is too slow for that is broken. */
const PATIENCE = { timeout: 60_000 + 40 * Math.max(PEOPLE, ROWS) };
const MOST = '/v1/tenants/most';

const ON_OLD = [
  [PEOPLE / 10, (PEOPLE / 10) * 9],
  [0, 0],
];

describe('a large tenant, over HTTP alone', () => {
  let stack: RunningStack;
  let act: ReturnType<typeof actorsOn>;
  let run = '';
  beforeAll(async () => {
    stack = await startLocalStack({ now: instantOf(Date.parse('2026-12-02T07:30:00Z')) });
    act = actorsOn(stack);
  });
  afterAll(() => stack.stop());

  const covered = async () => (await expectOk(act.api('GET', `${MANY}/coverage`), 200, coverageAnswer)).people;

  it(`imports ${PEOPLE} people`, PATIENCE, async () => {
    await makeLargeTenant(act, PEOPLE);
    expect(await importDone(act, MANY, anExportOf(PEOPLE, ['Sub1', 'Sub2']))).toMatchObject({ imported: PEOPLE, rejectedCount: 0 });
  });

  it('finds all of them at risk, and tells of it', PATIENCE, async () => {
    expect(await act.settle()).toMatchObject({ errors: 0, waiting: 0 });
    expect(await covered()).toMatchObject({ total: PEOPLE, covered: PEOPLE, atRisk: PEOPLE });
    expect((await mailOf(stack, 'anna')).join('\n')).toContain(`${PEOPLE.toLocaleString('en')} people lose access`);
  });

  it('plans and moves all of them through the link, with exact seats and audit', PATIENCE, async () => {
    const { key, review } = await openLinkAbout(stack, 'anna', 'Sub1');
    const plan = review.plans.find(({ toSubscriptionId }) => toSubscriptionId === 'Sub2');
    expect([plan?.counts.moves, review.peopleCount, review.people.length]).toEqual([PEOPLE, PEOPLE, Math.min(PEOPLE, 200)]);
    const execute = { ...key, toSubscriptionId: 'Sub2', planHash: plan?.planHash, confirm: true };
    run = (await expectOk(act.link('execute', execute), 202, startedAnswer)).reassignmentId;
    expect(await act.settle()).toMatchObject({ errors: 0, waiting: 0 });
    expect(await expectOk(act.link('status', key), 200, runAnswer)).toMatchObject({ status: 'done', counts: { moved: PEOPLE } });
    expect(await seatsTaken(act)).toEqual(ON_OLD.toReversed());
    expect(await differentPeopleIn('people-moved')).toEqual([PEOPLE, PEOPLE]);
    expect(await covered()).toMatchObject({ covered: PEOPLE, atRisk: 0 });
  });

  it('puts all of them back, with exact seats and audit', PATIENCE, async () => {
    await expectOk(startUndo(act, run), 202, startedAnswer);
    expect(await act.settle()).toMatchObject({ errors: 0, waiting: 0 });
    expect(await runOf(act, run)).toMatchObject({ status: 'undone', counts: { reverted: PEOPLE, moved: 0 } });
    expect(await seatsTaken(act)).toEqual(ON_OLD);
    expect(await differentPeopleIn('people-put-back')).toEqual([PEOPLE, PEOPLE]);
    expect(await covered()).toMatchObject({ covered: PEOPLE, atRisk: PEOPLE });
  });

  it(`imports a file of ${ROWS} rows, and changes nothing when it comes again`, PATIENCE, async () => {
    await expectOk(act.api('PUT', MOST, { name: 'Most', timeZone: 'Europe/Berlin' }), 201);
    const file = anExportOf(ROWS, ['Sub1']);
    expect(await importDone(act, MOST, file)).toMatchObject({ status: 'done', imported: ROWS, unchanged: 0, rejectedCount: 0 });
    expect(await importDone(act, MOST, file)).toMatchObject({ status: 'done', imported: 0, unchanged: ROWS, absent: 0 });
    const { people } = await expectOk(act.api('GET', `${MOST}/coverage`), 200, coverageAnswer);
    expect(people).toMatchObject({ total: ROWS, covered: ROWS });
  });

  /** How many people the audit of the run names under an action, and how many different ones. */
  async function differentPeopleIn(action: 'people-moved' | 'people-put-back'): Promise<readonly [number, number]> {
    const named = (await auditOf(act, run)).people[action] ?? [];
    return [named.length, new Set(named).size];
  }
});
