import type { ChangeOf } from '#adapters/dynamodb/change-of.ts';
import { keyOf } from '#adapters/dynamodb/keys.ts';
import { KEPT_DAYS, ttlAfter } from '#adapters/dynamodb/lifetimes.ts';
import type { Instant } from '#domain/days/instant.ts';
import type { TenantId } from '#domain/ids.ts';
import type { Chunk } from '#domain/reassignments/reassignment.ts';
import { type Effect, isSameValue, ofExisting, replacement } from './effect.ts';
import type { ItemOf } from './item.ts';

type ChunkChange = ChangeOf<'put-chunk' | 'put-not-moving' | 'finish-chunk' | 'cancel-chunk'>;

/** What each change of a reassignment's parts does. A chunk that has results is never planned anew. */
export function chunkEffect(t: TenantId, change: ChunkChange, now: Instant): Effect {
  switch (change.change) {
    case 'put-chunk':
      return planned(t, change, now);
    case 'put-not-moving':
      return notMoving(t, change, now);
    case 'finish-chunk':
      return finished(t, change);
    case 'cancel-chunk':
      return ofExisting('chunk', keyOf.chunk(t, change.reassignmentId, change.number), {
        holds: ({ value }) => isOpen(value),
        after: (item) => ({ ...item, value: { ...item.value, cancelled: true } }),
      });
  }
}

function planned(t: TenantId, { reassignmentId, chunk }: ChangeOf<'put-chunk'>, now: Instant): Effect {
  const item: ItemOf<'chunk'> = { ...keyOf.chunk(t, reassignmentId, chunk.number), noun: 'chunk', value: chunk, ttl: ttlFrom(now) };
  return { ...replacement(item, 'chunk', (existing) => existing?.value.results === undefined), dated: now };
}

function notMoving(t: TenantId, { reassignmentId, page, people }: ChangeOf<'put-not-moving'>, now: Instant): Effect {
  const key = keyOf.notMoving(t, reassignmentId, page);
  return { ...replacement({ ...key, noun: 'not-moving', value: people, ttl: ttlFrom(now) }, 'not-moving', () => true), dated: now };
}

function finished(t: TenantId, { reassignmentId, number, results, from }: ChangeOf<'finish-chunk'>): Effect {
  return ofExisting('chunk', keyOf.chunk(t, reassignmentId, number), {
    holds: ({ value }) => (from === undefined ? isOpen(value) : isSameValue(value.results, from)),
    after: (item) => ({ ...item, value: { ...item.value, results } }),
  });
}

/** Neither finished nor the place where the run was cancelled. */
function isOpen({ results, cancelled }: Chunk): boolean {
  return results === undefined && cancelled === undefined;
}

function ttlFrom(now: Instant): number {
  return ttlAfter(now, KEPT_DAYS.reassignment);
}
