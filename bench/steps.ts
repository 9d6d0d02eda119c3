import type { Tally } from './capacity.ts';

/** What one step of a measurement took. */
export type Step = Readonly<Tally> & { readonly name: string; readonly seconds: number };

export type Steps = {
  /** Does the work and notes what it took, whatever the work answers. */
  readonly step: <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;
  readonly taken: () => readonly Step[];
};

/** Notes step after step what the table counted and how long it took; says so on the way, for a large run takes minutes. */
export function measuredSteps(tally: () => Readonly<Tally>): Steps {
  const taken: Step[] = [];
  return {
    step: async (name, work) => {
      const [before, began] = [tally(), performance.now()];
      const result = await work();
      const [after, seconds] = [tally(), (performance.now() - began) / 1000];
      taken.push({
        name,
        seconds,
        read: after.read - before.read,
        written: after.written - before.written,
        calls: after.calls - before.calls,
      });
      process.stderr.write(`${name}: ${seconds.toFixed(1)} s\n`);
      return result;
    },
    taken: () => taken,
  };
}
