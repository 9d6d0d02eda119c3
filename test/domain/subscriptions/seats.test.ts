import { describe, expect, it } from 'vitest';
import { committedOf, freeSeats, hasSeatsPerKind, heldSeats, overAssignedSeats, seatsOf } from '#domain/subscriptions/seats.ts';
import { agents, aPerson, aSubscription } from '#test/support/builders.ts';

const HOLDS = { holds: { Sub1: 'standard-agent' } };

describe('P2 seats', () => {
  it('are taken by everybody who holds the kind, inactive people included', () => {
    const held = heldSeats([...agents(2, HOLDS), aPerson({ personId: 'gone', status: 'inactive', ...HOLDS })]);
    expect(held.get(aSubscription().subscriptionId)?.get('standard-agent')).toBe(3);
  });

  it('are taken on both sides by somebody who is moving', () => {
    const people = [aPerson({ ...HOLDS, moving: { from: 'Sub1', to: 'Sub2' } })];
    const seats = { 'standard-agent': 5 };
    expect(freeSeats(aSubscription({ subscriptionId: 'Sub1', seats }), heldSeats(people))).toEqual({ 'standard-agent': 4 });
    expect(freeSeats(aSubscription({ subscriptionId: 'Sub2', seats }), heldSeats(people))).toEqual({ 'standard-agent': 4 });
  });

  it('are taken once by somebody who moves to where he or she already holds the kind', () => {
    const person = aPerson({ holds: { Sub1: 'standard-agent', Sub2: 'standard-agent' }, moving: { from: 'Sub1', to: 'Sub2' } });
    expect(freeSeats(aSubscription({ subscriptionId: 'Sub2', seats: { 'standard-agent': 5 } }), heldSeats([person]))).toEqual({
      'standard-agent': 4,
    });
  });

  it('are kept for every kind committed or held, and may be short', () => {
    const subscription = aSubscription({ seats: { 'standard-agent': 1, wfo: 3 } });
    const held = heldSeats([...agents(2, HOLDS), aPerson({ personId: 'p', holds: { Sub1: 'premium-agent' } })]);
    expect(freeSeats(subscription, held)).toEqual({ 'premium-agent': -1, 'standard-agent': -1, wfo: 3 });
  });

  it('are not named where nothing of the kind is committed', () => {
    expect(committedOf(aSubscription({ seats: { wfo: 3 } }), 'wfo')).toBe(3);
    expect(committedOf(aSubscription({ seats: { wfo: 3 } }), 'premium-agent')).toBeUndefined();
  });
});

describe('D24 seats', () => {
  it('are shown per licence kind by name, free ones never below zero, metered types left out', () => {
    const subscription = aSubscription({ seats: { wfo: 3, ivr: 100, 'standard-agent': 1 } });
    expect(seatsOf(subscription, heldSeats(agents(2, HOLDS)))).toEqual([
      { kind: 'standard-agent', committed: 1, assigned: 2, free: 0 },
      { kind: 'wfo', committed: 3, assigned: 0, free: 3 },
    ]);
  });

  it('are over-assigned when more people hold a kind than are committed', () => {
    const held = heldSeats(agents(2, HOLDS));
    expect(overAssignedSeats(aSubscription({ seats: { 'standard-agent': 1 } }), held)).toEqual([
      { kind: 'standard-agent', committed: 1, assigned: 2, free: 0 },
    ]);
    expect(overAssignedSeats(aSubscription({ seats: { 'standard-agent': 2 } }), held)).toEqual([]);
  });

  it('are over-assigned by a kind that is held and not committed at all', () => {
    expect(overAssignedSeats(aSubscription({ seats: { 'premium-agent': 2 } }), heldSeats(agents(1, HOLDS)))).toHaveLength(1);
  });

  it.each([
    ['in a concurrent tenant', { seats: { 'standard-agent': 1 }, licensing: 'concurrent' as const }],
    ['before anybody entered commitments', { seats: {} }],
    ['before anybody entered the licensing', { seats: { 'standard-agent': 1 }, withoutTerms: true }],
    ['where agents are committed as a whole (D17)', { seats: { agents: 1, wfo: 0 } }],
  ])('are never over-assigned %s', (_, overrides) => {
    expect(overAssignedSeats(aSubscription(overrides), heldSeats(agents(2, HOLDS)))).toEqual([]);
  });

  it('do not exist per kind where a named subscription commits agents as a whole (D17)', () => {
    const whole = aSubscription({ seats: { agents: 10 } });
    expect(hasSeatsPerKind(whole)).toBe(false);
    expect(seatsOf(whole, heldSeats(agents(2, HOLDS)))).toEqual([]);
    expect(hasSeatsPerKind(aSubscription({ seats: { agents: 10 }, licensing: 'concurrent' }))).toBe(true);
    expect(hasSeatsPerKind(aSubscription({ seats: { 'premium-agent': 10 } }))).toBe(true);
  });
});
