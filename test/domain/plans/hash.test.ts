import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person } from '#domain/people/person.ts';
import { byStartThenId } from '#domain/subscriptions/order.ts';
import type { Subscription } from '#domain/subscriptions/subscription.ts';
import type { TenantPicture } from '#domain/tenants/picture.ts';
import { aFullAdmin, agents, aPerson, aPicture, aSubscription, assignmentsOf } from '#test/support/builders.ts';
import { aPlan } from '#test/support/plans.ts';
import { aRandomPicture } from '#test/support/random-pictures.ts';

const SEATS = { 'premium-agent': 3, 'standard-agent': 3 };
const PICTURE = aPicture({
  subscriptions: [
    aSubscription({ subscriptionId: 'Sub1', startsOn: '2024-01-01', seats: SEATS }),
    aSubscription({ subscriptionId: 'Sub2', expiresOn: '2029-01-01', seats: SEATS }),
    aSubscription({ subscriptionId: 'Sub3', expiresOn: '2028-01-01', seats: SEATS }),
  ],
  people: [
    aFullAdmin({ personId: 'boss', holds: { Sub1: 'premium-agent' } }),
    ...agents(2, { holds: { Sub1: 'standard-agent' } }),
    aPerson({ personId: 'zoe', holds: { Sub3: 'standard-agent' } }),
  ],
});

function withSubscription(subscriptionId: string, change: Partial<Subscription>): TenantPicture {
  return {
    ...PICTURE,
    subscriptions: PICTURE.subscriptions.map((each) => (each.subscriptionId === subscriptionId ? { ...each, ...change } : each)),
  };
}

function withPerson(personId: string, change: Partial<Person>): TenantPicture {
  return { ...PICTURE, people: PICTURE.people.map((each) => (each.personId === personId ? { ...each, ...change } : each)) };
}

const terms = (overrides: Parameters<typeof aSubscription>[0]) => {
  const { terms: made } = aSubscription(overrides);
  return made === undefined ? {} : { terms: made };
};

describe('P6 hash', () => {
  it.each<[string, TenantPicture]>([
    ['the end of the source', withSubscription('Sub1', terms({ startsOn: '2024-01-01', expiresOn: '2027-01-02' }))],
    ['the end of a target', withSubscription('Sub2', terms({ expiresOn: '2029-01-02' }))],
    ['the renewal of a target', withSubscription('Sub2', { renewal: 'auto' })],
    ['the free seats of a target', withPerson('zoe', { assignments: assignmentsOf({ Sub2: 'standard-agent' }) })],
    [
      'the commitments of a target',
      withSubscription('Sub2', {
        commitments: [{ kind: 'premium-agent', quantity: 4 }, ...(PICTURE.subscriptions[1]?.commitments.slice(1) ?? [])],
      }),
    ],
    ['what somebody moved holds', withPerson('agent-0001', { assignments: assignmentsOf({ Sub1: 'standard-agent', Sub9: 'wfo' }) })],
    ['who moves', withPerson('agent-0001', { assignments: [] })],
    ['the order of the moves', withPerson('agent-0002', { roles: ['admin'] })],
  ])('changes with %s', (_, changed) => {
    expect(aPlan(changed).planHash).not.toBe(aPlan(PICTURE).planHash);
  });

  it('changes with the licensing model', () => {
    const concurrent = {
      ...PICTURE,
      subscriptions: PICTURE.subscriptions.map((each) =>
        each.terms === undefined ? each : { ...each, terms: { ...each.terms, licensing: 'concurrent' as const } },
      ),
    };
    expect(aPlan(concurrent).planHash).not.toBe(aPlan(PICTURE).planHash);
  });

  it('changes with the telephony option', () => {
    const changed = {
      ...PICTURE,
      subscriptions: PICTURE.subscriptions.map((each) =>
        each.terms === undefined ? each : { ...each, terms: { ...each.terms, telephony: 'vpop' as const } },
      ),
    };
    expect(aPlan(changed).planHash).not.toBe(aPlan(PICTURE).planHash);
  });

  it('changes with the chosen target, though nobody fits on it', () => {
    const nobody = { ...PICTURE, people: [] };
    expect(aPlan(nobody, { to: 'Sub2' }).planHash).not.toBe(aPlan(nobody, { to: 'Sub3' }).planHash);
  });

  it.each<[string, TenantPicture]>([
    ['the name of a subscription', withSubscription('Sub2', { name: 'Another name', orderRef: '4711', costCentre: '12' })],
    ['the name of somebody', withPerson('agent-0001', { name: 'Another Name', email: 'another@acme.example' })],
    ['a subscription that is not involved', withSubscription('Sub3', { commitments: [] })],
    ['somebody who does not move', withPerson('zoe', { department: 'Sales' })],
    ['the name of the tenant', { ...PICTURE, tenant: { ...PICTURE.tenant, name: 'Another', alertHour: 3 } }],
  ])('does not change with %s', (_, changed) => {
    expect(aPlan(changed).planHash).toBe(aPlan(PICTURE).planHash);
  });

  it('does not change with the day, as long as the plan is the same', () => {
    expect(aPlan(PICTURE, { today: '2026-12-20' }).planHash).toBe(aPlan(PICTURE).planHash);
  });

  it('is a SHA-256 in hexadecimal', () => {
    expect(aPlan(PICTURE).planHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is the same, and so is the plan, for the same input in any order', () => {
    fc.assert(
      fc.property(aRandomPicture, fc.boolean(), fc.boolean(), (picture, acceptOverage, acceptUpgrade) => {
        const shuffled: TenantPicture = {
          ...picture,
          subscriptions: picture.subscriptions
            .toSorted((left, right) => byStartThenId(right, left))
            .map((each) => ({ ...each, commitments: each.commitments.toReversed() })),
          people: picture.people.toReversed().map((each) => ({ ...each, assignments: each.assignments.toReversed() })),
        };
        expect(aPlan(shuffled, { acceptOverage, acceptUpgrade })).toEqual(aPlan(picture, { acceptOverage, acceptUpgrade }));
      }),
      { numRuns: 300 },
    );
  });
});
