import { StartFailure } from './failure.ts';
import { type Options, readOptions, USAGE } from './options.ts';
import { startStack } from './start-stack.ts';
import { stopWithParent } from './stop-with-parent.ts';
import { synthesize } from './synth/synthesize.ts';
import { welcome } from './welcome.ts';

/** `npm start`: runs the synthesized stack until Ctrl-C. Exit codes: 0 stopped, 1 failed, 2 a bad option. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (!options.ok) return end(2, options.refusal);
  if (options.value === 'help') {
    process.stdout.write(USAGE);
    return;
  }
  await run(options.value);
}

async function run(options: Options): Promise<void> {
  process.stderr.write('Synthesizing the stack and starting it: some ten seconds …\n');
  const stopped = Promise.withResolvers<number>();
  const starting = startStack({
    options,
    synthesize,
    onLost: ({ message }) => {
      process.stderr.write(`${message}\n`);
      stopped.resolve(1);
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      stopped.resolve(0);
      process.once(signal, () => process.exit(130));
    });
  }
  stopWithParent(() => stopped.resolve(0));
  const stack = await Promise.race([starting, stopped.promise]);
  if (typeof stack === 'number') process.exit(stack);
  process.stdout.write(welcome(stack.url, options));
  const code = await stopped.promise;
  await stack.stop();
  process.exit(code);
}

/** Everything started here ends with this process: threads and the emulators inside it, and the bound child beside it. */
function end(code: number, sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}

main().catch((error: unknown) => {
  if (error instanceof StartFailure) return end(1, error.message);
  return end(1, error instanceof Error ? (error.stack ?? error.message) : String(error));
});
