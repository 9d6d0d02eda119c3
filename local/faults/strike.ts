import type { GateAnswer } from '#local/gate/forward.ts';
import type { GateCall } from '#local/gate/gate-call.ts';
import type { Striking } from './armed-faults.ts';
import { conflicted, throttled } from './service-faults.ts';

type Struck = {
  readonly call: GateCall;
  /** Carries the call out. */
  readonly carryOut: () => Promise<GateAnswer>;
  /** Ends the execution environment that called, at once. */
  readonly kill: () => Promise<void>;
};

/** What becomes of a call that a fault strikes: an answer, or none, when the connection is to be cut. */
export async function strike({ fault, cleared }: Striking, { call, carryOut, kill }: Struck): Promise<GateAnswer | undefined> {
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
      await passed(fault.delayMilliseconds ?? 0, cleared);
      return answer;
    }
    case 'kill':
      if (fault.when === 'after') await carryOut();
      await kill();
      return undefined;
  }
}

/** So many milliseconds, or less when the fault is taken away. */
async function passed(milliseconds: number, cleared: AbortSignal): Promise<void> {
  if (cleared.aborted) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds).unref();
  cleared.addEventListener('abort', () => resolve(), { once: true });
  await promise;
  clearTimeout(timer);
}
