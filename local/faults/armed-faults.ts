import { concerns, type Fault } from './fault.ts';
import { seededChance } from './seeded-chance.ts';

/** An armed fault with what has come of it: how many calls it was about, and how many of them it struck. */
type FaultReport = Fault & { readonly id: number; readonly matched: number; readonly struck: number };

/** The faults that wait for calls, in the order in which they were armed. */
export type ArmedFaults = {
  readonly arm: (fault: Fault) => FaultReport;
  readonly reports: () => readonly FaultReport[];
  /** Takes all of them away, and lets go of what they hold back. */
  readonly clear: () => void;
  /** The one fault that strikes this call, counted as struck; undefined when it passes. */
  readonly striking: (call: Parameters<typeof concerns>[1]) => Striking | undefined;
};

/** A fault at the moment it strikes; `cleared` fires when it is taken away meanwhile. */
export type Striking = { readonly fault: Fault; readonly cleared: AbortSignal };

type Armed = {
  readonly id: number;
  readonly fault: Fault;
  readonly chance: () => number;
  readonly clearing: AbortController;
  matched: number;
  struck: number;
};

export function armedFaults(): ArmedFaults {
  const armed: Armed[] = [];
  let ids = 0;
  return {
    arm: (fault) => {
      ids += 1;
      const added = { id: ids, fault, chance: seededChance(fault.seed), clearing: new AbortController(), matched: 0, struck: 0 };
      armed.push(added);
      return reportOf(added);
    },
    reports: () => armed.map(reportOf),
    clear: () => {
      for (const { clearing } of armed.splice(0)) clearing.abort();
    },
    // The first that strikes is the last that is asked: one call meets one fault.
    striking: (call) => {
      const found = armed.find((each) => concerns(each.fault, call) && strikes(each));
      return found === undefined ? undefined : { fault: found.fault, cleared: found.clearing.signal };
    },
  };
}

function strikes(armed: Armed): boolean {
  const { skip, times, probability } = armed.fault;
  armed.matched += 1;
  if (armed.matched <= skip || armed.struck >= times || armed.chance() >= probability) return false;
  armed.struck += 1;
  return true;
}

function reportOf({ id, fault, matched, struck }: Armed): FaultReport {
  return { id, ...fault, matched, struck };
}
