import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { aPerson } from '#test/support/builders.ts';
import { intercept } from '#test/support/faults.ts';
import { ACME, createAcme, storesOnDynoxide } from '#test/support/stores.ts';
import type { Change } from '#use-cases/change.ts';

const { faulty, write } = storesOnDynoxide();
const create: Change = { change: 'put-person', person: aPerson(), revision: 'absent' };

function cancelled(...codes: readonly string[]): TransactionCanceledException {
  return new TransactionCanceledException({ message: 'cancelled', $metadata: {}, CancellationReasons: codes.map((Code) => ({ Code })) });
}

describe('a commit in a conflict', () => {
  const commitWhile = async (fault: (call: number) => Error | undefined) => {
    const { client, stores, waits } = faulty();
    const tokens: unknown[] = [];
    const calls = intercept(client, 'TransactWriteItemsCommand', (input, call) => {
      tokens.push(typeof input === 'object' && input !== null && 'ClientRequestToken' in input ? input.ClientRequestToken : undefined);
      const error = fault(call);
      if (error !== undefined) throw error;
    });
    const outcome = await stores
      .storesFor(ACME)
      .commit([create, { change: 'require-tenant' }])
      .catch((error: unknown) => error);
    return { outcome, calls: calls(), tokens: new Set(tokens).size, waits };
  };

  it('is tried again with the same token, after longer and longer waits', async () => {
    await write(createAcme);
    const { outcome, calls, tokens, waits } = await commitWhile((call) =>
      call < 3 ? cancelled('TransactionConflict', 'None') : undefined,
    );
    expect(outcome).toMatchObject({ ok: true });
    expect({ calls, tokens, waits }).toEqual({ calls: 4, tokens: 1, waits: [50, 100, 200] });
  });

  it('is tried again when the table throttles it', async () => {
    await write(createAcme);
    const throttles = [
      cancelled('None', 'ThrottlingError'),
      cancelled('ProvisionedThroughputExceeded'),
      Object.assign(new Error('x'), { name: 'TransactionInProgressException' }),
    ];
    const { outcome, calls } = await commitWhile((call) => throttles[call]);
    expect(outcome).toMatchObject({ ok: true });
    expect(calls).toBe(4);
  });

  it('is answered when a condition failed as well', async () => {
    const { outcome, calls } = await commitWhile(() => cancelled('TransactionConflict', 'ConditionalCheckFailed'));
    expect(outcome).toEqual({ ok: false, refusal: { failed: [1] } });
    expect(calls).toBe(1);
  });

  it('throws after enough tries, with the last conflict as the cause', async () => {
    const { outcome, calls } = await commitWhile(() => cancelled('TransactionConflict'));
    expect(calls).toBe(4);
    expect(outcome).toMatchObject({
      message: expect.stringMatching(/4 times.*tenant acme conflicts/),
      cause: { name: 'TransactionCanceledException' },
    });
  });

  it('throws at once for anything else', async () => {
    const validation = Object.assign(new Error('wrong'), { name: 'ValidationException' });
    for (const fault of [cancelled('ValidationError', 'TransactionConflict'), validation]) {
      const { outcome, calls } = await commitWhile(() => fault);
      expect(calls).toBe(1);
      expect(outcome).toMatchObject({ message: expect.stringContaining('no conflict'), cause: fault });
    }
  });
});
