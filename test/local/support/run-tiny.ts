import { StartFailure } from '#local/failure.ts';
import { startStack } from '#local/start-stack.ts';
import { writeTinyAssembly } from './tiny-assembly.ts';

/** A process that runs a tiny stack with its data in the folder it is given, for tests that kill it. */
const [data = ':memory:', port = '0'] = process.argv.slice(2);
try {
  const stack = await startStack({
    options: { port: Number(port), data, sample: false, confirm: 'by-themselves' },
    synthesize: (folder) => writeTinyAssembly(folder, {}),
    onLost: () => process.exit(1),
  });
  process.once('SIGTERM', () => stack.stop().then(() => process.exit(0)));
  process.stdout.write(`${stack.url}\n`);
} catch (error) {
  process.stderr.write(error instanceof StartFailure ? error.message : String(error));
  process.exit(1);
}
