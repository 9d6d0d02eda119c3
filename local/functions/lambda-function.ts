import { randomUUID } from 'node:crypto';
import { environmentPool } from './environment-pool.ts';
import { startExecutionEnvironment } from './execution-environment.ts';
import type { FunctionDefinition } from './function-definition.ts';
import type { FunctionLogs } from './function-logs.ts';
import { slots } from './slots.ts';
import { failureOf, type Outcome } from './worker-messages.ts';

/** A deployed function: anybody may invoke it at any time, and at most a few invocations run at once; others wait. */
export type LambdaFunction = {
  readonly name: string;
  readonly arn: string;
  readonly roleArn: string;
  /** The word by which its log lines name it; its name when it has none. */
  readonly serviceName: string;
  /** Starts the first execution environment. @throws what its bundle throws while it loads. */
  readonly warm: () => Promise<void>;
  readonly invoke: (event: unknown) => Promise<Outcome>;
  /** Ends one of its execution environments at once; the next invocation starts another. */
  readonly kill: (environmentId: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

type Deploy = {
  readonly definition: FunctionDefinition;
  /** Everything the function's process sees. */
  readonly environment: Readonly<Record<string, string>>;
  readonly clockOffset: SharedArrayBuffer;
  readonly logs: FunctionLogs;
};

/** Invocations of one function at the same time. */
export const CONCURRENCY = 4;

export function lambdaFunction(deploy: Deploy): LambdaFunction {
  const { definition, logs } = deploy;
  const pool = environmentPool(() => startExecutionEnvironment(deploy));
  const places = slots(CONCURRENCY);
  const attempt = async (event: string): Promise<Outcome> => {
    try {
      const environment = await pool.take();
      const outcome = await environment.invoke({ requestId: randomUUID(), event });
      pool.giveBack(environment);
      return outcome;
    } catch (error) {
      return failureOf(error);
    }
  };
  return {
    name: definition.name,
    arn: definition.arn,
    roleArn: definition.roleArn,
    serviceName: definition.environment['POWERTOOLS_SERVICE_NAME'] ?? definition.name,
    warm: async () => pool.giveBack(await pool.take()),
    invoke: async (event) => {
      await places.take();
      const outcome = await attempt(JSON.stringify(event));
      places.give();
      if (!outcome.ok) logs.add(definition.name, { level: 'ERROR', message: 'Invoke Error', ...outcome });
      return outcome;
    },
    kill: pool.kill,
    stop: pool.stop,
  };
}
