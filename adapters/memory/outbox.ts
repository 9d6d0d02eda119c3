import type { ChangeOf } from '#adapters/dynamodb/change-of.ts';
import { keyOf } from '#adapters/dynamodb/keys.ts';
import { sweptFrom } from '#adapters/dynamodb/lifetimes.ts';
import { creation, type Effect } from './effect.ts';

/** A4. A new item: nobody has it, and the tick picks it up when its queue has not. */
export function outboxEffect({ item }: ChangeOf<'enqueue'>): Effect {
  return creation({
    ...keyOf.outbox(item.outboxId),
    noun: 'outbox',
    value: item,
    state: { state: 'pending' },
    claim: { fence: 0 },
    open: sweptFrom(item.createdAt),
  });
}
