import { describe, expect, it } from 'vitest';
import { idOf } from '#domain/ids.ts';
import { aFullAdmin, agents, aPerson, assignmentsOf } from '#test/support/builders.ts';
import { EITHER_STORES } from '#test/support/stores.ts';
import type { Change } from '#use-cases/change.ts';

const AGENT = idOf.person('agent-1');
const held = aPerson({ holds: { Sub1: ['premium-agent', 'wfo'] }, department: 'Sales' });
const create: Change = { change: 'put-person', person: held, revision: 'absent' };

describe.each(EITHER_STORES)('people %s', (_where, openStores) => {
  const { acme, write, refuse } = openStores();
  describe('a person', () => {
    it('is read as he or she was written', async () => {
      const admin = aFullAdmin({ external: true, status: 'pending', moving: { from: 'Sub1', to: 'Sub2' } });
      await write(create, { change: 'put-person', person: admin, revision: 'absent' });
      expect(await acme().readPerson(AGENT)).toEqual({ ...held, revision: 1 });
      expect(await acme().readPerson(admin.personId)).toEqual({ ...admin, revision: 1 });
      expect(await acme().readPerson(idOf.person('nobody'))).toBeUndefined();
    });

    it('is replaced as a whole, under the revision', async () => {
      await write(create);
      await refuse([create]);
      await refuse([{ change: 'put-person', person: aPerson(), revision: 2 }]);
      await write({ change: 'put-person', person: aPerson(), revision: 1 });
      expect(await acme().readPerson(AGENT)).toEqual({ ...aPerson(), revision: 2 });
    });

    it('is not replaced where there is none', async () => {
      await refuse([{ change: 'put-person', person: held, revision: 1 }]);
    });

    it('is deleted under the revision', async () => {
      await write(create);
      await refuse([{ change: 'delete-person', personId: AGENT, revision: 2 }]);
      await write({ change: 'delete-person', personId: AGENT, revision: 1 });
      expect(await acme().readPerson(AGENT)).toBeUndefined();
    });
  });

  describe('reassigning a person', () => {
    const reassign = (revision: number, moving?: typeof held.moving): Change => ({
      change: 'reassign-person',
      personId: AGENT,
      revision,
      assignments: assignmentsOf({ Sub2: 'premium-agent' }),
      moving,
    });
    const onTheWay = aPerson({ moving: { from: 'Sub1', to: 'Sub2' } }).moving;

    it('writes the assignments and nothing else', async () => {
      await write(create);
      await write(reassign(1));
      expect(await acme().readPerson(AGENT)).toEqual({ ...held, assignments: assignmentsOf({ Sub2: 'premium-agent' }), revision: 2 });
    });

    it('marks as moving, and takes the mark away', async () => {
      await write(create);
      await write(reassign(1, onTheWay));
      expect(await acme().readPerson(AGENT)).toMatchObject({ moving: onTheWay, revision: 2 });
      await write(reassign(2));
      expect(await acme().readPerson(AGENT)).not.toHaveProperty('moving');
    });

    it('is refused when the person changed since, or is gone', async () => {
      await refuse([reassign(1)]);
      await write(create);
      await refuse([reassign(2)]);
    });
  });

  describe('reading people by id', () => {
    it('finds those who exist of any number of ids, each once', async () => {
      const many = agents(150);
      await write(...many.slice(0, 100).map((person): Change => ({ change: 'put-person', person, revision: 'absent' })));
      await write(...many.slice(100).map((person): Change => ({ change: 'put-person', person, revision: 'absent' })));
      const ids = [...many, ...many].map(({ personId }) => personId);
      const found = await acme().readPeople([...ids, idOf.person('nobody')]);
      expect(found.map(({ personId }) => personId).toSorted()).toEqual(many.map(({ personId }) => personId));
      expect(await acme().readPeople([])).toEqual([]);
    });
  });
});
