import { setTimeout as sleep } from 'node:timers/promises';
import type { FauxqsServer } from 'fauxqs';
import type { Schedule } from './schedules.ts';
import type { Tally } from './tally.ts';

/** What a tick set off. `waiting`: messages that are still in a queue that a function reads, when it gave up. */
export type TickReport = { readonly invocations: number; readonly errors: number; readonly waiting: number };

type Tick = {
  readonly server: FauxqsServer;
  readonly schedules: readonly Schedule[];
  /** The queues that functions read; what reached a dead-letter queue waits for nobody. */
  readonly queueNames: readonly string[];
  readonly tally: Tally;
};

/** Long enough for 20,000 rows, shorter than the 300 s that HTTP clients wait for an answer. */
const GIVE_UP_AFTER_MS = 240_000;
const LOOK_EVERY_MS = 10;

/**
 * Fires every schedule now and waits until no message is visible or in flight; delays are skipped. What was already on
 * its way comes first: a recipient's topic, say, is there before the check that tells of it.
 */
export async function tick({ server, schedules, queueNames, tally }: Tick): Promise<TickReport> {
  const until = performance.now() + GIVE_UP_AFTER_MS;
  const before = tally.read();
  await emptied(() => countOf(server, queueNames, 'now'), until);
  for (const { queueName, body } of schedules) server.sendMessage(queueName, body);
  const waiting = await emptied(() => countOf(server, queueNames, 'skip-delays'), until);
  const after = tally.read();
  return { invocations: after.invocations - before.invocations, errors: after.errors - before.errors, waiting };
}

async function emptied(count: () => number, until: number): Promise<number> {
  let waiting = count();
  while (waiting > 0 && performance.now() < until) {
    await sleep(LOOK_EVERY_MS);
    waiting = count();
  }
  return waiting;
}

/** What is visible or in flight, and with `skip-delays` what is delayed, too, made due. A message leaves only after what it set off was sent. */
function countOf(server: FauxqsServer, queueNames: readonly string[], delays: 'now' | 'skip-delays'): number {
  let count = 0;
  for (const queueName of queueNames) {
    const messages = server.inspectQueue(queueName)?.messages;
    if (messages === undefined) continue;
    count += messages.ready.length + messages.inflight.length;
    if (delays === 'now') continue;
    count += messages.delayed.length;
    // The emulator lists the messages themselves, and moves those whose time has come at its next look.
    for (const message of messages.delayed) message.delayUntil = 0;
  }
  return count;
}
