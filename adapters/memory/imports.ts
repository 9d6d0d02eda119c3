import type { ChangeOf } from '#adapters/dynamodb/change-of.ts';
import { keyOf } from '#adapters/dynamodb/keys.ts';
import { KEPT_DAYS, sweptFrom, ttlAfter } from '#adapters/dynamodb/lifetimes.ts';
import type { Instant } from '#domain/days/instant.ts';
import type { TenantId } from '#domain/ids.ts';
import type { Import } from '#domain/imports/import.ts';
import { creation, type Effect, ofExisting, replacement } from './effect.ts';
import type { ItemOf } from './item.ts';

type ImportChange = ChangeOf<'start-import' | 'advance-import' | 'put-import-chunk' | 'finish-import-chunk'>;

/** What each change of an import and its chunks does; `now` is when it was last heard of. */
export function importEffect(t: TenantId, change: ImportChange, now: Instant): Effect {
  switch (change.change) {
    case 'start-import':
      return creation(headerItem(t, change.import, change.import.startedAt));
    case 'advance-import': {
      const item = headerItem(t, change.import, now);
      const effect = replacement(item, 'import', (existing) => existing?.value.chunksDone === change.chunksDone);
      return item.open === undefined ? effect : { ...effect, dated: now };
    }
    case 'put-import-chunk':
      return putChunk(t, change, now);
    case 'finish-import-chunk':
      return finishedChunk(t, change);
  }
}

/** `open` to the tick until it is done. */
function headerItem(t: TenantId, value: Import, at: Instant): ItemOf<'import'> {
  return {
    ...keyOf.import(t, value.importId),
    noun: 'import',
    tenantId: t,
    value,
    ...(value.status === 'running' && { open: sweptFrom(at) }),
    ttl: ttlAfter(value.startedAt, KEPT_DAYS.import),
  };
}

function putChunk(t: TenantId, { importId, number, rows }: ChangeOf<'put-import-chunk'>, now: Instant): Effect {
  const item: ItemOf<'import-chunk'> = {
    ...keyOf.importChunk(t, importId, number),
    noun: 'import-chunk',
    value: { number, rows },
    ttl: ttlAfter(now, KEPT_DAYS.import),
  };
  return { ...replacement(item, 'import-chunk', (existing) => existing?.value.finished === undefined), dated: now };
}

function finishedChunk(t: TenantId, change: ChangeOf<'finish-import-chunk'>): Effect {
  const { importId, number, imported, unchanged, rejected } = change;
  return ofExisting('import-chunk', keyOf.importChunk(t, importId, number), {
    holds: ({ value }) => value.finished === undefined,
    after: (item) => ({ ...item, value: { ...item.value, finished: { imported, unchanged, rejected } } }),
  });
}
