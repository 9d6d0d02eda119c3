import { requireOneTransaction } from '#adapters/dynamodb/one-transaction.ts';
import type { Instant } from '#domain/days/instant.ts';
import type { TenantId } from '#domain/ids.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Change } from '#use-cases/change.ts';
import type { CommitRefusal } from '#use-cases/ports.ts';
import type { Effect } from './effect.ts';
import { effectOf } from './effect-of.ts';
import { type Faults, InjectedFault, TRIES } from './faults.ts';
import { kept } from './kept.ts';
import type { MemoryTable } from './table.ts';
import type { Tokens } from './tokens.ts';

/** What a commit works on. */
export type Committing = { readonly table: MemoryTable; readonly tokens: Tokens; readonly faults: Faults };

type Commit = { readonly tenantId: TenantId; readonly changes: readonly Change[]; readonly token: string; readonly now: Instant };

/**
 * All changes or none, at one moment. Conflicts are tried again with the same token, and so is an attempt whose answer was
 * lost: it is not made twice.
 * @throws Error when the changes cannot be one transaction, when conflicts do not end, or where a fault was injected.
 */
export async function commit(committing: Committing, { tenantId, changes, token, now }: Commit): Promise<Result<undefined, CommitRefusal>> {
  if (changes.length === 0) return ok(undefined);
  const attempt = { tenantId, changes: kept(changes), token, now };
  const effects = attempt.changes.map((change) => effectOf(tenantId, change, now));
  requireOneTransaction({ tenantId, changes: attempt.changes, keys: effects.map(({ key }) => key) });
  for (let number = 0; number < TRIES; number += 1) {
    const fault = committing.faults.commit?.({ tenantId, changes, attempt: number }) ?? 'none';
    if (fault === 'throw-before') throw new InjectedFault(`A commit to the tenant ${tenantId} did not reach the table.`);
    const outcome = fault === 'conflict' ? undefined : carryOut(committing, attempt, effects);
    if (fault === 'throw-after') throw new InjectedFault(`A commit to the tenant ${tenantId} was carried out, and its answer was lost.`);
    if (outcome !== undefined && fault === 'none') return outcome;
  }
  const problem = `the commit of ${changes.length} changes to the tenant ${tenantId} conflicts with others`;
  throw new Error(`The table was tried ${TRIES} times, and still: ${problem}.`);
}

/** A refusal leaves no trace, not even of its token: the same attempt may hold later. */
function carryOut(
  { table, tokens }: Committing,
  { token, now, ...rest }: Commit,
  effects: readonly Effect[],
): Result<undefined, CommitRefusal> {
  const attempt = { ...rest, dated: effects.map(({ dated }) => dated) };
  if (tokens.knows(token, attempt, now)) return ok(undefined);
  const failed = effects.flatMap(({ key, holds }, place) => (holds(table.get(key)) ? [] : [place]));
  if (failed.length > 0) return refused({ failed });
  for (const effect of effects) apply(table, effect);
  tokens.remember(token, attempt, now);
  return ok(undefined);
}

function apply(table: MemoryTable, { key, after }: Effect): void {
  const before = table.get(key);
  const item = after(before);
  if (item === undefined) table.remove(key);
  else if (item !== before) table.put(item);
}
