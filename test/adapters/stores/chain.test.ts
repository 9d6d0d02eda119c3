import { describe, expect, it } from 'vitest';
import { keyOf } from '#adapters/dynamodb/keys.ts';
import { linksBehind } from '#domain/audit/chain-link.ts';
import { millisecondsOf } from '#domain/days/instant.ts';
import { idOf } from '#domain/ids.ts';
import { appendEntries } from '#test/support/an-audit.ts';
import { anEntryOf, hashing } from '#test/support/chains.ts';
import { ACME, EITHER_STORES, NOW } from '#test/support/stores.ts';
import type { Change } from '#use-cases/change.ts';

const ANY = '~';
const links = linksBehind(
  undefined,
  [0, 1, 2, 3].map((day) => anEntryOf(day)),
  hashing,
);
const append = links.map((link): Change => ({ change: 'append-chain-link', link }));

describe.each(EITHER_STORES)('U2 the audit chain %s', (_where, open) => {
  const { acme, stores, write, refuse, itemAt } = open();

  it('takes each number once, whoever brings it', async () => {
    await write(...append.slice(0, 2));
    await refuse(append.slice(1, 3), [0]);
    expect(await acme().readChainLinks({ from: 1, limit: 10 })).toEqual(links.slice(0, 2));
  });

  it('is read from a number on, so many links at a time', async () => {
    await write(...append);
    expect(await acme().readChainLinks({ from: 2, limit: 2 })).toEqual(links.slice(1, 3));
    expect(await acme().readChainLinks({ from: 5, limit: 2 })).toEqual([]);
  });

  it('has its largest number as its head, as numbers sort and not as text', async () => {
    expect(await acme().readChainHead()).toBeUndefined();
    for (const number of [9, 10]) await write({ change: 'append-chain-link', link: { number, entryId: '01A', entryHash: 'e', hash: 'h' } });
    expect(await acme().readChainHead()).toEqual({ number: 10, entryId: '01A', entryHash: 'e', hash: 'h' });
    expect(await stores().storesFor(idOf.tenant('other')).readChainHead()).toBeUndefined();
  });

  it('loses no link before its entry: 400 days after it was written', async () => {
    await write(...append.slice(0, 1));
    expect(await itemAt(keyOf.chainLink(ACME, 1))).toHaveProperty('ttl', millisecondsOf(NOW) / 1000 + 400 * 86_400);
  });
});

describe.each(EITHER_STORES)('U2 the entries to be chained %s', (_where, open) => {
  const { acme, stores, write } = open();
  const read = (after: string, through: string, limit = 10) => acme().readAuditEntries({ after, through, limit });

  it('are read in order, behind one id and up to another, so many at a time', async () => {
    const [first = '', second = '', third = '', fourth = ''] = await appendEntries({ write }, 4, -60);
    const idsOf = async (...asked: Parameters<typeof read>) => (await read(...asked)).map(({ entryId }) => entryId);
    expect(await idsOf('', ANY)).toEqual([first, second, third, fourth]);
    expect(await idsOf(first, third)).toEqual([second, third]);
    expect(await idsOf(`${first}0`, ANY, 2)).toEqual([second, third]);
    expect(await idsOf(first, ANY, 2)).toEqual([second, third]);
    expect(await idsOf(third, first)).toEqual([]);
  });

  it('are all that stands in them', async () => {
    const [entryId = ''] = await appendEntries({ write }, 1, -60);
    const [entry] = (await acme().listAudit({ limit: 1 })).items;
    expect(await read('0', ANY)).toEqual([{ entryId, content: entry }]);
  });

  it('are counted behind an id', async () => {
    const [, second = ''] = await appendEntries({ write }, 5, -60);
    expect(await acme().countAuditEntries({ after: second })).toBe(3);
    expect(await stores().storesFor(idOf.tenant('other')).countAuditEntries({ after: '0' })).toBe(0);
  });
});
