import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { importAnswer } from '#contract/imports.ts';
import { planAnswer } from '#contract/plans.ts';
import { startedAnswer } from '#contract/reassignments.ts';
import { instantOf } from '#domain/days/instant.ts';
import { testClient } from '#test/support/dynoxide.ts';
import { anExportOf, MANY, makeLargeTenant, runOf, seatsTaken, startUndo } from '#test/support/large-tenant.ts';
import { startLocalStack } from '#test/support/local-stack.ts';
import { type Answered, actorsOn, expectOk } from '#test/support/story.ts';
import { countingDynamoDb } from './counting-dynamodb.ts';
import { fetchedItems } from './fetched-items.ts';
import { type FunctionReport, functionReportsIn } from './function-reports.ts';
import { reportScale } from './report-scale.ts';
import { measuredSteps } from './steps.ts';

/** F1-F3. One tenant with very many people on the local stack: what it costs, how long it takes, and how much memory. */
const { values } = parseArgs({ options: { people: { type: 'string', default: '50000' } } });
const PEOPLE = Number(values.people);
/** A quarter of what Control Hub exports at once: on a busy machine the emulator takes a whole one too slowly for one request. */
const ROWS_PER_FILE = 5_000;
const REQUEST = { fromSubscriptionId: 'Sub1' };
const TRIES = 5;
const LOOK_EVERY_MS = 5_000;
const TENANT_ID = MANY.split('/').at(-1) ?? '';

const table = await countingDynamoDb();
process.env['DYNAMODB_ENDPOINT'] = table.url;
const stack = await startLocalStack({ now: instantOf(Date.parse('2026-12-02T07:30:00Z')) });
const act = actorsOn(stack);
const { step, taken } = measuredSteps(table.tallies);
const reports = new Map<string, FunctionReport>();

await makeLargeTenant(act, PEOPLE);
await step('import', importEverybody);
await step('first check, which warns two people', settled);
await stack.moveClock({ advanceDays: 1 });
await step('daily check, nothing to tell', settled);
const checkMs = reportOf('CheckTenant').lastMs;
const fetched = await fetchedItems(table.uncounted, { tableName: await tableName(), tenantId: TENANT_ID });
const planHash = await step('plan', plan);
const id = await step('move', () => move(planHash));
await expectSeats('Sub2');
await step('undo', () => undo(id));
await expectSeats('Sub1');
await stack.stop();
await table.stop();
reportScale({ people: PEOPLE, steps: taken(), fetched, checkMs, reports: [...reports.values()] });

function reportOf(word: string): FunctionReport {
  const found = [...reports.values()].find(({ functionName }) => functionName.includes(word));
  if (found === undefined) throw new Error(`No function ${word} has reported of itself.`);
  return found;
}

/** Fires the schedules until no message waits any more, however long the functions take. */
async function settled(): Promise<void> {
  for (let waiting = 1; waiting > 0; ) {
    const report = await act.settle();
    if (report.errors > 0) throw new Error(`${report.errors} invocations failed: ${await faults()}`);
    waiting = report.waiting;
    await noteReports();
  }
}

/** What the functions said of what went wrong. */
async function faults(): Promise<string> {
  const lines = (await stack.logs()).split('\n').filter((line) => line.includes('"ERROR"'));
  return lines.slice(-5).join('\n');
}

async function noteReports(): Promise<void> {
  for (const report of functionReportsIn(await stack.logs())) {
    const before = reports.get(report.functionName)?.maxMemoryMb ?? 0;
    reports.set(report.functionName, { ...report, maxMemoryMb: Math.max(before, report.maxMemoryMb) });
  }
}

/** File after file. */
async function importEverybody(): Promise<void> {
  const [header = '', ...rows] = anExportOf(PEOPLE, ['Sub1', 'Sub2']).trim().split('\r\n');
  for (let from = 0; from < PEOPLE; from += ROWS_PER_FILE) {
    const file = [header, ...rows.slice(from, from + ROWS_PER_FILE)].join('\r\n');
    let read = importAnswer.parse((await answerTo('POST', `${MANY}/imports`, file)).body);
    while (read.status === 'running') {
      await sleep(LOOK_EVERY_MS);
      read = importAnswer.parse((await answerTo('GET', `${MANY}/imports/${read.importId}`)).body);
    }
    await noteReports();
  }
}

/** As any caller does: what a gateway gave up on, because the machine is busy, is asked again. */
async function answerTo(...asked: Parameters<typeof act.api>): Promise<Answered> {
  for (let left = TRIES; ; left -= 1) {
    const answered = await act.api(...asked);
    if (answered.status < 300) return answered;
    const [method, path] = asked;
    const problem = `${method} ${path} was answered with ${answered.status}, ${JSON.stringify(answered.body)}: ${await faults()}`;
    if (answered.status < 500 || left === 1) throw new Error(problem);
    process.stderr.write(`Asked again: ${problem}\n`);
  }
}

/** The best fit for everybody; its hash is what the move confirms. */
async function plan(): Promise<string> {
  const { counts, planHash } = planAnswer.parse((await answerTo('POST', `${MANY}/plans`, REQUEST)).body);
  if (counts.moves !== PEOPLE) throw new Error(`The plan moves ${counts.moves} of ${PEOPLE} people.`);
  await noteReports();
  return planHash;
}

async function move(planHash: string): Promise<string> {
  const key = { 'idempotency-key': 'scale' };
  const { body } = await answerTo('POST', `${MANY}/reassignments`, { ...REQUEST, planHash }, key);
  const { reassignmentId } = startedAnswer.parse(body);
  await settled();
  await expectOutcome(reassignmentId, 'moved');
  return reassignmentId;
}

async function undo(reassignmentId: string): Promise<void> {
  await expectOk(startUndo(act, reassignmentId), 202, startedAnswer);
  await settled();
  await expectOutcome(reassignmentId, 'reverted');
}

async function expectOutcome(reassignmentId: string, outcome: 'moved' | 'reverted'): Promise<void> {
  const { status, counts } = await runOf(act, reassignmentId);
  if (counts[outcome] !== PEOPLE) throw new Error(`The run is ${status}: ${JSON.stringify(counts)}`);
}

/** R4. Seat counts are exact: everybody has a seat there, and nobody has one of the other. */
async function expectSeats(subscriptionId: 'Sub1' | 'Sub2'): Promise<void> {
  const taken = (await seatsTaken(act)).map((kinds) => kinds.reduce((sum, seats) => sum + seats, 0));
  const wanted = ['Sub1', 'Sub2'].map((each) => (each === subscriptionId ? PEOPLE : 0));
  if (JSON.stringify(taken) !== JSON.stringify(wanted)) throw new Error(`Seats are taken by ${taken.join(' and ')} people.`);
}

async function tableName(): Promise<string> {
  const client = testClient(table.uncounted);
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  client.destroy();
  if (TableNames[0] === undefined || TableNames.length > 1) throw new Error(`The stack has the tables ${TableNames.join(', ')}.`);
  return TableNames[0];
}
