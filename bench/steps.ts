import type { Tally } from './capacity.ts';

/** What one step of a measurement took, by whoever asked the table. */
export type Step = {
  readonly name: string;
  readonly seconds: number;
  readonly tallies: ReadonlyMap<string, Readonly<Tally>>;
};

export type Steps = {
  /** Does the work and notes what it took, whatever the work answers. */
  readonly step: <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;
  readonly taken: () => readonly Step[];
};

const NOTHING: Readonly<Tally> = { read: 0, written: 0, calls: 0 };

/** Notes step after step what the table counted and how long it took; says so on the way, for a large run takes minutes. */
export function measuredSteps(tallies: () => Step['tallies']): Steps {
  const taken: Step[] = [];
  return {
    step: async (name, work) => {
      const [before, began] = [tallies(), performance.now()];
      const result = await work();
      const seconds = (performance.now() - began) / 1000;
      const since = [...tallies()].map(([key, tally]) => [key, less(tally, before.get(key) ?? NOTHING)] as const);
      taken.push({ name, seconds, tallies: new Map(since) });
      process.stderr.write(`${name}: ${seconds.toFixed(1)} s\n`);
      return result;
    },
    taken: () => taken,
  };
}

/** What the given ones asked for in a step; all of them when none is given. */
export function sumOf({ tallies }: Step, keys: readonly string[] = [...tallies.keys()]): Readonly<Tally> {
  return keys.map((key) => tallies.get(key) ?? NOTHING).reduce(plus, NOTHING);
}

function plus(left: Readonly<Tally>, right: Readonly<Tally>): Readonly<Tally> {
  return { read: left.read + right.read, written: left.written + right.written, calls: left.calls + right.calls };
}

function less(after: Readonly<Tally>, before: Readonly<Tally>): Readonly<Tally> {
  return { read: after.read - before.read, written: after.written - before.written, calls: after.calls - before.calls };
}
