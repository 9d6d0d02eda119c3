import type { OutboxItem } from '#domain/outbox/outbox-item.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Stores } from '#use-cases/ports.ts';
import { anyOf, bothOf, equals, notAfter } from './conditions.ts';
import { indexKeyOf, keyOf } from './keys.ts';
import { KEPT_DAYS, ttlAfter } from './lifetimes.ts';
import { fromOutboxItem, type StatedOutboxItem } from './outbox.ts';
import { updateItem } from './single-update.ts';
import { getItem, type Table } from './table.ts';
import { replaced, update } from './writes.ts';

type Claim = Parameters<Stores['claimOutbox']>[0];
type Finish = Parameters<Stores['finishOutbox']>[0];
type Claimed = { readonly item: OutboxItem; readonly fence: number };

export async function readOutbox(table: Table, outboxId: OutboxItem['outboxId']): Promise<StatedOutboxItem | undefined> {
  const item = await getItem(table, keyOf.outbox(outboxId));
  return item === undefined ? undefined : fromOutboxItem(item);
}

/**
 * A4. Takes a pending item, or one whose claim has run out, under the next fence. Undefined when there is nothing to
 * take: sent, dropped, gone, or somebody else has it.
 */
export async function claimOutbox(table: Table, claim: Claim): Promise<Claimed | undefined> {
  const { outboxId, owner, now, until } = claim;
  const { set } = replaced({ state: 'sending', owner, until, ...indexKeyOf.open(outboxId, until) });
  const free = anyOf(equals('state', 'pending'), bothOf(equals('state', 'sending'), notAfter('until', now)));
  const { item } = await updateItem(table, update(keyOf.outbox(outboxId), { set, add: [['fence', 1]] }, free));
  return item === undefined ? undefined : claimedBy(claim, fromOutboxItem(item));
}

/** What the claim holds now, whether this call took it or an earlier one whose answer was lost. */
function claimedBy({ owner, until }: Claim, { state, ...item }: StatedOutboxItem): Claimed | undefined {
  const mine = state.state === 'sending' && state.owner === owner && state.until === until;
  return mine ? { item, fence: state.fence } : undefined;
}

/** A4. Ends a claim, under its fence: names leave the item and the item the index at once, the table seven days later. */
export async function finishOutbox(table: Table, { outboxId, owner, fence, state, at }: Finish): Promise<Result<undefined, 'fence-lost'>> {
  const { set } = replaced({ state, at, ttl: ttlAfter(at, KEPT_DAYS.outboxAfterSending) });
  const mine = [equals('fence', fence), equals('owner', owner)] as const;
  const write = update(
    keyOf.outbox(outboxId),
    { set, remove: ['openPk', 'openSk', 'until', 'names'] },
    ...mine,
    equals('state', 'sending'),
  );
  const { item } = await updateItem(table, write);
  const finished = item !== undefined && item['state'] === state && item['owner'] === owner && item['fence'] === fence;
  return finished ? ok(undefined) : refused('fence-lost');
}
