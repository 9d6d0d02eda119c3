import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf } from '#domain/coverage/coverage-of.ts';
import { findingsOf } from '#domain/findings/find-all.ts';
import { type Finding, subjectKey } from '#domain/findings/finding.ts';
import { type Assignment, byAssignment, type Person } from '#domain/people/person.ts';
import type { Plan } from '#domain/plans/plan.ts';
import type { TenantPicture } from '#domain/tenants/picture.ts';
import { daysFrom, gives, simulate } from '#test/domain/coverage/naive-coverage.ts';
import { aPlan, PLAN_DAY } from '#test/support/plans.ts';
import { aRandomPicture } from '#test/support/random-pictures.ts';
import { aRandomSource } from '#test/support/random-sources.ts';

const flags = fc.record({ acceptOverage: fc.boolean(), acceptUpgrade: fc.boolean() });
const anyPicture = fc.oneof(aRandomSource, aRandomPicture);
/** Beyond every end of a random tenant but those that renew by themselves. */
const AHEAD = daysFrom(PLAN_DAY, 800);

describe('P7 effects, held against the tenant after the moves', () => {
  it('name the horizons that a simulation day by day finds before and after', () => {
    fc.assert(
      fc.property(anyPicture, flags, (picture, accepted) => {
        const plan = aPlan(picture, accepted);
        expect(plan.effects.horizonBefore).toBe(earliest(picture, plan));
        expect(plan.effects.horizonAfter).toBe(earliest(applied(picture, plan), plan));
      }),
      { numRuns: 60 },
    );
  });

  it('name exactly the findings that go and come', () => {
    fc.assert(
      fc.property(anyPicture, flags, (picture, accepted) => {
        const plan = aPlan(picture, accepted);
        const before = findingsOf({ picture, today: PLAN_DAY });
        const after = findingsOf({ picture: applied(picture, plan), today: PLAN_DAY });
        expect(plan.effects.findingsSolved.map(matter)).toEqual(before.map(matter).filter((each) => !after.map(matter).includes(each)));
        expect(plan.effects.findingsCreated.map(matter)).toEqual(after.map(matter).filter((each) => !before.map(matter).includes(each)));
      }),
      { numRuns: 200 },
    );
  });

  it('name the seats that a recount finds free before and after', () => {
    fc.assert(
      fc.property(anyPicture, flags, (picture, accepted) => {
        const plan = aPlan(picture, accepted);
        const after = applied(picture, plan);
        for (const { subscriptionId, kind, committed, freeBefore, freeAfter, overage } of plan.effects.seats) {
          const left = (tenant: TenantPicture) => (committed ?? 0) - holdersOf(tenant, { subscriptionId, kind });
          if (freeBefore === undefined) continue;
          expect([freeBefore, freeAfter]).toEqual([Math.max(0, left(picture)), Math.max(0, left(after))]);
          expect(overage).toBe(Math.max(0, -left(after)) - Math.max(0, -left(picture)));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('cover everybody who was moved, and take access from nobody', () => {
    fc.assert(
      fc.property(anyPicture, flags, (picture, accepted) => {
        const plan = aPlan(picture, accepted);
        const [before, after] = [picture, applied(picture, plan)].map((each) => coverageOf({ picture: each, today: PLAN_DAY, days: 30 }));
        expect(after?.people.covered).toBeGreaterThanOrEqual(before?.people.covered ?? 0);
        expect(after?.people.total).toBe(before?.people.total);
        for (const { personId } of plan.moves)
          expect(simulate({ person: personIn(applied(picture, plan), personId), picture, days: [PLAN_DAY] }).coverage).not.toBe('none');
      }),
      { numRuns: 200 },
    );
  });

  it('name the primary of the day before the source ends and of that day, and whether it changes then', () => {
    fc.assert(
      fc.property(anyPicture, (picture) => {
        const { primaryBefore, primaryAfter, primaryChangesOn } = aPlan(picture).effects;
        const days = daysFrom(PLAN_DAY, 1 + daysUntilSourceEnds(picture));
        const [before, after] = [days.at(-2) ?? PLAN_DAY, days.at(-1) ?? PLAN_DAY].map((day) => oldestOn(picture, day));
        expect([primaryBefore, primaryAfter]).toEqual([before, after]);
        expect(primaryChangesOn).toBe(before === after ? undefined : days.at(-1));
      }),
      { numRuns: 200 },
    );
  });
});

/** The tenant after the moves, written down apart from the product's own code. */
function applied(picture: TenantPicture, { moves }: Plan): TenantPicture {
  const after = (person: Person): Person => {
    const held = new Map(person.assignments.map((each) => [keyOf(each), each]));
    for (const { from, to, addOns } of moves.filter(({ personId }) => personId === person.personId)) {
      for (const kind of [from.kind, ...addOns]) held.delete(keyOf({ ...from, kind }));
      for (const kind of [to.kind, ...addOns]) held.set(keyOf({ ...to, kind }), { ...to, kind });
    }
    return { ...person, assignments: [...held.values()].toSorted(byAssignment) };
  };
  return { ...picture, people: picture.people.map(after) };
}

function keyOf({ subscriptionId, kind }: Assignment): string {
  return `${subscriptionId} ${kind}`;
}

function earliest(picture: TenantPicture, { moves }: Plan): string | undefined {
  const moved = new Set(moves.map(({ personId }) => personId));
  const lastDays = picture.people
    .filter(({ personId }) => moved.has(personId))
    .map((person) => simulate({ person, picture, days: AHEAD }))
    .flatMap((simulated) => (simulated.coverage === 'until' ? [simulated.coveredThrough] : []));
  return lastDays.toSorted()[0];
}

function matter({ kind, subject }: Finding): string {
  return `${kind} ${subjectKey(subject)}`;
}

/** Those who hold a kind, and those who are on the way to it: each takes one seat. */
function holdersOf({ people }: TenantPicture, seat: Assignment): number {
  const takes = ({ assignments, moving }: Person) =>
    [...assignments, ...(moving?.moves ?? []).map(({ to }) => to)].some((each) => keyOf(each) === keyOf(seat));
  return people.filter(takes).length;
}

function personIn({ people }: TenantPicture, id: string): Person {
  const found = people.find(({ personId }) => personId === id);
  if (found === undefined) throw new Error(`There is no ${id}.`);
  return found;
}

function daysUntilSourceEnds({ subscriptions }: TenantPicture): number {
  const source = subscriptions.find(({ subscriptionId }) => subscriptionId === 'Sub1');
  const stops = [source?.suspendedOn, source?.suspendedSeenOn, source?.cancelledOn].filter((day) => day !== undefined).toSorted();
  const expiry = source?.terms?.expiresOn;
  const renews = source?.renewal === 'auto' && expiry !== undefined && PLAN_DAY < expiry;
  const end = (renews ? stops[0] : undefined) ?? [...stops, ...(expiry === undefined ? [] : [expiry])].toSorted()[0];
  const days = AHEAD.findIndex((day) => end !== undefined && day >= end);
  return Math.max(0, days);
}

/** D14 for one day, seen from today; nothing overrides it in random tenants, and unknown dates are never primary. */
function oldestOn({ subscriptions }: TenantPicture, day: (typeof AHEAD)[number]): string | undefined {
  const active = subscriptions.filter((each) => each.terms !== undefined && gives(each, day, PLAN_DAY));
  const order = ({ terms, subscriptionId }: (typeof active)[number]) => `${terms?.startsOn} ${subscriptionId}`;
  return active.toSorted((left, right) => (order(left) < order(right) ? -1 : 1))[0]?.subscriptionId;
}
