import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { runCommand } from '#local/client/run-command.ts';
import { targetOf } from '#local/client/target.ts';
import { askOf } from './ask.ts';
import { guard } from './guard.ts';

const USAGE = `npm run guard -- FILE [--tenant ID] [--strict]

Says what stands against buying the subscription in FILE: a subscription as the API takes it, with its subscriptionId, and the
tenantId unless --tenant names it. Writes nothing. With --strict a warning fails, too.
The API is at LAPSEWATCH_URL, or that of the local stack at port 4100; calls to a deployed one are signed with
AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (AWS_SESSION_TOKEN, AWS_REGION) of the environment.

Exit codes: 0 allowed, 1 not allowed, 2 it could not be asked.
`;

const file = z.looseObject({ tenantId: z.string().optional() });

/** `npm run guard`: for pipelines. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { tenant: { type: 'string' }, strict: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [path, ...more] = positionals;
  if (values.help || path === undefined || more.length > 0) {
    process[values.help ? 'stdout' : 'stderr'].write(USAGE);
    return values.help ? 0 : 2;
  }
  const { tenantId, ...planned } = readPlanned(path);
  const tenant = values.tenant ?? tenantId;
  if (tenant === undefined) throw new Error(`Name the tenant: --tenant ID, or "tenantId" in ${path}.`);
  const { exitCode, lines } = await guard(askOf(targetOf(process.env)), { tenant, planned, strict: values.strict });
  process.stdout.write(`${lines.join('\n')}\n`);
  return exitCode;
}

function readPlanned(path: string): z.output<typeof file> {
  const read = file.safeParse(jsonOf(path));
  if (!read.success) throw new Error(`${path} does not hold one subscription as a JSON object.`);
  return read.data;
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Error(`${path} is not JSON: ${error.message}`, { cause: error });
    throw error;
  }
}

runCommand(main);
