import { chunkRange, notMovingPrefix, partitionOf } from '#adapters/dynamodb/keys.ts';
import type { ReassignmentId, TenantId } from '#domain/ids.ts';
import type { Chunk, NotMoving } from '#domain/reassignments/reassignment.ts';
import { isOf } from './item.ts';
import type { MemoryTable } from './table.ts';

/** Chunks that one read gives: a reader of many has to ask again, as the real table makes it. */
const CHUNKS_A_READ = 100;

type Chunks = { readonly chunks: readonly Chunk[]; readonly next?: number };

/** Chunks in order from a number on. */
export function readChunks(table: MemoryTable, t: TenantId, { id, from }: { readonly id: ReassignmentId; readonly from: number }): Chunks {
  const { first, last } = chunkRange(id, from);
  const inRange = table.within(partitionOf.reassignments(t)).filter(({ sk }) => sk >= first && sk <= last);
  const chunks = inRange.slice(0, CHUNKS_A_READ).flatMap((item) => (isOf('chunk', item) ? [item.value] : []));
  const lastRead = chunks.at(-1);
  return { chunks, ...(inRange.length > CHUNKS_A_READ && lastRead !== undefined && { next: lastRead.number + 1 }) };
}

/** Everybody of the plan who does not move. */
export function readNotMoving(table: MemoryTable, t: TenantId, id: ReassignmentId): readonly NotMoving[] {
  const prefix = notMovingPrefix(id);
  const pages = table.within(partitionOf.reassignments(t)).filter(({ sk }) => sk.startsWith(prefix));
  return pages.flatMap((item) => (isOf('not-moving', item) ? item.value : []));
}
