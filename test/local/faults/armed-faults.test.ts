import { describe, expect, it } from 'vitest';
import { armedFaults } from '#local/faults/armed-faults.ts';
import type { Fault } from '#local/faults/fault.ts';

const CALL = { service: 'dynamodb', operation: 'PutItem', functionName: 'work' } as const;
const THROTTLE: Fault = { service: 'dynamodb', operation: 'PutItem', mode: 'throttle', times: 1000, skip: 0, probability: 1, seed: 1 };

/** Which of so many calls a fault strikes. */
function pattern(fault: Fault, calls: number): string {
  const faults = armedFaults();
  faults.arm(fault);
  return Array.from({ length: calls }, () => (faults.striking(CALL) === undefined ? '.' : 'x')).join('');
}

describe('an armed fault', () => {
  it('lets as many calls pass as it skips, strikes as often as it is armed for, and is over then', () => {
    expect(pattern({ ...THROTTLE, skip: 2, times: 3 }, 8)).toBe('..xxx...');
  });

  it('strikes the same calls of every run with the same seed, and others with another', () => {
    const drawn = (seed: number) => pattern({ ...THROTTLE, probability: 0.5, seed }, 64);
    expect(drawn(7)).toBe(drawn(7));
    expect(drawn(7)).not.toBe(drawn(8));
  });

  it('strikes about as many calls as its chance says', () => {
    const hits = [...pattern({ ...THROTTLE, probability: 0.1 }, 2000)].filter((each) => each === 'x').length;
    expect(hits).toBeGreaterThan(150);
    expect(hits).toBeLessThan(250);
  });

  it('leaves a call that another one strikes alone', () => {
    const faults = armedFaults();
    faults.arm({ ...THROTTLE, times: 1 });
    faults.arm({ ...THROTTLE, mode: 'kill', times: 1 });
    expect([faults.striking(CALL)?.fault.mode, faults.striking(CALL)?.fault.mode, faults.striking(CALL)]).toEqual([
      'throttle',
      'kill',
      undefined,
    ]);
    expect(faults.reports()).toMatchObject([
      { matched: 3, struck: 1 },
      { matched: 2, struck: 1 },
    ]);
  });

  it.each<[string, Partial<Fault>]>([
    ['another service', { service: 'sns', operation: '*' }],
    ['another operation', { operation: 'GetItem' }],
    ['another function', { function: 'api' }],
  ])('of %s does not strike', (_case, change) => {
    expect(pattern({ ...THROTTLE, ...change }, 3)).toBe('...');
  });
});
