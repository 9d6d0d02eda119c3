import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { callApi } from './client/call-api.ts';
import { runCommand } from './client/run-command.ts';
import { localTarget, targetOf } from './client/target.ts';

const USAGE = `npm run api -- METHOD PATH [BODY] [--port NUMBER]

  npm run api -- GET /v1/tenants
  npm run api -- PUT /v1/tenants/acme '{ "name": "Acme", "timeZone": "Europe/Berlin" }'
  npm run api -- POST /v1/tenants/acme/imports @people.csv

BODY is JSON, or a file after an @ (JSON or CSV by its ending). The stack is at LAPSEWATCH_URL, or at port 4100; calls to a
deployed one are signed with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (AWS_SESSION_TOKEN, AWS_REGION) of the environment.
With an Idempotency-Key: --key KEY.
`;

/** `npm run api`: signs a call as the API needs it, and prints what came back. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { port: { type: 'string' }, key: { type: 'string' }, help: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [method, path, body] = positionals;
  if (values.help || method === undefined || path?.startsWith('/') !== true) {
    process.stderr.write(USAGE);
    return values.help ? 0 : 2;
  }
  const response = await callApi(values.port === undefined ? targetOf(process.env) : localTarget(values.port), {
    method: method.toUpperCase(),
    path,
    ...(body === undefined ? {} : { raw: bodyOf(body) }),
    headers: values.key === undefined ? {} : { 'idempotency-key': values.key },
  });
  process.stdout.write(`${response.status} ${response.statusText}\n${shown(await response.text())}\n`);
  return response.ok ? 0 : 1;
}

function bodyOf(argument: string) {
  if (!argument.startsWith('@')) return { contentType: 'application/json', body: argument };
  const file = argument.slice(1);
  return { contentType: file.toLowerCase().endsWith('.csv') ? 'text/csv' : 'application/json', body: new Uint8Array(readFileSync(file)) };
}

/** JSON with indentation, anything else as it is. */
function shown(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

runCommand(main);
