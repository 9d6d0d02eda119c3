import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startedAnswer } from '#contract/reassignments.ts';
import { instantOf } from '#domain/days/instant.ts';
import {
  anExportOf,
  auditOf,
  importDone,
  MANY,
  makeLargeTenant,
  runOf,
  seatsTaken,
  startMove,
  startUndo,
} from '#test/support/large-tenant.ts';
import { type RunningStack, startLocalStack } from '#test/support/local-stack.ts';
import { actorsOn, expectOk, openLinkAbout } from '#test/support/story.ts';

/** `npm run test:long` moves 500 people; every other run goes the same way with fewer. */
const PEOPLE = Number(process.env['LAPSEWATCH_MOVED'] ?? 20);
/** In the mode control-hub every ninth effect is tried, and in the long run every one, too. */
const STRIDE = Number(process.env['LAPSEWATCH_STRIDE'] ?? 9);
const CHUNKS = Math.ceil(PEOPLE / 10 / 96) + Math.ceil((PEOPLE - PEOPLE / 10) / 96);
const PATIENCE = { timeout: 60_000 + 1_000 * PEOPLE };

const ON_OLD = [
  [PEOPLE / 10, PEOPLE - PEOPLE / 10],
  [0, 0],
];
const ON_NEW = ON_OLD.toReversed();

/** One call of `work` after which it is gone: each that changes something anywhere. */
const EFFECTS = [
  { service: 'dynamodb', operation: 'TransactWriteItems' },
  { service: 'sqs', operation: '*' },
] as const;

/** The schedule ticks every quarter of an hour. */
const TICK_MS = 15 * 60_000;

