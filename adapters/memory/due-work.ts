import type { Instant } from '#domain/days/instant.ts';
import { byId, type TenantId } from '#domain/ids.ts';
import type { Unfinished } from '#use-cases/ports.ts';
import { type Item, isOf } from './item.ts';
import type { MemoryTable } from './table.ts';

/** C1. Tenants whose check is due, longest overdue first. */
export function dueTenants(table: MemoryTable, now: Instant): readonly TenantId[] {
  return until(table, 'due', now).flatMap((item) => (isOf('tenant', item) ? [item.value.tenantId] : []));
}

/** A4. What a queue should have done by now, longest waiting first. */
export function unfinishedAt(table: MemoryTable, now: Instant): readonly Unfinished[] {
  return until(table, 'open', now).map(unfinishedOf);
}

/** The items of an index whose moment has come. */
function until(table: MemoryTable, index: 'due' | 'open', now: Instant): readonly Item[] {
  const momentOf = (item: Item) => item[index] ?? now;
  const come = table.indexed(index).filter((item) => momentOf(item) <= now);
  return come.toSorted((left, right) => byId(momentOf(left), momentOf(right)));
}

function unfinishedOf(item: Item): Unfinished {
  switch (item.noun) {
    case 'outbox':
      return { unfinished: 'outbox', outboxId: item.value.outboxId };
    case 'tenant':
      return { unfinished: 'purge', tenantId: item.value.tenantId };
    case 'reassignment':
      return { unfinished: 'reassignment', tenantId: item.tenantId, reassignmentId: item.value.reassignmentId };
    case 'import':
      return { unfinished: 'import', tenantId: item.tenantId, importId: item.value.importId };
    case 'subscription':
    case 'person':
    case 'recipient':
    case 'partner':
    case 'usage':
    case 'latest-usage':
    case 'alert':
    case 'link':
    case 'chunk':
    case 'not-moving':
    case 'import-chunk':
    case 'answer':
    case 'audit':
    case 'chain-link':
      throw new Error(`The index of unfinished work names ${item.noun}, which nothing knows how to finish.`);
  }
}
