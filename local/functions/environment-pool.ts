import type { ExecutionEnvironment } from './execution-environment.ts';

/** The execution environments of one function: idle ones are used again, broken ones never. */
export type EnvironmentPool = {
  /** An idle environment, or a new one. */
  readonly take: () => Promise<ExecutionEnvironment>;
  readonly giveBack: (environment: ExecutionEnvironment) => void;
  /** Kills the environment of that id. @throws Error when there is none. */
  readonly kill: (environmentId: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

export function environmentPool(start: () => Promise<ExecutionEnvironment>): EnvironmentPool {
  const all = new Set<ExecutionEnvironment>();
  const idle: ExecutionEnvironment[] = [];
  const take = async (): Promise<ExecutionEnvironment> => {
    for (let environment = idle.pop(); environment !== undefined; environment = idle.pop()) {
      if (environment.isUsable()) return environment;
      all.delete(environment);
    }
    const started = await start();
    all.add(started);
    return started;
  };
  return {
    take,
    giveBack: (environment) => {
      if (environment.isUsable()) idle.push(environment);
      else all.delete(environment);
    },
    kill: async (environmentId) => {
      const environment = [...all].find(({ id }) => id === environmentId);
      if (environment === undefined) throw new Error(`No execution environment ${environmentId} is there to be killed.`);
      await environment.kill();
    },
    stop: async () => void (await Promise.all([...all].map((environment) => environment.stop()))),
  };
}
