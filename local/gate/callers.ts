import { createHash } from 'node:crypto';

/** Who may pass the gate: each function signs with an access key of its own, which names it. */
export type Callers = {
  /** The function that signed a request; undefined for anybody else. */
  readonly callerOf: (authorization: string | undefined) => string | undefined;
};

/** Where the SDK sends AWS_SESSION_TOKEN, which is each execution environment's own, as it is in AWS. */
export const ENVIRONMENT_HEADER = 'x-amz-security-token';

/** The access key of a function: the same in every run, with the letters and digits that DynamoDB Local insists on. */
export function accessKeyOf(functionName: string): string {
  return `LOCAL${createHash('sha256').update(functionName).digest('hex').slice(0, 15).toUpperCase()}`;
}

export function callersAmong(functionNames: readonly string[]): Callers {
  const names = new Map(functionNames.map((name) => [accessKeyOf(name), name]));
  return {
    callerOf: (authorization) => names.get(/Credential=([^/]+)\//.exec(authorization ?? '')?.[1] ?? ''),
  };
}
