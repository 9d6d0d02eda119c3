import * as z from 'zod';
import type { Instant } from '#domain/days/instant.ts';
import type { PersonId, TenantId } from '#domain/ids.ts';
import type { UnplacedReason } from '#domain/plans/plan.ts';
import type { Chunk, ChunkMove, ChunkResult, NotMoving, ResultReason } from '#domain/reassignments/reassignment.ts';
import type { ChangeOf } from './change-of.ts';
import { absent, equals, exists } from './conditions.ts';
import { keyOf } from './keys.ts';
import { KEPT_DAYS, ttlAfter } from './lifetimes.ts';
import { assignment } from './people.ts';
import { id, oneOf, parsed } from './stored.ts';
import type { RawItem } from './table.ts';
import { type Item, put, update, type Write } from './writes.ts';

/**
 * A transaction pays for every kilobyte twice, and nearly everybody moves with nothing beside: then two values say it, or for
 * a result one word. Whoever has more to say is written out.
 */
const move: z.ZodType<ChunkMove> = z.union([
  z
    .tuple([id.person, z.number()])
    .transform(([personId, revision]): ChunkMove => ({ personId, revision, addOns: [], alreadyThere: false })),
  z.object({ personId: id.person, revision: z.number(), addOns: z.array(z.string()), alreadyThere: z.boolean() }),
]);

function toStoredMove(whole: ChunkMove): readonly [PersonId, number] | ChunkMove {
  const { personId, revision, addOns, alreadyThere } = whole;
  return addOns.length === 0 && !alreadyThere ? [personId, revision] : whole;
}

const outcome = oneOf<ChunkResult['outcome']>({
  moved: true,
  moving: true,
  'already-there': true,
  skipped: true,
  failed: true,
  reverted: true,
});

const wholeResult: z.ZodType<ChunkResult> = z.object({
  outcome,
  reason: z.exactOptional(oneOf<ResultReason>({ 'changed-since': true, 'no-seat': true, 'source-not-active': true, 'moving-back': true })),
  kept: z.exactOptional(z.array(z.string())),
});

const result: z.ZodType<ChunkResult> = z.union([outcome.transform((word): ChunkResult => ({ outcome: word })), wholeResult]);

function toStoredResult(whole: ChunkResult): ChunkResult['outcome'] | ChunkResult {
  return whole.reason === undefined && whole.kept === undefined ? whole.outcome : whole;
}

const chunk: z.ZodType<Chunk> = z.object({
  number: z.number(),
  from: assignment,
  to: assignment,
  overage: z.boolean(),
  moves: z.array(move),
  results: z.exactOptional(z.array(result)),
  cancelled: z.exactOptional(z.literal(true)),
});

const notMovingPage: z.ZodType<{ readonly people: readonly NotMoving[] }> = z.object({
  people: z.array(
    z.object({
      personId: id.person,
      outcome: oneOf<NotMoving['outcome']>({ staying: true, unplaced: true }),
      reason: z.exactOptional(oneOf<UnplacedReason>({ 'no-seat-of-kind': true, 'no-candidate': true })),
    }),
  ),
});

export function fromChunkItem(item: RawItem): Chunk {
  return parsed(chunk, item);
}

export function fromNotMovingItem(item: RawItem): readonly NotMoving[] {
  return parsed(notMovingPage, item).people;
}

function toChunkItem(t: TenantId, { reassignmentId, chunk: planned }: ChangeOf<'put-chunk'>, now: Instant): Item {
  return {
    ...keyOf.chunk(t, reassignmentId, planned.number),
    ...planned,
    moves: planned.moves.map(toStoredMove),
    ...(planned.results !== undefined && { results: planned.results.map(toStoredResult) }),
    ttl: ttlAfter(now, KEPT_DAYS.reassignment),
  };
}

/** What each change of a reassignment's parts writes. A chunk that has results is never planned anew. */
export function chunkWrite(
  t: TenantId,
  change: ChangeOf<'put-chunk' | 'put-not-moving' | 'finish-chunk' | 'cancel-chunk'>,
  now: Instant,
): Write {
  switch (change.change) {
    case 'put-chunk':
      return put(toChunkItem(t, change, now), absent('results'));
    case 'put-not-moving': {
      const { reassignmentId, page, people } = change;
      return put({ ...keyOf.notMoving(t, reassignmentId, page), people, ttl: ttlAfter(now, KEPT_DAYS.reassignment) });
    }
    case 'finish-chunk':
      return finished(t, change);
    case 'cancel-chunk': {
      const { reassignmentId, number } = change;
      return update(keyOf.chunk(t, reassignmentId, number), { set: [['cancelled', true]] }, exists, ...isOpen);
    }
  }
}

/** Neither finished nor the place where the run was cancelled. */
const isOpen = [absent('results'), absent('cancelled')] as const;

function finished(t: TenantId, { reassignmentId, number, results, from }: ChangeOf<'finish-chunk'>): Write {
  const asRead = from === undefined ? isOpen : [equals('results', from.map(toStoredResult))];
  return update(keyOf.chunk(t, reassignmentId, number), { set: [['results', results.map(toStoredResult)]] }, exists, ...asRead);
}
