import { afterAll, beforeAll, onTestFinished } from 'vitest';
import type { Options } from '#local/options.ts';
import { type LocalStack, startStack } from '#local/start-stack.ts';
import { type Tiny, writeTinyAssembly } from './tiny-assembly.ts';

const IN_MEMORY: Options = { port: 0, data: ':memory:', sample: false, confirm: 'by-themselves' };

/** Starts a hand-made stack on a free port; it is stopped when the test is over. */
export async function tinyStack(tiny: Tiny = {}, options: Partial<Options> = {}): Promise<LocalStack> {
  const stack = await startTiny(tiny, options);
  onTestFinished(stack.stop);
  return stack;
}

/** One hand-made stack for tests that leave nothing behind in it. Call in a `describe`, or at the top of a file. */
export function tinyStackForAll(tiny: Tiny = {}, options: Partial<Options> = {}): () => LocalStack {
  let stack: LocalStack;
  beforeAll(async () => {
    stack = await startTiny(tiny, options);
  });
  afterAll(() => stack.stop());
  return () => stack;
}

function startTiny(tiny: Tiny, options: Partial<Options>): Promise<LocalStack> {
  return startStack({
    options: { ...IN_MEMORY, ...options },
    synthesize: (folder) => writeTinyAssembly(folder, tiny),
    onLost: (failure) => {
      throw failure;
    },
  });
}
