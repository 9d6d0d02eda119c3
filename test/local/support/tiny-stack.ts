import { onTestFinished } from 'vitest';
import type { Options } from '#local/options.ts';
import { type LocalStack, startStack } from '#local/start-stack.ts';
import { type Tiny, writeTinyAssembly } from './tiny-assembly.ts';

const IN_MEMORY: Options = { port: 0, data: ':memory:', sample: false, confirm: 'by-themselves' };

/** Starts a hand-made stack on a free port; it is stopped when the test is over. */
export async function tinyStack(tiny: Tiny = {}, options: Partial<Options> = {}): Promise<LocalStack> {
  const stack = await startStack({
    options: { ...IN_MEMORY, ...options },
    synthesize: (folder) => writeTinyAssembly(folder, tiny),
    onLost: (failure) => {
      throw failure;
    },
  });
  onTestFinished(stack.stop);
  return stack;
}
