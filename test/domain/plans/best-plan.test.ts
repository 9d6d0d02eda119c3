import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OPEN_END } from '#domain/days/day.ts';
import { byRankThenId } from '#domain/people/person.ts';
import type { Move, Plan } from '#domain/plans/plan.ts';
import { isActiveOn } from '#domain/subscriptions/status.ts';
import type { Subscription } from '#domain/subscriptions/subscription.ts';
import type { TenantPicture } from '#domain/tenants/picture.ts';
import { aPlan, PLAN_DAY } from '#test/support/plans.ts';
import { aRandomSource } from '#test/support/random-sources.ts';
import { bestByTryingAll } from './placement/best-by-trying-all.ts';
import { freeSeats, KINDS, usable } from './random-targets.ts';

const flags = fc.record({ acceptOverage: fc.boolean(), acceptUpgrade: fc.boolean() });

describe('P4 order and choice of a whole plan', () => {
  it('equals the best of all placements, move by move', () => {
    fc.assert(
      fc.property(aRandomSource, (picture) => {
        const plan = aPlan(picture);
        const moving = plan.moves.filter(({ alreadyThere }) => !alreadyThere);
        expect(moving.map(({ to }) => to.subscriptionId)).toEqual(bestTargets(picture, plan, moving));
      }),
      { numRuns: 600 },
    );
  });

  it('places as many people as the best possible plan', () => {
    fc.assert(
      fc.property(aRandomSource, (picture) => {
        const plan = aPlan(picture);
        for (const kind of KINDS) {
          const wanting = [...plan.moves.filter(isPlacedIn(kind)), ...plan.unplaced.filter((each) => each.kind === kind)].length;
          const free = usable(picture).reduce((sum, target) => sum + freeSeats(picture, target, kind), 0);
          expect(plan.moves.filter(isPlacedIn(kind))).toHaveLength(Math.min(wanting, free));
        }
      }),
      { numRuns: 600 },
    );
  });

  it('gives the seats to the first in order', () => {
    fc.assert(
      fc.property(aRandomSource, (picture) => {
        const { moves, unplaced } = aPlan(picture);
        for (const kind of KINDS) {
          const last = moves.filter(isPlacedIn(kind)).at(-1);
          const first = unplaced.find((each) => each.kind === kind);
          if (last !== undefined && first !== undefined) expect(inOrder(picture, last.personId, first.personId)).toBe(true);
        }
      }),
      { numRuns: 600 },
    );
  });
});

describe('what no plan does, whatever is accepted', () => {
  it('never places somebody on a subscription that is not active', () => {
    fc.assert(
      fc.property(aRandomSource, flags, (picture, accepted) => {
        for (const { to } of aPlan(picture, accepted).moves)
          expect(isActiveOn(PLAN_DAY, subscriptionIn(picture, to.subscriptionId))).toBe(true);
      }),
    );
  });

  it('never takes more seats than are free, but for those it names', () => {
    fc.assert(
      fc.property(aRandomSource, flags, (picture, accepted) => {
        const { moves } = aPlan(picture, accepted);
        for (const target of usable(picture)) {
          for (const kind of KINDS) {
            const taken = moves.filter(({ to, overage, alreadyThere }) => isTo(to, target, kind) && !overage && !alreadyThere);
            expect(taken.length).toBeLessThanOrEqual(freeSeats(picture, target, kind));
          }
        }
        expect(accepted.acceptOverage || moves.every(({ overage }) => !overage)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('never moves anybody from premium to standard, nor upgrades unasked', () => {
    fc.assert(
      fc.property(aRandomSource, flags, (picture, accepted) => {
        for (const { from, to } of aPlan(picture, accepted).moves) {
          expect(from.kind === to.kind || (accepted.acceptUpgrade && to.kind === 'premium-agent')).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never forgets a licence: each one moves, stays, or is unplaced with a reason', () => {
    fc.assert(
      fc.property(aRandomSource, flags, (picture, accepted) => {
        const { moves, staying, unplaced } = aPlan(picture, accepted);
        const leaving = picture.people.filter(({ personId }) => !staying.includes(personId));
        const licences = leaving.flatMap(({ personId, assignments }) =>
          assignments
            .filter(({ subscriptionId, kind }) => subscriptionId === 'Sub1' && KINDS.includes(kind))
            .map(({ kind }) => `${personId} ${kind}`),
        );
        const told = [
          ...moves.map(({ personId, from }) => `${personId} ${from.kind}`),
          ...unplaced.map(({ personId, kind }) => `${personId} ${kind}`),
        ];
        expect(told.toSorted()).toEqual(licences.toSorted());
      }),
      { numRuns: 300 },
    );
  });

  it('never depends on the order in which the tenant was read', () => {
    fc.assert(
      fc.property(aRandomSource, flags, (picture, accepted) => {
        const reversed = { ...picture, subscriptions: picture.subscriptions.toReversed(), people: picture.people.toReversed() };
        expect(aPlan(reversed, accepted)).toEqual(aPlan(picture, accepted));
      }),
      { numRuns: 300 },
    );
  });

  it('fits as many people as the plan that has chosen the candidate', () => {
    fc.assert(
      fc.property(aRandomSource, flags, (picture, accepted) => {
        for (const { subscriptionId, fits } of aPlan(picture, accepted).candidates)
          expect(aPlan(picture, { ...accepted, to: subscriptionId }).moves).toHaveLength(fits);
      }),
      { numRuns: 100 },
    );
  });
});

/** The targets of the moves that take a seat, found by trying every placement. */
function bestTargets(picture: TenantPicture, plan: Plan, moving: readonly Move[]): readonly string[] {
  const targets = usable(picture);
  const people = new Map(picture.people.map((person) => [person.personId, person]));
  const best = bestByTryingAll({
    targets: targets.map((target) => ({
      end: target.renewal === 'auto' ? OPEN_END : (target.terms?.expiresOn ?? OPEN_END),
      ...departmentOf(target),
    })),
    seats: KINDS.map((kind) => targets.map((target) => freeSeats(picture, target, kind))),
    seekers: moving.map(({ personId, from }) => ({ lot: KINDS.indexOf(from.kind), ...departmentOf(people.get(personId) ?? {}) })),
    used: targets.flatMap(({ subscriptionId }, at) =>
      plan.moves.some((move) => move.alreadyThere && move.to.subscriptionId === subscriptionId) ? [at] : [],
    ),
  });
  return (best?.placement ?? []).map((target) => targets[target]?.subscriptionId ?? '');
}

function departmentOf({ department }: { readonly department?: string }): { readonly department?: string } {
  return department === undefined ? {} : { department };
}

function isPlacedIn(kind: string): (move: Move) => boolean {
  return ({ from, alreadyThere }) => from.kind === kind && !alreadyThere;
}

function isTo(to: Move['to'], { subscriptionId }: Subscription, kind: string): boolean {
  return to.subscriptionId === subscriptionId && to.kind === kind;
}

function inOrder({ people }: TenantPicture, first: string, second: string): boolean {
  const order: readonly string[] = people.toSorted(byRankThenId).map(({ personId }) => personId);
  return order.indexOf(first) <= order.indexOf(second);
}

function subscriptionIn({ subscriptions }: TenantPicture, subscriptionId: string): Subscription {
  const found = subscriptions.find((each) => each.subscriptionId === subscriptionId);
  if (found === undefined) throw new Error(`There is no ${subscriptionId}.`);
  return found;
}