describe('a reassignment while things go wrong', () => {
  let stack: RunningStack;
  let act: ReturnType<typeof actorsOn>;
  beforeAll(async () => {
    stack = await startLocalStack({ now: instantOf(Date.parse('2026-12-02T07:30:00Z')) });
    act = actorsOn(stack);
    await makeLargeTenant(act, PEOPLE);
    expect(await importDone(act, MANY, anExportOf(PEOPLE, ['Sub1', 'Sub2']))).toMatchObject({ imported: PEOPLE });
    await act.settle();
  });
  afterAll(() => stack.stop());

  const resultsTo = async (recipient: string, subject: string) =>
    (await stack.inbox()).filter((item) => item.recipient === recipient && item.subject?.startsWith(subject)).length;

  /** Everything that must be so once a run is done: seats, audit, the people in it, the notices. */
  async function expectMoved(id: string): Promise<void> {
    expect(await runOf(act, id)).toMatchObject({ status: 'done', counts: { moved: PEOPLE, pending: 0, failed: 0, skipped: 0 } });
    expect(await seatsTaken(act)).toEqual(ON_NEW);
    const { actions, people } = await auditOf(act, id);
    expect(actions).toEqual({ 'reassignment-started': 1, 'people-moved': CHUNKS, 'reassignment-finished': 1 });
    expect([people['people-moved']?.length, new Set(people['people-moved']).size]).toEqual([PEOPLE, PEOPLE]);
    expect([await resultsTo('anna', 'Done: '), await resultsTo('ben', 'Done: ')]).toEqual([1, 1]);
  }

  async function expectBack(id: string): Promise<void> {
    expect(await runOf(act, id)).toMatchObject({ status: 'undone', counts: { reverted: PEOPLE, moved: 0 } });
    expect(await seatsTaken(act)).toEqual(ON_OLD);
    const { actions, people } = await auditOf(act, id);
    expect(actions).toMatchObject({ 'undo-started': 1, 'people-put-back': CHUNKS, 'reassignment-finished': 2 });
    expect([people['people-put-back']?.length, new Set(people['people-put-back']).size]).toEqual([PEOPLE, PEOPLE]);
    expect([await resultsTo('anna', 'Undone: '), await resultsTo('ben', 'Undone: ')]).toEqual([1, 1]);
  }

  /** A4. What a killed function did not tell a queue any more is found by the next tick of the schedule. */
  async function struckUntilQuiet(): Promise<number> {
    await act.settle();
    const [struck = 0] = await stack.struck();
    await stack.clearFaults();
    if (struck === 0) return 0;
    await stack.moveClock({ now: new Date(Date.parse(await stack.now()) + TICK_MS).toISOString() });
    await act.settle();
    return struck;
  }

  it.each(EFFECTS)('R2 is continued after `work` was killed at any of its effects: $service, $operation', PATIENCE, async (effect) => {
    const died = { move: 0, undo: 0 };
    for (let skip = 0, struck = true; struck; skip += 1) {
      const kill = { ...effect, mode: 'kill', when: 'after', function: 'work', times: 1, skip } as const;
      await stack.emptyInbox();
      await stack.faults(kill);
      const id = await startMove(act, `${effect.service}-${skip}`);
      const inMove = await struckUntilQuiet();
      await expectMoved(id);
      await stack.faults(kill);
      await expectOk(startUndo(act, id), 202, startedAnswer);
      const inUndo = await struckUntilQuiet();
      await expectBack(id);
      died.move += inMove;
      died.undo += inUndo;
      struck = inMove + inUndo > 0;
    }
    // Dead after each chunk, after each of two notices and after the end; on the way there after the header, too. Messages go to
    // the delivery queue and the check queue.
    expect(died).toEqual(effect.service === 'dynamodb' ? { move: CHUNKS + 4, undo: CHUNKS + 3 } : { move: 2, undo: 2 });
  });

  it('R1 is continued in the mode control-hub, too: on the way, its confirmation, the way back and that one', PATIENCE, async () => {
    await expectOk(act.api('PUT', MANY, { name: 'Many', timeZone: 'Europe/Berlin', mode: 'control-hub' }), 200);
    let died = 0;
    for (let skip = 0, struck = true; struck; skip += STRIDE) {
      const kill = { ...EFFECTS[0], mode: 'kill', when: 'after', function: 'work', times: 1, skip } as const;
      const before = died;
      const killedWhile = async (status: string, counts: object, ask: () => Promise<unknown>) => {
        await stack.faults(kill);
        await ask();
        died += await struckUntilQuiet();
        expect(await runOf(act, id)).toMatchObject({ status, counts });
      };
      let id = '';
      const confirm = (key: string) => () =>
        expectOk(act.api('POST', `${MANY}/reassignments/${id}/confirm`, undefined, { 'idempotency-key': `${key}-${id}` }), 202);
      await killedWhile('awaiting-control-hub', { moving: PEOPLE }, async () => {
        id = await startMove(act, `hub-${skip}`);
      });
      await killedWhile('done', { moved: PEOPLE }, confirm('there'));
      expect(await seatsTaken(act)).toEqual(ON_NEW);
      await killedWhile('awaiting-control-hub', { moving: PEOPLE }, () => expectOk(startUndo(act, id), 202));
      await killedWhile('undone', { reverted: PEOPLE }, confirm('back'));
      expect(await seatsTaken(act)).toEqual(ON_OLD);
      const { actions, people } = await auditOf(act, id);
      expect(actions).toMatchObject({ 'people-marked-moving': CHUNKS, 'people-marked-moving-back': CHUNKS, 'moves-confirmed': 2 * CHUNKS });
      expect(people['moves-confirmed']?.length).toBe(2 * PEOPLE);
      struck = died > before;
    }
    // Each of the four has its chunks, two notices and its end to die after.
    expect(died).toBeGreaterThanOrEqual(Math.floor((4 * (CHUNKS + 3)) / STRIDE));
    await expectOk(act.api('PUT', MANY, { name: 'Many', timeZone: 'Europe/Berlin', mode: 'book' }), 200);
  });

  it('is exact with a tenth of all transactions in conflict and a twentieth of their answers lost', PATIENCE, async () => {
    const anywhere = { service: 'dynamodb', operation: 'TransactWriteItems', times: 1_000_000 } as const;
    await stack.faults({ ...anywhere, mode: 'lost-response', probability: 0.05, seed: 7 });
    await stack.faults({ ...anywhere, mode: 'conflict', probability: 0.1, seed: 8 });
    for (let round = 0; round < 4; round += 1) {
      await stack.emptyInbox();
      const id = await startMove(act, `conflicts-${round}`);
      await act.settle();
      await expectMoved(id);
      await expectOk(startUndo(act, id), 202, startedAnswer);
      await act.settle();
      await expectBack(id);
    }
    const struck = await stack.struck();
    await stack.clearFaults();
    expect(struck.map((times) => times > 0)).toEqual([true, true]);
  });

  it('L6 happens once when one link, from the notice of the undo, is executed twenty times at once', PATIENCE, async () => {
    const choice = await choiceOf('anna');
    await stack.emptyInbox();
    const answers = await Promise.all(Array.from({ length: 20 }, () => act.link('execute', choice)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 202));
    const ids = new Set(answers.map(({ body }) => startedAnswer.parse(body).reassignmentId));
    expect(ids.size).toBe(1);
    await act.settle();
    for (const id of ids) await expectMoved(id);
    for (const id of ids) await expectOk(startUndo(act, id), 202, startedAnswer);
    await act.settle();
  });

  it("L6 happens once when two recipients' links are executed ten times each at once", PATIENCE, async () => {
    const choices = [await choiceOf('anna'), await choiceOf('ben')];
    await stack.emptyInbox();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, number) => act.link('execute', choices[number % 2] ?? {})));
    const first = answers.find(({ status }) => status === 202);
    const { reassignmentId } = startedAnswer.parse(first?.body);
    expect(answers.map(({ body }) => body)).toEqual(answers.map(() => expect.objectContaining({ reassignmentId })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array(10).fill(202), ...Array(10).fill(409)]);
    await act.settle();
    await expectMoved(reassignmentId);
  });

  /** The choice that a recipient has on the page: everybody to Sub2. */
  async function choiceOf(recipient: string): Promise<object> {
    const { key, review } = await openLinkAbout(stack, recipient, 'Sub1');
    const planHash = review.plans.find(({ toSubscriptionId }) => toSubscriptionId === 'Sub2')?.planHash;
    return { ...key, toSubscriptionId: 'Sub2', planHash, confirm: true };
  }
});
