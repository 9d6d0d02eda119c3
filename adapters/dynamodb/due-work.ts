import * as z from 'zod';
import type { Instant } from '#domain/days/instant.ts';
import { idOf, type TenantId } from '#domain/ids.ts';
import type { Unfinished } from '#use-cases/ports.ts';
import { placeholders } from './conditions.ts';
import { INDEX } from './keys.ts';
import { ALL_SHARDS } from './shards.ts';
import { parsed } from './stored.ts';
import { queryAll, type RawItem, type Table } from './table.ts';

const dueEntry = z.object({ pk: z.templateLiteral(['TENANT#', z.string()]), dueSk: z.string() });
const openEntry = z.object({ pk: z.string(), sk: z.string(), openSk: z.string() });

/** C1. Tenants whose check is due, longest overdue first: 16 queries of a sparse index, whatever else the table holds. */
export async function dueTenants(table: Table, now: Instant): Promise<readonly TenantId[]> {
  const entries = (await untilNow(table, INDEX.due, 'DUE#', now)).map((item) => parsed(dueEntry, item));
  return entries.toSorted((left, right) => order(left.dueSk, right.dueSk)).map(({ pk }) => idOf.tenant(pk.slice('TENANT#'.length)));
}

/** A4. What a queue should have done by now, longest waiting first, from the sparse index alone. */
export async function unfinishedAt(table: Table, now: Instant): Promise<readonly Unfinished[]> {
  const entries = (await untilNow(table, INDEX.open, 'OPEN#', now)).map((item) => parsed(openEntry, item));
  return entries.toSorted((left, right) => order(left.openSk, right.openSk)).map(unfinishedOf);
}

type Index = { readonly name: string; readonly pk: string; readonly sk: string };

async function untilNow(table: Table, index: Index, prefix: string, now: Instant): Promise<readonly RawItem[]> {
  const shards = await Promise.all(
    ALL_SHARDS.map((shard) => {
      const say = placeholders();
      const KeyConditionExpression = `${say.path(index.pk)} = ${say.value(`${prefix}${shard}`)} AND ${say.path(index.sk)} <= ${say.value(now)}`;
      return queryAll(table, { IndexName: index.name, KeyConditionExpression, ...say.attributes() });
    }),
  );
  return shards.flat();
}

/** The index holds keys alone: the partition says what it is, the sort key which. */
function unfinishedOf({ pk, sk }: { readonly pk: string; readonly sk: string }): Unfinished {
  const [noun, id = '', part] = pk.split('#');
  if (noun === 'OUTBOX') return { unfinished: 'outbox', outboxId: idOf.outbox(id) };
  const tenantId = idOf.tenant(id);
  if (noun === 'TENANT' && part === undefined) return { unfinished: 'purge', tenantId };
  if (noun === 'TENANT' && part === 'REASSIGNMENT') return { unfinished: 'reassignment', tenantId, reassignmentId: idOf.reassignment(sk) };
  if (noun === 'TENANT' && part === 'IMPORT') return { unfinished: 'import', tenantId, importId: idOf.import(sk) };
  throw new Error(`The index of unfinished work names ${pk}, which nothing knows how to finish.`);
}

function order(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
