import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChainLink, type KeptEntry, linksBehind } from '#domain/audit/chain-link.ts';
import { proveStretch } from '#domain/audit/prove.ts';
import { idOf } from '#domain/ids.ts';
import { booksOf, hashing, proofOf, rulesOn } from '#test/support/chains.ts';

const DAYS = 30;
const whole = booksOf(DAYS);

describe('U2 a chain that nobody touched', () => {
  it('is intact on every day, whatever has expired and however much of that has left already', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: DAYS, max: 900 }),
        fc.array(fc.boolean(), { minLength: 2 * DAYS, maxLength: 2 * DAYS }),
        (day, gone) => {
          const { keptFrom } = rulesOn(day);
          const stays = (entryId: string, place: number) => entryId > keptFrom || !gone[place];
          const left = {
            entries: whole.entries.filter(({ entryId }, at) => stays(entryId, at)),
            links: whole.links.filter(({ entryId }, at) => stays(entryId, DAYS + at)),
          };
          const live = whole.entries.filter(({ entryId }) => entryId > keptFrom).length;
          expect(proofOf(left, day)).toMatchObject({ chained: live });
          expect(proofOf(left, day).broken).toBeUndefined();
        },
      ),
    );
  });

  it('is the same however it is cut into stretches, when it is written and when it is proven', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: DAYS, maxLength: DAYS }), (lengths) => {
        let links: readonly ChainLink[] = [];
        let proof = proofOf({ entries: [], links: [] }, DAYS);
        for (const length of lengths) {
          const entries = whole.entries.slice(links.length, links.length + length);
          const more = linksBehind(links.at(-1), entries, hashing);
          proof = proofOf({ entries, links: more }, DAYS, proof);
          links = [...links, ...more];
        }
        expect(links).toEqual(whole.links);
        expect(proof).toEqual(proofOf(whole, DAYS));
      }),
    );
  });

  it('is one tenant’s own', () => {
    const other = { ...rulesOn(DAYS), tenantId: idOf.tenant('other') };
    expect(proveStretch({ chained: 0 }, whole, other).broken).toMatchObject({ number: 1, reason: 'hash-wrong' });
  });

  it('does not mind in which order the fields of an entry are read back', () => {
    const reversed = (entry: KeptEntry) => ({ ...entry, content: Object.fromEntries(Object.entries(entry.content).toReversed()) });
    expect(proofOf({ ...whole, entries: whole.entries.map(reversed) }, DAYS).broken).toBeUndefined();
  });
});
