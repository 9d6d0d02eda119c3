import type { Route } from 'playwright-core';
import { runAnswer } from '#contract/links.ts';
import type { RunningStack } from '#test/support/local-stack.ts';

/** A run of one chunk is over before anybody could look: the first two answers tell of ten and of twenty people. */
export function heldBack(status: 'running' | 'undoing'): (route: Route) => Promise<void> {
  let done = 0;
  return async (route) => {
    done += 10;
    const response = await route.fetch();
    const run = runAnswer.parse(await response.json());
    const left = 29 - done;
    const counts = status === 'running' ? { moved: done, pending: left } : { reverted: done, moved: left };
    await route.fulfill({ response, json: { ...run, status, offers: [], counts } });
  };
}

/** The first people of a run are moved; whatever `work` writes next, the end of the run too, waits until the faults are cleared. */
export async function holdUpAfterFirstChunk(stack: RunningStack): Promise<void> {
  await stack.faults({
    service: 'dynamodb',
    operation: 'TransactWriteItems',
    mode: 'delay',
    delayMilliseconds: 20_000,
    function: 'work',
    skip: 1,
    times: 50,
  });
}
