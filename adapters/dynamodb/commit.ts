import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '#domain/days/instant.ts';
import type { TenantId } from '#domain/ids.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Change } from '#use-cases/change.ts';
import type { CommitRefusal } from '#use-cases/ports.ts';
import { waitBefore } from './backoff.ts';
import { requireOneTransaction } from './one-transaction.ts';
import type { Table } from './table.ts';
import { writeOf } from './write-of.ts';
import { entryOf, keyOfWrite } from './writes.ts';

/** Reasons that say nothing about the data: the same transaction may go through a moment later. */
const PASSING_REASONS = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);
const PASSING_ERRORS = new Set([
  'TransactionInProgressException',
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
]);

type Commit = {
  readonly tenantId: TenantId;
  readonly changes: readonly Change[];
  /** Names the attempt: DynamoDB answers a repeated one with what became of the first. */
  readonly token: string;
  readonly now: Instant;
};

/**
 * All changes in one transaction, or none. Conflicts and throttles are tried again with the same token, so that an
 * attempt whose answer was lost is not made twice.
 * @throws Error when the changes cannot be one transaction, when the table keeps conflicting, or for any other fault.
 */
export async function commit(table: Table, { tenantId, changes, token, now }: Commit): Promise<Result<undefined, CommitRefusal>> {
  if (changes.length === 0) return ok(undefined);
  const writes = changes.map((change) => writeOf(tenantId, change, now));
  requireOneTransaction({ tenantId, changes, keys: writes.map(keyOfWrite) });
  const input: TransactWriteCommandInput = {
    TransactItems: writes.map((write) => entryOf(write, table.tableName)),
    ClientRequestToken: token,
  };
  return send(table, input, `the commit of ${changes.length} changes to the tenant ${tenantId} conflicts with others`);
}

async function send(table: Table, input: TransactWriteCommandInput, problem: string): Promise<Result<undefined, CommitRefusal>> {
  let last: unknown;
  for (let attempt = 0; ; attempt += 1) {
    await waitBefore(attempt, table.backoff, problem, last);
    try {
      await table.client.send(new TransactWriteCommand(input));
      return ok(undefined);
    } catch (error) {
      const failed = failedConditions(error);
      if (failed.length > 0) return refused({ failed });
      if (!mayPass(error)) throw new Error(`A transaction failed, and it is no conflict: ${nameOf(error)}.`, { cause: error });
      last = error;
    }
  }
}

/** The places of the changes whose condition did not hold. One is enough for an answer, whatever else went wrong. */
function failedConditions(error: unknown): readonly number[] {
  return reasonsOf(error).flatMap((code, place) => (code === 'ConditionalCheckFailed' ? [place] : []));
}

function mayPass(error: unknown): boolean {
  const reasons = reasonsOf(error).filter((code) => code !== 'None');
  return reasons.length > 0 ? reasons.every((code) => PASSING_REASONS.has(code)) : PASSING_ERRORS.has(nameOf(error));
}

function reasonsOf(error: unknown): readonly string[] {
  if (!(error instanceof TransactionCanceledException)) return [];
  return (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : String(error);
}
