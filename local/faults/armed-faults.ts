import { concerns, type Fault } from './fault.ts';
import { seededChance } from './seeded-chance.ts';

/** An armed fault with what has come of it: how many calls it was about, and how many of them it struck. */
type FaultReport = Fault & { readonly id: number; readonly matched: number; readonly struck: number };

/** The faults that wait for calls, in the order in which they were armed. */
export type ArmedFaults = {
  readonly arm: (fault: Fault) => FaultReport;
  readonly reports: () => readonly FaultReport[];
  readonly clear: () => void;
  /** The one fault that strikes this call, counted as struck; undefined when it passes. */
  readonly striking: (call: Parameters<typeof concerns>[1]) => Fault | undefined;
};

type Armed = { readonly id: number; readonly fault: Fault; readonly chance: () => number; matched: number; struck: number };

export function armedFaults(): ArmedFaults {
  const armed: Armed[] = [];
  let ids = 0;
  return {
    arm: (fault) => {
      ids += 1;
      const added = { id: ids, fault, chance: seededChance(fault.seed), matched: 0, struck: 0 };
      armed.push(added);
      return reportOf(added);
    },
    reports: () => armed.map(reportOf),
    clear: () => {
      armed.length = 0;
    },
    // The first that strikes is the last that is asked: one call meets one fault.
    striking: (call) => armed.find((each) => concerns(each.fault, call) && strikes(each))?.fault,
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
