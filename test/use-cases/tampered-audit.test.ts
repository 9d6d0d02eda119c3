import { beforeEach, describe, expect, it } from 'vitest';
import { secondsAfter } from '#domain/days/instant.ts';
import { appendEntries, tamperingOf } from '#test/support/an-audit.ts';
import { portsOn, type TestPorts } from '#test/support/ports.ts';
import { ACME, NOW, storesOnDynoxide } from '#test/support/stores.ts';
import { chainAudit } from '#use-cases/chain-audit.ts';
import { verifyAudit } from '#use-cases/verify-audit.ts';

const bench = storesOnDynoxide();
const tampering = tamperingOf(bench);
const HOUR = 3600;
const DAY = 24 * HOUR;
let test: TestPorts;
beforeEach(() => {
  test = portsOn(bench);
});

const append = (count: number, seconds: number) => appendEntries(bench, count, seconds);
const chain = () => chainAudit(test.ports, ACME, () => true);
const links = () => bench.acme().readChainLinks({ from: 1, limit: 1000 });
const verified = async () => {
  const outcome = await verifyAudit(test.ports, { tenantId: ACME });
  if (!outcome.ok) throw new Error('The tenant has an audit.');
  return outcome.value;
};

describe('U2 a proof finds', () => {
  const found = async () => (await verified()).broken;
  let ids: readonly string[];
  beforeEach(async () => {
    ids = await append(5, -HOUR);
    await chain();
  });

  it.each<readonly [string, (id: string) => Promise<void>, string]>([
    ['an entry that was changed', (id) => tampering.changeEntry(id, { who: 'mallory' }), 'entry-changed'],
    ['an entry that got something that no entry has', (id) => tampering.changeEntry(id, { approved: true }), 'entry-changed'],
    ['an entry that nobody could read any more', (id) => tampering.changeEntry(id, { action: 7, at: 'never' }), 'entry-changed'],
    ['an entry that was removed', (id) => tampering.removeEntry(id), 'entry-missing'],
    ['a link that was removed', () => tampering.removeLink(3), 'link-missing'],
    ['a link that was changed', () => tampering.changeLink(3, { entryHash: 'forged' }), 'hash-wrong'],
    ['a link that is none any more', () => tampering.changeLink(3, { hash: 7 }), 'hash-wrong'],
  ])('%s', async (_what, tamper, reason) => {
    await tamper(ids[2] ?? '');
    expect(await found()).toMatchObject({ number: 3, reason });
  });

  it('entries that were put in, however many', async () => {
    for (const n of [1, 2, 3, 4, 5, 6, 7]) await tampering.putEntry(`${ids[2]}${n}`);
    expect(await found()).toEqual({ number: 4, entryId: `${ids[2]}1`, reason: 'not-in-chain' });
  });

  it('what was put in among the links, and behind the last', async () => {
    await tampering.putLink('000000000005x');
    expect(await found()).toMatchObject({ reason: 'hash-wrong' });
    await tampering.removeLink(4);
    expect(await found()).toMatchObject({ number: 4, reason: 'link-missing' });
  });

  it('nothing where only the time has come for entries to leave', async () => {
    await tampering.changeEntry(ids[2] ?? '', { ttl: 1 });
    expect(await found()).toBeUndefined();
  });

  it('no break in what has expired, whichever of it is left', async () => {
    test.setNow(secondsAfter(NOW, 300 * DAY));
    await append(1, 299 * DAY);
    await chain();
    test.setNow(secondsAfter(NOW, 400 * DAY));
    for (const entryId of ids.slice(1)) await tampering.removeEntry(entryId);
    for (const number of [1, 3, 4]) await tampering.removeLink(number);
    expect(await verified()).toMatchObject({ entries: 1, chained: 1, intact: true, head: { number: 6 } });
  });
});

describe('U2 the sequencer, where somebody was at the audit,', () => {
  it('does not chain what has no entry’s id, and is not stopped by it', async () => {
    const ids = await append(2, -HOUR);
    await tampering.putEntry(`${ids[0]}!`);
    await chain();
    expect((await links()).map(({ entryId }) => entryId)).toEqual(ids);
  });

  it('refuses to chain behind a head that was changed', async () => {
    await append(2, -HOUR);
    await chain();
    await tampering.changeLink(2, { hash: 'forged' });
    await append(1, -HOUR / 2);
    await expect(chain()).rejects.toThrow('The link 2 of the audit chain of the tenant acme was changed');
    expect((await links()).map(({ number }) => number)).toEqual([1, 2]);
  });
});
