import { keyOf } from '#adapters/dynamodb/keys.ts';
import { KEPT_DAYS, ttlAfter } from '#adapters/dynamodb/lifetimes.ts';
import { withNames } from '#adapters/dynamodb/outbox-names.ts';
import type { Instant } from '#domain/days/instant.ts';
import type { OutboxId } from '#domain/ids.ts';
import type { OutboxItem, OutboxState } from '#domain/outbox/outbox-item.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Stores } from '#use-cases/ports.ts';
import { type ItemOf, isOf } from './item.ts';
import type { MemoryTable } from './table.ts';

type Claim = Parameters<Stores['claimOutbox']>[0];
type Finish = Parameters<Stores['finishOutbox']>[0];
type Claimed = { readonly item: OutboxItem; readonly fence: number };

export function readOutbox(table: MemoryTable, outboxId: OutboxId): (OutboxItem & { readonly state: OutboxState }) | undefined {
  const item = itemAt(table, outboxId);
  return item === undefined ? undefined : { ...item.value, state: item.state };
}

/** A4. Takes a pending item, or one whose claim has run out, under the next fence; also knows a claim of its own again. */
export function claimOutbox(table: MemoryTable, claim: Claim): Claimed | undefined {
  const { outboxId, owner, now, until } = claim;
  const item = itemAt(table, outboxId);
  if (item === undefined) return undefined;
  if (isFree(item.state, now)) {
    const fence = item.claim.fence + 1;
    table.put({ ...item, state: { state: 'sending', owner, fence, until }, claim: { owner, fence }, open: until });
    return { item: item.value, fence };
  }
  const mine = item.state.state === 'sending' && item.state.owner === owner && item.state.until === until;
  return mine ? { item: item.value, fence: item.claim.fence } : undefined;
}

function isFree(state: OutboxState, now: Instant): boolean {
  return state.state === 'pending' || (state.state === 'sending' && state.until <= now);
}

/** A4. Ends a claim, under its fence: names leave the item and the item the index at once, the table seven days later. */
export function finishOutbox(table: MemoryTable, { outboxId, owner, fence, state, at }: Finish): Result<undefined, 'fence-lost'> {
  const item = itemAt(table, outboxId);
  if (item === undefined || item.claim.owner !== owner || item.claim.fence !== fence) return refused('fence-lost');
  if (item.state.state === state) return ok(undefined);
  if (item.state.state !== 'sending') return refused('fence-lost');
  const { open: _swept, ...rest } = item;
  const value = { ...item.value, work: withNames(item.value.work, []) };
  table.put({ ...rest, value, state: { state, at }, ttl: ttlAfter(at, KEPT_DAYS.outboxAfterSending) });
  return ok(undefined);
}

function itemAt(table: MemoryTable, outboxId: OutboxId): ItemOf<'outbox'> | undefined {
  const item = table.get(keyOf.outbox(outboxId));
  return isOf('outbox', item) ? item : undefined;
}
