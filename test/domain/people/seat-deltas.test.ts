import { describe, expect, it } from 'vitest';
import { seatDeltas, sumOfSeatDeltas } from '#domain/people/seat-deltas.ts';
import { aPerson, type PersonOverrides } from '#test/support/builders.ts';

const deltas = (before: PersonOverrides | undefined, after: PersonOverrides | undefined) =>
  Object.fromEntries(seatDeltas(before && aPerson(before), after && aPerson(after)));
const moving = { from: 'Sub1', to: 'Sub2' };

describe('R4 the seats that one change of a person takes and gives back', () => {
  it.each<[string, PersonOverrides | undefined, PersonOverrides | undefined, object]>([
    ['somebody new takes one', undefined, { holds: { Sub1: 'wfo' } }, { Sub1: { wfo: -1 } }],
    ['somebody deleted gives all back', { holds: { Sub1: ['wfo', 'premium-agent'] } }, undefined, { Sub1: { wfo: 1, 'premium-agent': 1 } }],
    [
      'a move takes one and gives one back',
      { holds: { Sub1: 'wfo' } },
      { holds: { Sub2: 'wfo' } },
      { Sub1: { wfo: 1 }, Sub2: { wfo: -1 } },
    ],
    ['another name takes none', { holds: { Sub1: 'wfo' } }, { name: 'Ada', holds: { Sub1: 'wfo' } }, {}],
    ['inactive people hold theirs', { holds: { Sub1: 'wfo' } }, { status: 'inactive', holds: { Sub1: 'wfo' } }, {}],
    [
      'one on the way takes a seat on both sides',
      { holds: { Sub1: 'standard-agent' } },
      { holds: { Sub1: 'standard-agent' }, moving },
      { Sub2: { 'standard-agent': -1 } },
    ],
    [
      'one who arrives gives the old seat back',
      { holds: { Sub1: 'standard-agent' }, moving },
      { holds: { Sub2: 'standard-agent' } },
      { Sub1: { 'standard-agent': 1 } },
    ],
    [
      'one on the way to where the kind is held takes no second seat',
      { holds: { Sub1: 'standard-agent', Sub2: 'standard-agent' } },
      { holds: { Sub1: 'standard-agent', Sub2: 'standard-agent' }, moving },
      {},
    ],
  ])('%s', (_, before, after, expected) => {
    expect(deltas(before, after)).toEqual(expected);
  });

  it('add up over people, and what evens out is left out', () => {
    const taken = seatDeltas(undefined, aPerson({ holds: { Sub1: 'wfo', Sub2: 'wfo' } }));
    const given = seatDeltas(aPerson({ holds: { Sub1: 'wfo' } }), undefined);
    expect(Object.fromEntries(sumOfSeatDeltas([taken, given, taken]))).toEqual({ Sub1: { wfo: -1 }, Sub2: { wfo: -2 } });
  });
});
