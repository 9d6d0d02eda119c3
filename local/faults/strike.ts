import { setTimeout as sleep } from 'node:timers/promises';
import type { GateAnswer } from '#local/gate/forward.ts';
import type { GateCall } from '#local/gate/gate-call.ts';
import type { Fault } from './fault.ts';
import { conflicted, throttled } from './service-faults.ts';

type Struck = {
  readonly call: GateCall;
  /** Carries the call out. */
  readonly carryOut: () => Promise<GateAnswer>;
  /** Ends the execution environment that called, at once. */
  readonly kill: () => Promise<void>;
};

/** What becomes of a call that a fault strikes: an answer, or none, when the connection is to be cut. */
export async function strike(fault: Fault, { call, carryOut, kill }: Struck): Promise<GateAnswer | undefined> {
  switch (fault.mode) {
    case 'throttle':
      return throttled(call);
    case 'conflict':
      return conflicted(call);
    case 'lost-response':
      await carryOut();
      return undefined;
    case 'delay': {
      const answer = await carryOut();
      await sleep(fault.delayMilliseconds, undefined, { ref: false });
      return answer;
    }
    case 'kill':
      if (fault.when === 'after') await carryOut();
      await kill();
      return undefined;
  }
}
