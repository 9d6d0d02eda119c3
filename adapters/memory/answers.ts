import type { ChangeOf } from '#adapters/dynamodb/change-of.ts';
import { keyOf } from '#adapters/dynamodb/keys.ts';
import { ttlAfter } from '#adapters/dynamodb/lifetimes.ts';
import { secondsAfter } from '#domain/days/instant.ts';
import type { TenantId } from '#domain/ids.ts';
import { type Effect, replacement } from './effect.ts';
import type { ItemOf } from './item.ts';

const KEPT_SECONDS = 24 * 60 * 60;

/** R8. Refused while the key is remembered; a record past its 24 hours gives way before it is swept. */
export function answerEffect(t: TenantId, { answer }: ChangeOf<'remember-answer'>): Effect {
  const rememberedAt = secondsAfter(answer.expiresAt, -KEPT_SECONDS);
  const item: ItemOf<'answer'> = {
    ...keyOf.answer(t, answer.key),
    noun: 'answer',
    value: { ...answer, body: asJson(answer.body) },
    ttl: ttlAfter(answer.expiresAt, 0),
  };
  return replacement(item, 'answer', (existing) => existing === undefined || existing.value.expiresAt <= rememberedAt);
}

/** R8. A body is what the caller reads of it: nothing is `null`, and what JSON leaves out was never said. */
function asJson(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body ?? null));
}
