import { describe, expect, it } from 'vitest';
import { idOf } from '#domain/ids.ts';
import type { FileRow } from '#domain/imports/import.ts';
import { personAfter } from '#domain/imports/person-after.ts';
import { aFullAdmin, aPerson, assignmentsOf, type Holds } from '#test/support/builders.ts';

const columns = new Set([idOf.subscription('Sub1'), idOf.subscription('Sub2')]);
const row = (holds: Holds): FileRow => ({
  row: 2,
  personId: idOf.person('agent-1'),
  name: 'Ada',
  email: 'ada@x.example',
  department: 'Sales',
  assignments: assignmentsOf(holds),
});

const held = (id: string, kind: string) => ({ subscriptionId: idOf.subscription(id), kind });

describe('a row of a Control Hub export', () => {
  it('of somebody new makes an agent of the department', () => {
    expect(personAfter({ row: row({ Sub1: 'premium-agent' }), before: undefined, columns })).toEqual({
      outcome: 'imported',
      before: undefined,
      person: {
        personId: 'agent-1',
        name: 'Ada',
        email: 'ada@x.example',
        department: 'Sales',
        roles: ['agent'],
        status: 'active',
        external: false,
        assignments: assignmentsOf({ Sub1: 'premium-agent' }),
      },
    });
  });

  it.each<[string, Holds, Holds, Holds]>([
    ['replaces the kind held', { Sub1: 'premium-agent' }, { Sub1: 'standard-agent' }, { Sub1: 'standard-agent' }],
    ['takes what it does not show', { Sub1: 'premium-agent' }, {}, {}],
    ['keeps what has no column', { Sub1: 'premium-agent', Sub9: 'premium-agent' }, {}, { Sub9: 'premium-agent' }],
    ['keeps add-ons', { Sub1: ['premium-agent', 'wfo'] }, { Sub2: 'premium-agent' }, { Sub1: 'wfo', Sub2: 'premium-agent' }],
    [
      'gives two where it shows two',
      {},
      { Sub1: 'premium-agent', Sub2: 'premium-agent' },
      { Sub1: 'premium-agent', Sub2: 'premium-agent' },
    ],
  ])('%s', (_, before, shown, after) => {
    const decided = personAfter({ row: row(shown), before: aPerson({ holds: before }), columns });
    expect(decided).toMatchObject({ outcome: 'imported', person: { assignments: assignmentsOf(after) } });
  });

  it('changes nothing but assignments of somebody known', () => {
    const before = aFullAdmin({ personId: 'agent-1', department: 'Board', status: 'inactive', holds: { Sub1: 'standard-agent' } });
    const decided = personAfter({ row: row({ Sub1: 'premium-agent' }), before, columns });
    expect(decided).toMatchObject({ person: { ...before, assignments: assignmentsOf({ Sub1: 'premium-agent' }) } });
  });

  it('is nothing new where it shows what is held', () => {
    const before = aPerson({ name: 'Somebody else', holds: { Sub1: 'premium-agent', Sub9: 'wfo' } });
    expect(personAfter({ row: row({ Sub1: 'premium-agent' }), before, columns })).toEqual({ outcome: 'unchanged' });
  });

  it('without a licence creates nobody', () => {
    expect(personAfter({ row: row({}), before: undefined, columns })).toEqual({ outcome: 'ignored' });
  });
});

describe('R1 a row of somebody who is moving', () => {
  const moving = { from: 'Sub1', to: 'Sub2', kind: 'premium-agent' };
  const before = aPerson({ holds: { Sub1: 'premium-agent' }, moving });

  it.each<[string, Holds, boolean]>([
    ['the old licence alone', { Sub1: 'premium-agent' }, true],
    ['the new licence', { Sub2: 'premium-agent' }, false],
    ['both', { Sub1: 'premium-agent', Sub2: 'premium-agent' }, false],
    ['neither', {}, false],
  ])('with %s tells whether the move goes on', (_, shown, goesOn) => {
    const decided = personAfter({ row: row(shown), before, columns });
    const person = decided.outcome === 'imported' ? decided.person : before;
    expect(person.moving !== undefined).toBe(goesOn);
    expect(person.assignments).toEqual(assignmentsOf(shown));
  });
});

describe('R1 a row of somebody who is moving with an add-on', () => {
  const onTheWay = (kind: string) => ({ from: held('Sub1', kind), to: held('Sub2', kind) });
  const moving = { reassignmentId: idOf.reassignment('run-1'), moves: [onTheWay('standard-agent'), onTheWay('wfo')] };
  const rowSeen = (holds: Holds, shown: Holds) => {
    const before = { ...aPerson({ holds }), moving };
    const decided = personAfter({ row: row(shown), before, columns });
    return decided.outcome === 'imported' ? decided.person : before;
  };
  const LEAVING: Holds = { Sub1: ['standard-agent', 'wfo'] };
  const ALREADY_THERE: Holds = { ...LEAVING, Sub2: 'standard-agent' };

  it.each<[string, Holds, Holds, Holds]>([
    ['the licence has come', LEAVING, { Sub2: 'standard-agent' }, { Sub2: ['standard-agent', 'wfo'] }],
    [
      'the old licence of somebody who was there already has gone',
      ALREADY_THERE,
      { Sub2: 'standard-agent' },
      { Sub2: ['standard-agent', 'wfo'] },
    ],
    ['the old licence went and none came: the add-on stays', LEAVING, {}, { Sub1: 'wfo' }],
  ])('is over when %s', (_, holds, shown, expected) => {
    const person = rowSeen(holds, shown);
    expect(person.moving).toBeUndefined();
    expect(person.assignments).toEqual(assignmentsOf(expected));
  });

  it.each<[string, Holds, Holds]>([
    ['nothing has changed', LEAVING, { Sub1: 'standard-agent' }],
    ['nothing has changed for somebody who was there already', ALREADY_THERE, { Sub1: 'standard-agent', Sub2: 'standard-agent' }],
  ])('goes on while %s', (_, holds, shown) => {
    const person = rowSeen(holds, shown);
    expect(person.moving).toEqual(moving);
    expect(person.assignments).toEqual(assignmentsOf(holds));
  });
});

describe('an entry of a JSON import', () => {
  it('replaces the whole person', () => {
    const before = aFullAdmin({ holds: { Sub9: 'premium-agent' } });
    const person = aPerson({ personId: 'admin-1', name: 'Ada' });
    expect(personAfter({ row: { path: 'people[0]', person }, before, columns: new Set() })).toEqual({
      outcome: 'imported',
      before,
      person,
    });
  });

  it('is nothing new where the person is so already, in whatever order its fields stand', () => {
    const person = aPerson({ department: 'Sales', holds: { Sub1: 'wfo' } });
    const reversed = Object.fromEntries(Object.entries(person).toReversed());
    expect(personAfter({ row: { path: 'people[0]', person }, before: { ...person, ...reversed }, columns: new Set() })).toEqual({
      outcome: 'unchanged',
    });
  });

  it('that does not show a move as over lets it go on', () => {
    const before = aPerson({ holds: { Sub1: 'standard-agent' }, moving: { from: 'Sub1', to: 'Sub2' } });
    const { moving: _left, ...person } = before;
    expect(personAfter({ row: { path: 'people[0]', person }, before, columns: new Set() })).toEqual({ outcome: 'unchanged' });
  });
});
