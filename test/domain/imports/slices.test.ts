import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneTransaction } from '#domain/imports/applied-rows.ts';
import { atMost, slicesOf } from '#domain/imports/slices.ts';
import { seatDeltas, sumOfSeatDeltas } from '#domain/people/seat-deltas.ts';
import { aPerson } from '#test/support/builders.ts';

describe('slices', () => {
  it('hold everything once, in order, none too large', () => {
    const texts = fc.array(fc.string({ maxLength: 30 }));
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 2, max: 60 }), (items, most, characters) => {
        const slices = slicesOf(items, atMost({ items: most, characters }));
        expect(slices.flat()).toEqual(items);
        for (const slice of slices) {
          const length = slice.reduce((sum, item) => sum + JSON.stringify(item).length, 0);
          expect(slice.length === 1 || (slice.length <= most && length <= characters)).toBe(true);
        }
      }),
    );
  });
});

describe('R4 people of one transaction', () => {
  it('fit its hundred items together with the counters of every subscription they touch', () => {
    const holds = fc.dictionary(
      fc.integer({ min: 0, max: 150 }).map((n) => `Sub${n}`),
      fc.constantFrom('premium-agent', 'standard-agent'),
      { maxKeys: 6 },
    );
    fc.assert(
      fc.property(fc.array(holds, { maxLength: 120 }), (all) => {
        const changed = all.map((each, index) => ({ before: undefined, person: aPerson({ personId: `p${index}`, holds: each }) }));
        for (const group of slicesOf(changed, oneTransaction({ items: 96, characters: 100_000 }))) {
          const touched = sumOfSeatDeltas(group.map(({ before, person }) => seatDeltas(before, person)));
          expect(group.length + touched.size).toBeLessThanOrEqual(96);
        }
      }),
      { numRuns: 50 },
    );
  });
});
