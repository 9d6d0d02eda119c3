import type { Options } from './options.ts';
import { LOCAL_REGION } from './template/world.ts';

/** What `npm start` prints when all is up: the line that programs wait for, then where people look. */
export function welcome(url: string, { data }: Options): string {
  const { port } = new URL(url);
  const elsewhere = port === '4100' ? '' : ` --port ${port}`;
  return `Lapsewatch is ready on ${url}

  What would have been sent   ${url}/_local/inbox
  Call the API                npm run api --${elsewhere} GET /v1/tenants
  The same with curl          curl --aws-sigv4 "aws:amz:${LOCAL_REGION}:execute-api" --user local:local ${url}/v1/tenants
  Check what is due, now      curl -X POST ${url}/_local/tick
  A week later                curl -X POST ${url}/_local/clock -d '{ "advanceDays": 7 }'
  What the functions say      ${url}/_local/logs

${data === ':memory:' ? 'Nothing is kept.' : `The data stays in ${data}.`} Ctrl-C stops everything.
`;
}
