import { describe, expect, it } from 'vitest';
import { keyOf } from '#adapters/dynamodb/keys.ts';
import { millisecondsOf } from '#domain/days/instant.ts';
import { idOf } from '#domain/ids.ts';
import type { Chunk, ChunkResult, NotMoving, Reassignment } from '#domain/reassignments/reassignment.ts';
import { ACME, EITHER_STORES, momentOf, NOW } from '#test/support/stores.ts';
import type { Change } from '#use-cases/change.ts';

const RUN = idOf.reassignment('01RUN');
const LATER = momentOf('2026-12-02T09:00:00.000Z');
const sub = idOf.subscription;

const run: Reassignment = {
  reassignmentId: RUN,
  request: {
    fromSubscriptionId: sub('Sub1'),
    toSubscriptionId: sub('Sub2'),
    people: [idOf.person('agent-1')],
    acceptOverage: false,
    acceptUpgrade: true,
  },
  planHash: 'abc',
  mode: 'book',
  status: 'running',
  startedBy: 'arn:aws:iam::1:user/anna',
  startedByLink: idOf.link('link-1'),
  startedAt: NOW,
  leg: 0,
  chunks: 2,
  chunksDone: 0,
  counts: { pending: 100, staying: 3, 'already-there': 1 },
  seatsToBuy: [{ kind: 'premium-agent', quantity: 2 }],
};
const start: Change = { change: 'start-reassignment', reassignment: run };
const advance = (overrides: Partial<Reassignment>, revision = 1): Change => ({
  change: 'advance-reassignment',
  reassignment: { ...run, ...overrides },
  revision,
});

function aChunk(number: number, people = 1): Chunk {
  return {
    number,
    from: { subscriptionId: sub('Sub1'), kind: 'premium-agent' },
    to: { subscriptionId: sub('Sub2'), kind: 'premium-agent' },
    overage: false,
    moves: Array.from({ length: people }, (_, n) => ({
      personId: idOf.person(`agent-${n}@${'long.'.repeat(20)}example`),
      revision: 1,
      addOns: ['wfo'],
      alreadyThere: false,
    })),
  };
}

