import { describe, expect, it } from 'vitest';
import { idOf } from '#domain/ids.ts';
import type { Chunk, ChunkMove, ChunkResult } from '#domain/reassignments/reassignment.ts';
import { agents, aPerson } from '#test/support/builders.ts';
import { answerOnce } from '#test/support/faults.ts';
import { ACME, createAcme, NOW, storesOnDynoxide } from '#test/support/stores.ts';
import type { Change } from '#use-cases/change.ts';

const { acme, faulty, itemsIn, write } = storesOnDynoxide();
const put = (person = aPerson()): Change => ({ change: 'put-person', person, revision: 'absent' });

describe('a page of the audit', () => {
  it('ends where a megabyte is full before it is', async () => {
    const after = 'x'.repeat(300_000);
    const entry = (n: number) => ({ entryId: `01${n}`, at: NOW, who: 'anna', door: 'api', action: 'person-replaced', after }) as const;
    for (const n of [1, 2, 3, 4, 5]) await write({ change: 'append-audit', entry: entry(n) });
    const first = await acme().listAudit({ limit: 10 });
    expect(first.items.length).toBeLessThan(5);
    const rest = await acme().listAudit({ limit: 10, cursor: String(first.next) });
    expect([...first.items, ...rest.items].map(({ entryId }) => entryId)).toEqual(['015', '014', '013', '012', '011']);
  });
});

describe('what the table did not get to', () => {
  it('is read when it is asked again', async () => {
    await write(put());
    const { client, stores, waits } = faulty();
    answerOnce(client, 'BatchGetItemCommand', (input) => ('RequestItems' in input ? { UnprocessedKeys: input.RequestItems } : {}));
    expect(await stores.storesFor(ACME).readPeople([idOf.person('agent-1')])).toEqual([{ ...aPerson(), revision: 1 }]);
    expect(waits).toEqual([50]);
  });

  it('is deleted when a purge asks again', async () => {
    await write(createAcme, ...agents(3).map((person) => put(person)));
    await write({ change: 'hide-tenant', revision: 1, at: NOW });
    const { client, stores, waits } = faulty();
    answerOnce(client, 'BatchWriteItemCommand', (input) => ('RequestItems' in input ? { UnprocessedItems: input.RequestItems } : {}));
    expect(await stores.storesFor(ACME).purge()).toBe(false);
    expect(waits).toEqual([50]);
    expect(await itemsIn('TENANT#acme')).toHaveLength(1);
  });
});

describe('a chunk of 96 people', () => {
  const kind = 'standard-agent';
  const reassignmentId = idOf.reassignment('01RUN');
  const people = Array.from({ length: 96 }, (_, n) => idOf.person(`person-${n}@acme.example`));
  const plain = people.map((personId): ChunkMove => ({ personId, revision: 1, addOns: [], alreadyThere: false }));
  const chunkOf = (moves: readonly ChunkMove[]): Chunk => ({
    number: 0,
    from: { subscriptionId: idOf.subscription('Sub1'), kind },
    to: { subscriptionId: idOf.subscription('Sub2'), kind },
    overage: false,
    moves,
  });
  const carryOut = (chunk: Chunk, results: readonly ChunkResult[]) =>
    write({ change: 'put-chunk', reassignmentId, chunk }).then(() => write({ change: 'finish-chunk', reassignmentId, number: 0, results }));

  it('fits in 4 KB with its results, where nobody has more to say than who moves', async () => {
    await carryOut(
      chunkOf(plain),
      plain.map(() => ({ outcome: 'moved' })),
    );
    const [item] = await itemsIn('TENANT#acme#REASSIGNMENT');
    expect(JSON.stringify(item).length).toBeLessThan(4 * 1024);
  });

  it('is read as it was written, whoever has more to say and whoever has not', async () => {
    const [first, second, third, ...others] = plain;
    if (first === undefined || second === undefined || third === undefined) throw new Error('Three people are needed.');
    const chunk = chunkOf([{ ...first, addOns: ['wfo'] }, { ...second, alreadyThere: true }, third, ...others]);
    const results: readonly ChunkResult[] = [
      { outcome: 'moved', kept: ['wfo'] },
      { outcome: 'already-there' },
      { outcome: 'skipped', reason: 'changed-since' },
      ...others.map(() => ({ outcome: 'moved' }) as const),
    ];
    await carryOut(chunk, results);
    expect(await acme().readChunks(reassignmentId, 0)).toEqual({ chunks: [{ ...chunk, results }] });
    const putBack = results.map(() => ({ outcome: 'reverted' }) as const);
    await write({ change: 'finish-chunk', reassignmentId, number: 0, results: putBack, from: results });
    expect(await acme().readChunks(reassignmentId, 0)).toEqual({ chunks: [{ ...chunk, results: putBack }] });
  });
});

describe('a finished outbox item', () => {
  it('is in no index any more', async () => {
    const outboxId = idOf.outbox('01OUTBOX');
    const work = { work: 'confirm-topic', recipientId: idOf.recipient('anna'), channel: 'email', token: 'abc' } as const;
    await write({ change: 'enqueue', item: { outboxId, tenantId: ACME, createdAt: NOW, work } });
    const { stores } = faulty();
    await stores.claimOutbox({ outboxId, owner: 'worker', now: NOW, until: NOW });
    await stores.finishOutbox({ outboxId, owner: 'worker', fence: 1, state: 'sent', at: NOW });
    expect((await itemsIn(`OUTBOX#${outboxId}`))[0]).not.toHaveProperty('openPk');
  });
});
