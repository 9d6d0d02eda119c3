import * as z from 'zod';
import { secondsAfter } from '#domain/days/instant.ts';
import type { TenantId } from '#domain/ids.ts';
import type { RecordedAnswer } from '#use-cases/stored.ts';
import type { ChangeOf } from './change-of.ts';
import { anyOf, isNew, notAfter } from './conditions.ts';
import { keyOf } from './keys.ts';
import { ttlAfter } from './lifetimes.ts';
import { instant, parsed } from './stored.ts';
import type { RawItem } from './table.ts';
import { type Item, put, type Write } from './writes.ts';

const KEPT_SECONDS = 24 * 60 * 60;

const answer = z.object({ key: z.string(), requestHash: z.string(), status: z.number(), body: z.string(), expiresAt: instant });

export function fromAnswerItem(item: RawItem): RecordedAnswer {
  const { body, ...rest } = parsed(answer, item);
  const said: unknown = JSON.parse(body);
  return { ...rest, body: said };
}

/** R8. The body is kept as JSON text: what is answered again is what was answered. */
function toAnswerItem(t: TenantId, { body, ...rest }: RecordedAnswer): Item {
  return { ...keyOf.answer(t, rest.key), ...rest, body: JSON.stringify(body ?? null), ttl: ttlAfter(rest.expiresAt, 0) };
}

/** R8. Refused while the key is remembered; a record past its 24 hours gives way before TTL has deleted it. */
export function answerWrite(t: TenantId, change: ChangeOf<'remember-answer'>): Write {
  const rememberedAt = secondsAfter(change.answer.expiresAt, -KEPT_SECONDS);
  return put(toAnswerItem(t, change.answer), anyOf(isNew, notAfter('expiresAt', rememberedAt)));
}