describe.each(EITHER_STORES)('reassignments %s', (_where, openStores) => {
  const { acme, stores, setNow, write, refuse, itemAt } = openStores();
  describe('a reassignment', () => {
    it('is read as it was started, and started once', async () => {
      await write(start);
      await refuse([start]);
      expect(await acme().readReassignment(RUN)).toEqual({ ...run, revision: 1 });
      expect(await acme().readReassignment(idOf.reassignment('other'))).toBeUndefined();
    });

    it('goes on under the revision it was read with', async () => {
      await write(start);
      await refuse([advance({ chunksDone: 1 }, 2)]);
      await write(advance({ chunksDone: 1, counts: { moved: 96 } }));
      await refuse([advance({ chunksDone: 1 })]);
      expect(await acme().readReassignment(RUN)).toEqual({ ...run, chunksDone: 1, counts: { moved: 96 }, revision: 2 });
    });

    it('does not go on where it never began', async () => {
      await refuse([advance({})]);
    });

    it('leaves after 400 days, counted from its start', async () => {
      await write(start);
      setNow(LATER);
      await write(advance({ status: 'done', endedAt: LATER }));
      expect(await itemAt(keyOf.reassignment(ACME, RUN))).toHaveProperty('ttl', millisecondsOf(NOW) / 1000 + 400 * 86_400);
    });
  });

  describe('the sweep', () => {
    const found = [{ unfinished: 'reassignment', tenantId: ACME, reassignmentId: RUN }];
    const unfinished = (at: string) => stores().unfinished(momentOf(at));

    it('finds a run five minutes after it was last heard of', async () => {
      await write(start);
      expect(await unfinished('2026-12-02T07:04:59Z')).toEqual([]);
      expect(await unfinished('2026-12-02T07:05:00Z')).toEqual(found);
      setNow(LATER);
      await write(advance({ chunksDone: 1 }));
      expect(await unfinished('2026-12-02T09:04:59Z')).toEqual([]);
      expect(await unfinished('2026-12-02T09:05:00Z')).toEqual(found);
    });

    it.each(['done', 'stopped', 'cancelled', 'undone', 'awaiting-control-hub'] as const)('does not find one that is %s', async (status) => {
      await write(start);
      await write(advance({ status }));
      expect(await unfinished('2027-12-02T07:05:00Z')).toEqual([]);
      expect(await acme().readReassignment(RUN)).toMatchObject({ status });
    });

    it('finds one whose moves somebody has confirmed', async () => {
      await write(start);
      const counts = { moving: 1 };
      await write(advance({ status: 'awaiting-control-hub', counts, confirmedBy: { who: 'anna', door: 'link', at: NOW } }));
      expect(await unfinished('2026-12-02T07:05:00Z')).toEqual(found);
    });
  });

  describe('the list of reassignments', () => {
    it('shows the headers alone, newest first, page by page', async () => {
      for (const n of [1, 2, 3]) {
        const reassignmentId = idOf.reassignment(`01RUN${n}`);
        await write(
          { change: 'put-chunk', reassignmentId, chunk: aChunk(0) },
          { change: 'start-reassignment', reassignment: { ...run, reassignmentId } },
        );
      }
      const first = await acme().listReassignments({ limit: 2 });
      expect(first.items.map(({ reassignmentId }) => reassignmentId)).toEqual(['01RUN3', '01RUN2']);
      const second = await acme().listReassignments({ limit: 2, cursor: String(first.next) });
      expect(second).toEqual({ items: [{ ...run, revision: 1, reassignmentId: '01RUN1' }] });
      expect(await stores().storesFor(idOf.tenant('other')).listReassignments({ limit: 2 })).toEqual({ items: [] });
    });
  });

  describe('the chunks of a reassignment', () => {
    const results: readonly ChunkResult[] = [{ outcome: 'moving' }, { outcome: 'skipped', reason: 'changed-since' }];
    const finish = (from?: readonly ChunkResult[], to = results): Change => ({
      change: 'finish-chunk',
      reassignmentId: RUN,
      number: 0,
      results: to,
      ...(from !== undefined && { from }),
    });

    it('are read in order from a number on', async () => {
      await write(...[0, 1, 2, 10].map((n): Change => ({ change: 'put-chunk', reassignmentId: RUN, chunk: aChunk(n) })));
      await write({ change: 'put-not-moving', reassignmentId: RUN, page: 0, people: [] }, start);
      await write({ change: 'put-chunk', reassignmentId: idOf.reassignment('01RUN2'), chunk: aChunk(1) });
      expect(await acme().readChunks(RUN, 0)).toEqual({ chunks: [0, 1, 2, 10].map((n) => aChunk(n)) });
      expect(await acme().readChunks(RUN, 2)).toEqual({ chunks: [aChunk(2), aChunk(10)] });
      expect(await acme().readChunks(RUN, 11)).toEqual({ chunks: [] });
    });

    it('are read by going on where a read ended', async () => {
      const numbers = Array.from({ length: 80 }, (_, n) => n);
      await write(...numbers.map((n): Change => ({ change: 'put-chunk', reassignmentId: RUN, chunk: aChunk(n, 96) })));
      const read: number[] = [];
      let next: number | undefined = 0;
      while (next !== undefined) {
        const page: Awaited<ReturnType<ReturnType<typeof acme>['readChunks']>> = await acme().readChunks(RUN, next);
        read.push(...page.chunks.map(({ number }) => number));
        expect(page.next).not.toBe(next);
        next = page.next;
      }
      expect(read).toEqual(numbers);
    });

    it('are finished once', async () => {
      await write({ change: 'put-chunk', reassignmentId: RUN, chunk: aChunk(0) });
      await write(finish());
      await refuse([finish()]);
      expect(await acme().readChunks(RUN, 0)).toEqual({ chunks: [{ ...aChunk(0), results }] });
    });

    it('have their results replaced under those that were read', async () => {
      await write({ change: 'put-chunk', reassignmentId: RUN, chunk: aChunk(0) });
      await refuse([finish(results)]);
      await write(finish());
      const moved: readonly ChunkResult[] = [{ outcome: 'moved' }, { outcome: 'skipped', reason: 'changed-since' }];
      await refuse([finish(moved, results)]);
      await write(finish(results, moved));
      expect(await acme().readChunks(RUN, 0)).toEqual({ chunks: [{ ...aChunk(0), results: moved }] });
    });

    it('are not finished where there is none, and not planned anew once they are', async () => {
      await refuse([finish()]);
      const plan: Change = { change: 'put-chunk', reassignmentId: RUN, chunk: aChunk(0) };
      await write(plan);
      await write(plan);
      await write(finish());
      await refuse([plan]);
    });
  });

  describe('the people of a plan who do not move', () => {
    it('are kept in pages and read together', async () => {
      const staying: NotMoving = { personId: idOf.person('a'), outcome: 'staying' };
      const unplaced: NotMoving = { personId: idOf.person('b'), outcome: 'unplaced', reason: 'no-seat-of-kind' };
      await write(
        { change: 'put-not-moving', reassignmentId: RUN, page: 1, people: [unplaced] },
        { change: 'put-not-moving', reassignmentId: RUN, page: 0, people: [staying] },
        { change: 'put-chunk', reassignmentId: RUN, chunk: aChunk(0) },
      );
      expect(await acme().readNotMoving(RUN)).toEqual([staying, unplaced]);
      expect(await acme().readNotMoving(idOf.reassignment('other'))).toEqual([]);
    });
  });
});
