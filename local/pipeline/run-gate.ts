import { parseArgs } from 'node:util';
import { runCommand } from '#local/client/run-command.ts';
import { targetOf } from '#local/client/target.ts';
import { askOf } from './ask.ts';
import { gate } from './gate.ts';

const USAGE = `npm run gate -- [--within DAYS] [--tenant ID]

Fails when anybody, in any tenant or in the one that is named, loses access within so many days (30), and names them.
The API is at LAPSEWATCH_URL, or that of the local stack at port 4100; calls to a deployed one are signed with
AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (AWS_SESSION_TOKEN, AWS_REGION) of the environment.

Exit codes: 0 nobody loses access, 1 somebody does, 2 it could not be asked.
`;

/** `npm run gate`: for pipelines. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      within: { type: 'string', default: '30' },
      tenant: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  if (!/^\d{1,5}$/.test(values.within)) throw new Error(`--within is a whole number of days, not "${values.within}".`);
  const { exitCode, lines } = await gate(askOf(targetOf(process.env)), { within: Number(values.within), tenant: values.tenant });
  process.stdout.write(`${lines.join('\n')}\n`);
  return exitCode;
}

runCommand(main);
