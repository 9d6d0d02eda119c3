import { describe, expect, it } from 'vitest';
import { systemRandomness } from '#adapters/runtime/randomness.ts';
import { idOf } from '#domain/ids.ts';
import { agents, aPerson, aSubscription, aTenant } from '#test/support/builders.ts';
import { ACME, createAcme, EITHER_STORES, momentOf, NOW } from '#test/support/stores.ts';
import type { Change } from '#use-cases/change.ts';

const AGENT = idOf.person('agent-1');
const create: Change = { change: 'put-person', person: aPerson(), revision: 'absent' };
const people = (count: number): readonly Change[] => agents(count).map((person) => ({ change: 'put-person', person, revision: 'absent' }));
/** Of no other test: a table's tokens outlive it. */
const aToken = () => systemRandomness().token(16);

const aMove = {
  from: { subscriptionId: idOf.subscription('Sub1'), kind: 'premium-agent' },
  to: { subscriptionId: idOf.subscription('Sub2'), kind: 'premium-agent' },
  overage: false,
} as const;

describe.each(EITHER_STORES)('commits %s', (_where, openStores) => {
  const { acme, stores, suffering, setNow, write, refuse } = openStores();
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

  describe('a repeated commit', () => {
    it('is the same one under the same token', async () => {
      const token = aToken();
      expect(await acme().commit([create], token)).toMatchObject({ ok: true });
      expect(await acme().commit([create], token)).toMatchObject({ ok: true });
      expect(await acme().readPerson(AGENT)).toMatchObject({ revision: 1 });
    });

    it('is another one without a token', async () => {
      await write(create);
      await refuse([create]);
    });

    it('throws when the token was used for other changes', async () => {
      const token = aToken();
      await acme().commit([create], token);
      await expect(acme().commit([{ change: 'delete-person', personId: AGENT, revision: 1 }], token)).rejects.toThrow(
        'IdempotentParameterMismatch',
      );
    });

    it('is made inside when an answer is lost, and happens once', async () => {
      const lossy = suffering({ commit: (call) => (call < 2 ? 'lost-response' : 'none') });
      expect(await lossy.storesFor(ACME).commit([create])).toMatchObject({ ok: true });
      expect(await acme().readPerson(AGENT)).toMatchObject({ revision: 1 });
    });

    it('that was refused may hold later, under the same token', async () => {
      const token = aToken();
      const gone: Change = { change: 'delete-person', personId: AGENT, revision: 1 };
      expect(await acme().commit([gone], token)).toEqual({ ok: false, refusal: { failed: [0] } });
      await write(create);
      expect(await acme().commit([gone], token)).toMatchObject({ ok: true });
      expect(await acme().readPerson(AGENT)).toBeUndefined();
    });

    it('has a token of at most 36 characters', async () => {
      await expect(acme().commit([create], 'x'.repeat(37))).rejects.toThrow();
      expect(await acme().commit([create], 'x'.repeat(36))).toMatchObject({ ok: true });
    });

    it('is another one for another tenant', async () => {
      const token = aToken();
      await acme().commit([create], token);
      await expect(stores().storesFor(idOf.tenant('other')).commit([create], token)).rejects.toThrow('IdempotentParameterMismatch');
    });

    it('is another one once it tells another moment', async () => {
      const token = aToken();
      const chunk: Change = { change: 'put-chunk', reassignmentId: idOf.reassignment('01RUN'), chunk: { number: 0, ...aMove, moves: [] } };
      await acme().commit([chunk, create], token);
      expect(await acme().commit([chunk, create], token)).toMatchObject({ ok: true });
      setNow(momentOf('2026-12-02T07:00:05Z'));
      await expect(acme().commit([chunk, create], token)).rejects.toThrow('IdempotentParameterMismatch');
    });
  });

  describe('a commit that something befalls', () => {
    it('is tried again in a conflict, and happens once', async () => {
      const contended = suffering({ commit: (call) => (call < 3 ? 'conflict' : 'none') });
      expect(await contended.storesFor(ACME).commit([create])).toMatchObject({ ok: true });
      expect(await acme().readPerson(AGENT)).toMatchObject({ revision: 1 });
    });

    it('throws when the conflicts do not end, and nothing happens', async () => {
      const contended = suffering({ commit: () => 'conflict' });
      const commit = contended.storesFor(ACME).commit([create]);
      await expect(commit).rejects.toThrow(/tried \d+ times.*commit of 1 changes to the tenant acme conflicts/);
      expect(await acme().readPerson(AGENT)).toBeUndefined();
    });

    it('throws when it never got there, and nothing happens', async () => {
      const cut = suffering({ commit: () => 'throw-before' });
      await expect(cut.storesFor(ACME).commit([create])).rejects.toThrow();
      expect(await acme().readPerson(AGENT)).toBeUndefined();
    });

    it('throws when its answer is lost for good, and the same token tells that it happened', async () => {
      const token = aToken();
      const cut = suffering({ commit: () => 'throw-after' });
      await expect(cut.storesFor(ACME).commit([create], token)).rejects.toThrow();
      expect(await acme().readPerson(AGENT)).toMatchObject({ revision: 1 });
      expect(await acme().commit([create], token)).toMatchObject({ ok: true });
      await refuse([create]);
    });

    it('is refused by its own first success when it is made anew', async () => {
      const cut = suffering({ commit: () => 'throw-after' });
      await expect(cut.storesFor(ACME).commit([create])).rejects.toThrow();
      await refuse([create]);
    });
  });
});
