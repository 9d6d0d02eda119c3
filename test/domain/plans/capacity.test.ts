import { describe, expect, it } from 'vitest';
import { capacityOf, mayExceed } from '#domain/plans/capacity.ts';
import { heldSeats } from '#domain/subscriptions/seats.ts';
import { agents, aPerson, aPicture, aSubscription } from '#test/support/builders.ts';
import { aPlan, movesIn, unplacedIn } from '#test/support/plans.ts';

const KIND = 'standard-agent';
const SOURCE = aSubscription({ subscriptionId: 'Sub1', startsOn: '2024-01-01' });

describe('P2 capacity', () => {
  it('is the seats of the kind minus everybody who holds it, inactive people included', () => {
    const subscription = aSubscription({ seats: { [KIND]: 5, 'premium-agent': 9 } });
    const held = heldSeats([
      aPerson({ personId: 'a', holds: { Sub1: KIND } }),
      aPerson({ personId: 'b', holds: { Sub1: KIND }, status: 'inactive' }),
    ]);
    expect(capacityOf({ subscription, kind: KIND, held })).toEqual({ committed: 5, free: 3 });
  });

  it('counts people who are moving there', () => {
    const held = heldSeats([aPerson({ holds: { Sub0: KIND }, moving: { from: 'Sub0', to: 'Sub1' } })]);
    expect(capacityOf({ subscription: aSubscription({ seats: { [KIND]: 1 } }), kind: KIND, held })).toEqual({ committed: 1, free: 0 });
  });

  it('is never below zero', () => {
    const held = heldSeats(agents(3, { holds: { Sub1: KIND } }));
    expect(capacityOf({ subscription: aSubscription({ seats: { [KIND]: 1 } }), kind: KIND, held })).toEqual({ committed: 1, free: 0 });
  });

  it('is not limited by seats in a concurrent tenant, with or without a commitment', () => {
    const subscription = aSubscription({ licensing: 'concurrent', seats: { [KIND]: 1 } });
    const held = heldSeats(agents(3, { holds: { Sub1: KIND } }));
    expect(capacityOf({ subscription, kind: KIND, held })).toEqual({ committed: 1, free: Number.POSITIVE_INFINITY });
    expect(capacityOf({ subscription, kind: 'premium-agent', held })).toEqual({ free: Number.POSITIVE_INFINITY });
  });

  it('may be exceeded only where the kind is committed and each holder takes a seat', () => {
    expect(mayExceed({ committed: 0, free: 0 })).toBe(true);
    expect(mayExceed({ free: 0 })).toBe(false);
    expect(mayExceed({ committed: 1, free: Number.POSITIVE_INFINITY })).toBe(false);
  });

  it('gives seats beyond the commitment only when they are accepted, and names them', () => {
    const target = aSubscription({ subscriptionId: 'Sub2', expiresOn: '2029-01-01', seats: { [KIND]: 1 } });
    const picture = aPicture({ subscriptions: [SOURCE, target], people: agents(2, { holds: { Sub1: KIND } }) });
    expect(unplacedIn(aPlan(picture))).toEqual([`agent-0002: ${KIND}, no-seat-of-kind`]);
    const accepted = aPlan(picture, { acceptOverage: true });
    expect(movesIn(accepted)).toEqual([`agent-0001: ${KIND} -> Sub2`, `agent-0002: ${KIND} -> Sub2 (overage)`]);
    expect(accepted.effects.seats).toEqual([{ subscriptionId: 'Sub2', kind: KIND, committed: 1, freeBefore: 1, freeAfter: 0, overage: 1 }]);
  });

  it('has no seat beyond a commitment that does not exist', () => {
    const target = aSubscription({ subscriptionId: 'Sub2', expiresOn: '2029-01-01', seats: { 'premium-agent': 1 } });
    const picture = aPicture({ subscriptions: [SOURCE, target], people: agents(1, { holds: { Sub1: KIND } }) });
    expect(unplacedIn(aPlan(picture, { acceptOverage: true }))).toEqual([`agent-0001: ${KIND}, no-seat-of-kind`]);
  });

  it('shows a kind without a commitment in a concurrent tenant as such', () => {
    const source = aSubscription({ startsOn: '2024-01-01', licensing: 'concurrent' });
    const target = aSubscription({ subscriptionId: 'Sub2', expiresOn: '2029-01-01', licensing: 'concurrent' });
    const plan = aPlan(aPicture({ subscriptions: [source, target], people: agents(1, { holds: { Sub1: KIND } }) }));
    expect(movesIn(plan)).toEqual([`agent-0001: ${KIND} -> Sub2`]);
    expect(plan.effects.seats).toEqual([{ subscriptionId: 'Sub2', kind: KIND, overage: 0 }]);
  });
});
