import type { ImportId, ReassignmentId, TenantId } from '#domain/ids.ts';
import type { Import } from '#domain/imports/import.ts';
import type { Chunk, NotMoving, Reassignment } from '#domain/reassignments/reassignment.ts';
import type { ImportChunk, Stored } from '#use-cases/stored.ts';
import { fromChunkItem, fromNotMovingItem } from './chunks.ts';
import { fromImportChunkItem, fromImportItem } from './imports.ts';
import { chunkRange, keyOf, notMovingPrefix, partitionOf } from './keys.ts';
import { fromReassignmentItem } from './reassignments.ts';
import { getItem, queryAll, queryPage, type Table } from './table.ts';

type Chunks = { readonly chunks: readonly Chunk[]; readonly next?: number };

export async function readReassignment(table: Table, t: TenantId, id: ReassignmentId): Promise<Stored<Reassignment> | undefined> {
  const item = await getItem(table, keyOf.reassignment(t, id));
  return item === undefined ? undefined : fromReassignmentItem(item);
}

/** Chunks in order from a number on, as many as one query reads (a megabyte: about a hundred of 96 people). */
export async function readChunks(table: Table, t: TenantId, id: ReassignmentId, from: number): Promise<Chunks> {
  const { first, last } = chunkRange(id, from);
  const { items, more } = await queryPage(table, {
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
    ExpressionAttributeValues: { ':pk': partitionOf.reassignments(t), ':first': first, ':last': last },
    ConsistentRead: true,
  });
  const chunks = items.map(fromChunkItem);
  const lastRead = chunks.at(-1);
  return { chunks, ...(more && lastRead !== undefined && { next: lastRead.number + 1 }) };
}

/** Everybody of the plan who does not move, page after page. */
export async function readNotMoving(table: Table, t: TenantId, id: ReassignmentId): Promise<readonly NotMoving[]> {
  const pages = await queryAll(table, {
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': partitionOf.reassignments(t), ':prefix': notMovingPrefix(id) },
    ConsistentRead: true,
  });
  return pages.flatMap(fromNotMovingItem);
}

export async function readImport(table: Table, t: TenantId, id: ImportId): Promise<Import | undefined> {
  const item = await getItem(table, keyOf.import(t, id));
  return item === undefined ? undefined : fromImportItem(item);
}

export async function readImportChunk(table: Table, t: TenantId, id: ImportId, number: number): Promise<ImportChunk | undefined> {
  const item = await getItem(table, keyOf.importChunk(t, id, number));
  return item === undefined ? undefined : fromImportChunkItem(item);
}
