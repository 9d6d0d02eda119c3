import * as z from 'zod';
import { instantOf, millisecondsOf } from '#domain/days/instant.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { MovableClock } from '#local/clock/clock.ts';
import type { SignedRequest } from '#local/edge/signature.ts';
import { readInstant } from '#local/options.ts';
import { readBody } from './control-body.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const moveSchema = z.union(
  [z.strictObject({ now: z.string() }), z.strictObject({ advanceDays: z.coerce.number().int().min(1).max(36_500) })],
  'Give either { "now": "2026-12-02T07:00:00Z" } or { "advanceDays": 7 }, a whole number from 1.',
);

/** Moves the clock as a request says: to a moment, or by whole days of 24 hours. Never back. */
export function moveClock(clock: MovableClock, request: SignedRequest): Result<undefined, string> {
  const body = readBody(moveSchema, request);
  if (!body.ok) return body;
  const move = body.value;
  const moment = 'now' in move ? readInstant(move.now) : instantOf(millisecondsOf(clock.now()) + move.advanceDays * DAY_MS);
  if (moment === undefined) return refused('now is a moment such as 2026-12-02T07:00:00Z.');
  return clock.moveTo(moment) ? ok(undefined) : refused(`The clock is at ${clock.now()} and only goes forward.`);
}
