import * as z from 'zod';
import type { OutboxItem, OutboxState } from '#domain/outbox/outbox-item.ts';
import type { ChangeOf } from './change-of.ts';
import { isNew } from './conditions.ts';
import { indexKeyOf, keyOf } from './keys.ts';
import { sweptFrom } from './lifetimes.ts';
import { type Names, namesIn, withNames } from './outbox-names.ts';
import { outboxWork } from './outbox-work.ts';
import { id, instant, parsed } from './stored.ts';
import type { RawItem } from './table.ts';
import { type Item, put, type Write } from './writes.ts';

/** An outbox item and how far it has come. */
export type StatedOutboxItem = OutboxItem & { readonly state: OutboxState };

const content: z.ZodType<OutboxItem> = z.object({ outboxId: id.outbox, tenantId: id.tenant, createdAt: instant, work: outboxWork });

const state: z.ZodType<OutboxState> = z.discriminatedUnion('state', [
  z.object({ state: z.literal('pending') }),
  z.object({ state: z.literal('sending'), owner: z.string(), fence: z.number(), until: instant }),
  z.object({ state: z.literal('sent'), at: instant }),
  z.object({ state: z.literal('dropped'), at: instant }),
]);

const names: z.ZodType<{ readonly names?: Names }> = z.object({ names: z.exactOptional(z.array(z.array(z.string()))) });

export function fromOutboxItem(item: RawItem): StatedOutboxItem {
  const { work, ...rest } = parsed(content, item);
  return { ...rest, work: withNames(work, parsed(names, item).names ?? []), state: parsed(state, item) };
}

/** A4. A new item: nobody has it, and the tick picks it up when its queue has not. */
function toOutboxItem(item: OutboxItem): Item {
  const { outboxId, createdAt, work } = item;
  return {
    ...keyOf.outbox(outboxId),
    ...item,
    work: withNames(work, []),
    names: namesIn(work),
    state: 'pending',
    fence: 0,
    ...indexKeyOf.open(outboxId, sweptFrom(createdAt)),
  };
}

export function outboxWrite(change: ChangeOf<'enqueue'>): Write {
  return put(toOutboxItem(change.item), isNew);
}
