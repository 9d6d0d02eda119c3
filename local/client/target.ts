import { LOCAL_CREDENTIALS } from '#local/emulators/local-credentials.ts';
import { LOCAL_REGION } from '#local/template/world.ts';
import type { Signer } from './sign-aws-request.ts';

/** An API to call: where it is, and what its calls are signed with. */
export type Target = { readonly baseUrl: string; readonly signWith: Signer };

type Environment = Readonly<Record<string, string | undefined>>;

const SERVICE = 'execute-api';
/** What the local stack takes, whoever runs it. */
export const LOCAL_SIGNER: Signer = { service: SERVICE, region: LOCAL_REGION, credentials: LOCAL_CREDENTIALS };

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** The local stack at a port. */
export function localTarget(port: string): Target {
  return { baseUrl: `http://127.0.0.1:${port}`, signWith: LOCAL_SIGNER };
}

/**
 * The API that the environment names: LAPSEWATCH_URL, signed with its AWS credentials; without one, or with one of this machine,
 * the local stack.
 * @throws Error in a sentence when a variable is missing.
 */
export function targetOf(environment: Environment): Target {
  const baseUrl = environment['LAPSEWATCH_URL'];
  if (baseUrl === undefined || baseUrl === '') return localTarget('4100');
  if (!URL.canParse(baseUrl))
    throw new Error(`LAPSEWATCH_URL is not a URL: "${baseUrl}". It is such as https://abc.execute-api.eu-central-1.amazonaws.com.`);
  const { hostname } = new URL(baseUrl);
  if (LOOPBACK.has(hostname)) return { baseUrl, signWith: LOCAL_SIGNER };
  return { baseUrl, signWith: { service: SERVICE, region: regionOf(hostname, environment), credentials: credentialsIn(environment) } };
}

/** API Gateway's own hosts name their region; for a domain of one's own the environment has to. */
function regionOf(hostname: string, { AWS_REGION, AWS_DEFAULT_REGION }: Environment): string {
  const region = /\.execute-api\.([a-z0-9-]+)\.amazonaws\.com/.exec(hostname)?.[1] ?? AWS_REGION ?? AWS_DEFAULT_REGION;
  if (region === undefined) throw new Error(`Set AWS_REGION to the region of the API at ${hostname}.`);
  return region;
}

function credentialsIn(environment: Environment): Signer['credentials'] {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = environment;
  if (accessKeyId === undefined || secretAccessKey === undefined)
    throw new Error(
      'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and AWS_SESSION_TOKEN where they are temporary: calls to a deployed API are signed with them.',
    );
  return { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) };
}
