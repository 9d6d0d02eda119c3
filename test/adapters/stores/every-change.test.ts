import { describe, expect, it } from 'vitest';
import { partitionOf } from '#adapters/dynamodb/keys.ts';
import { idOf } from '#domain/ids.ts';
import { allReadsOf } from '#test/support/all-reads.ts';
import { EVERY_CHANGE } from '#test/support/every-change.ts';
import { anEntry } from '#test/support/kept-nouns.ts';
import { ACME, type Bench, EITHER_STORES } from '#test/support/stores.ts';
import type { Change } from '#use-cases/change.ts';

const CASES = Object.entries(EVERY_CHANGE);
const OTHER = idOf.tenant('other');
const beside: Change = { change: 'append-audit', entry: anEntry('99ENTRY') };

describe.each(EITHER_STORES)('every change %s', (_where, openStores) => {
  const bench = openStores();
  const { acme, stores, write, refuse } = bench;

  it.each(CASES)('%s holds, and takes nothing with it when it is refused', async (_kind, { needs, holds, next = [], refused = holds }) => {
    for (const change of [...needs, holds, ...next]) await write(change);
    if (refused === 'never') return write(holds);
    const before = await everythingOf(bench);
    await refuse([beside, refused], [1]);
    expect(await everythingOf(bench)).toEqual(before);
  });

  it('through one tenant neither shows nor changes anything of another', async () => {
    const other = stores().storesFor(OTHER);
    const nothing = await allReadsOf(stores(), OTHER);
    const all: readonly Change[] = CASES.flatMap(([, { needs, holds }]) => [...needs, holds]);
    for (const change of all) await acme().commit([change]);
    expect(await allReadsOf(stores(), OTHER)).toEqual(nothing);
    const before = await everythingOf(bench);
    expect(before.length).toBeGreaterThan(10);
    for (const change of all) await other.commit([change]).catch(toBeForeign);
    expect(await everythingOf(bench)).toEqual(before);
  });
});

/** All items that belong to `acme`, whatever the ports show of them. */
async function everythingOf({ itemsIn }: Bench): Promise<readonly object[]> {
  const partitions = [...Object.values(partitionOf).map((of) => of(ACME)), 'LINK#link-1', 'OUTBOX#01OUTBOX'];
  return (await Promise.all(partitions.map(itemsIn))).flat();
}

/** What names its own tenant is not even sent. */
function toBeForeign(error: unknown): void {
  expect(error).toMatchObject({ message: expect.stringContaining('of the tenant acme was to be written to other') });
}
