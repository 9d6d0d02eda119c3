import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { idOf } from '#domain/ids.ts';
import { agents, aPerson, aSubscription, aTenant } from '#test/support/builders.ts';
import { intercept, loseAnswers } from '#test/support/faults.ts';
import { ACME, createAcme, NOW, storesOnDynoxide } from '#test/support/stores.ts';
import type { Change } from '#use-cases/change.ts';

const { acme, faulty, write, refuse } = storesOnDynoxide();
const AGENT = idOf.person('agent-1');
const create: Change = { change: 'put-person', person: aPerson(), revision: 'absent' };
const people = (count: number): readonly Change[] => agents(count).map((person) => ({ change: 'put-person', person, revision: 'absent' }));
const TOKEN = 'a-token-of-this-attempt';

function cancelled(...codes: readonly string[]): TransactionCanceledException {
  return new TransactionCanceledException({ message: 'cancelled', $metadata: {}, CancellationReasons: codes.map((Code) => ({ Code })) });
}

describe('a commit', () => {
  it('writes all of its changes or none, and names those whose condition did not hold', async () => {
    await write(createAcme, create);
    const other: Change = { change: 'put-person', person: aPerson({ personId: 'agent-2' }), revision: 'absent' };
    await refuse(
      [other, create, { change: 'require-tenant' }, { change: 'delete-person', personId: idOf.person('agent-3'), revision: 1 }],
      [1, 3],
    );
    expect(await acme().readPerson(idOf.person('agent-2'))).toBeUndefined();
  });

  it('of nothing holds', async () => {
    await write();
    expect(await acme().readTenant()).toBeUndefined();
  });

  it('takes 100 changes: 96 people, two seat counters, the chunk and the audit', async () => {
    const seats = ['Sub1', 'Sub2'].map(
      (subscriptionId): Change => ({
        change: 'put-subscription',
        subscription: aSubscription({ subscriptionId }),
        revision: 'absent',
        seats: { 'premium-agent': 96 },
      }),
    );
    await write(...people(96));
    await write(...seats, { change: 'put-chunk', reassignmentId: idOf.reassignment('01RUN'), chunk: { number: 0, ...aMove, moves: [] } });
    await write(
      ...agents(96).map(
        ({ personId }): Change => ({ change: 'reassign-person', personId, revision: 1, assignments: [aMove.to], moving: undefined }),
      ),
      { change: 'take-seats', subscriptionId: idOf.subscription('Sub1'), seats: { 'premium-agent': 96 } },
      {
        change: 'take-seats',
        subscriptionId: idOf.subscription('Sub2'),
        seats: { 'premium-agent': -96 },
        atLeast: { 'premium-agent': 96 },
      },
      { change: 'finish-chunk', reassignmentId: idOf.reassignment('01RUN'), number: 0, results: [{ outcome: 'moved' }] },
      { change: 'append-audit', entry: { entryId: '01A', at: NOW, who: 'x', door: 'work', action: 'people-moved' } },
    );
    expect(await acme().readSubscription(idOf.subscription('Sub2'))).toMatchObject({ free: { 'premium-agent': 0 } });
    expect(await acme().readPerson(idOf.person('agent-0096'))).toMatchObject({ assignments: [aMove.to], revision: 2 });
  });

  it('is not sent with more than 100 changes', async () => {
    await expect(acme().commit(people(101))).rejects.toThrow('at most 100 changes, and this one to the tenant acme has 101');
    expect(await acme().readPeople([idOf.person('agent-0001')])).toEqual([]);
  });

  it('is not sent with two changes of one item, and its error names nobody', async () => {
    const twice = acme().commit([create, { change: 'delete-person', personId: AGENT, revision: 1 }]);
    await expect(twice).rejects.toThrow(/same item TENANT#acme \/ PERSON#sha256:[0-9a-f]{16}: put-person \(0\) and delete-person \(1\)/);
    await expect(twice).rejects.not.toThrow(/agent-1/);
  });

  it('is not sent when a change belongs to another tenant', async () => {
    const foreign: Change = { change: 'create-tenant', tenant: aTenant({ tenantId: 'other' }), nextCheckAt: NOW };
    await expect(acme().commit([foreign])).rejects.toThrow('of the tenant other was to be written to acme');
  });
});

const aMove = {
  from: { subscriptionId: idOf.subscription('Sub1'), kind: 'premium-agent' },
  to: { subscriptionId: idOf.subscription('Sub2'), kind: 'premium-agent' },
  overage: false,
} as const;

describe('a repeated commit', () => {
  it('is the same one under the same token', async () => {
    expect(await acme().commit([create], TOKEN)).toMatchObject({ ok: true });
    expect(await acme().commit([create], TOKEN)).toMatchObject({ ok: true });
    expect(await acme().readPerson(AGENT)).toMatchObject({ revision: 1 });
  });

  it('is another one without a token', async () => {
    await write(create);
    await refuse([create]);
  });

  it('throws when the token was used for other changes', async () => {
    const token = 'a-token-used-for-two-things';
    await acme().commit([create], token);
    await expect(acme().commit([{ change: 'delete-person', personId: AGENT, revision: 1 }], token)).rejects.toThrow(
      'IdempotentParameterMismatch',
    );
  });

  it('is made by the SDK when an answer is lost, and happens once', async () => {
    const { client, stores } = faulty();
    const lost = loseAnswers(client, 'TransactWriteItemsCommand', 2);
    expect(await stores.storesFor(ACME).commit([create])).toMatchObject({ ok: true });
    expect(lost()).toBe(2);
    expect(await acme().readPerson(AGENT)).toMatchObject({ revision: 1 });
  });
});

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
