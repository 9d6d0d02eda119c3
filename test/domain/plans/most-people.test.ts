import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '#domain/plans/plan.ts';
import type { Subscription } from '#domain/subscriptions/subscription.ts';
import type { TenantPicture } from '#domain/tenants/picture.ts';
import { aPlan } from '#test/support/plans.ts';
import { aRandomSource } from '#test/support/random-sources.ts';
import { freeSeats, KINDS, usable } from './random-targets.ts';

const flags = fc.record({ acceptOverage: fc.boolean(), acceptUpgrade: fc.boolean() });

describe('P4 as many people as can be', () => {
  it('places as many licences as any plan could, found by trying all of them, whatever is accepted', () => {
    fc.assert(
      fc.property(aRandomSource, flags, (picture, accepted) => {
        const plan = aPlan(picture, accepted);
        const wanting = leavingIn(picture, plan);
        // Who leaves with both kinds is upgraded by neither, and who holds premium there already needs no upgrade.
        fc.pre(!accepted.acceptUpgrade || wanting.every(({ isAlone }) => isAlone));
        const seats = KINDS.map((kind) =>
          usable(picture).reduce((sum, target) => sum + seatsOn(picture, target, kind, accepted.acceptOverage), 0),
        );
        const most = mostPlaced(
          wanting.map(({ kind }) => KINDS.indexOf(kind)),
          seats,
          accepted.acceptUpgrade,
        );
        expect(plan.moves.filter(({ alreadyThere }) => !alreadyThere)).toHaveLength(most);
      }),
      { numRuns: 600 },
    );
  });
});

type Licence = { readonly kind: string; readonly isAlone: boolean };

/** The licences that need a seat, told by what people hold: all that leave Sub1 but those whose kind is held on a target. */
function leavingIn(picture: TenantPicture, { staying }: Plan): readonly Licence[] {
  const places = ['Sub1', ...usable(picture).map(({ subscriptionId }) => subscriptionId)];
  return picture.people
    .filter(({ personId }) => !staying.includes(personId))
    .flatMap(({ assignments }) => {
      const access = assignments.filter(({ subscriptionId, kind }) => places.includes(subscriptionId) && KINDS.includes(kind));
      const isThere = (kind: string) => access.some((held) => held.kind === kind && held.subscriptionId !== 'Sub1');
      const leaving = access.filter(({ subscriptionId, kind }) => subscriptionId === 'Sub1' && !isThere(kind));
      return leaving.map(({ kind }) => ({ kind, isAlone: access.length === 1 }));
    });
}

function seatsOn(picture: TenantPicture, target: Subscription, kind: string, acceptOverage: boolean): number {
  const isCommitted = target.commitments.some((commitment) => commitment.kind === kind);
  return acceptOverage && isCommitted ? Number.POSITIVE_INFINITY : freeSeats(picture, target, kind);
}

/** The most licences that find a seat, each tried with none, with its own kind and, where that is accepted, with premium. */
function mostPlaced([kind, ...others]: readonly number[], seats: readonly number[], acceptUpgrade: boolean): number {
  if (kind === undefined) return 0;
  const choices = acceptUpgrade && kind === 1 ? [0, 1] : [kind];
  const placed = choices
    .filter((choice) => (seats[choice] ?? 0) > 0)
    .map((choice) => 1 + mostPlaced(others, seats.with(choice, (seats[choice] ?? 0) - 1), acceptUpgrade));
  return Math.max(mostPlaced(others, seats, acceptUpgrade), ...placed);
}
