import { secondsAfter } from '#domain/days/instant.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Change } from './change.ts';
import type { Ports, TenantStores } from './ports.ts';
import type { IdempotencyKeyReused } from './refusals.ts';

/** R8. The `Idempotency-Key` of a request, and a hash of everything else in it. */
export type Named = { readonly key: string; readonly requestHash: string };

/** R8. How long an answer is remembered. */
const KEPT_SECONDS = 24 * 60 * 60;

/** R8. The answer that the same request got before; a refusal when the key was used for another one. */
export async function recordedFor<Body>(
  stores: TenantStores,
  named: Named | undefined,
): Promise<Result<Body, IdempotencyKeyReused> | undefined> {
  if (named === undefined) return undefined;
  const recorded = await stores.readAnswer(named.key);
  if (recorded === undefined) return undefined;
  return recorded.requestHash === named.requestHash ? ok(recorded.body as Body) : refused({ reason: 'idempotency-key-reused' });
}

/** R8. The record, for the transaction of the effect itself: of two requests with one key, one happens. */
export function rememberFor(
  { clock }: Pick<Ports, 'clock'>,
  named: Named | undefined,
  answer: { readonly status: number; readonly body: unknown },
): readonly Change[] {
  if (named === undefined) return [];
  return [{ change: 'remember-answer', answer: { ...named, ...answer, expiresAt: secondsAfter(clock.now(), KEPT_SECONDS) } }];
}
