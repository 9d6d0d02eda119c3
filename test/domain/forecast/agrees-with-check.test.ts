import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf } from '#domain/coverage/coverage-of.ts';
import { horizonOf, isCoveredToday, subscriptionsById } from '#domain/coverage/covered-through.ts';
import { addDays, type Day } from '#domain/days/day.ts';
import { forecastOf } from '#domain/forecast/forecast-of.ts';
import { foreseen } from '#domain/forecast/foreseen.ts';
import { liableOn } from '#domain/liability/liable.ts';
import { committedOn, overageOf } from '#domain/liability/overage.ts';
import { primaryOn } from '#domain/liability/primary.ts';
import { USAGE_TYPES } from '#domain/liability/usage.ts';
import { isActiveOn } from '#domain/subscriptions/status.ts';
import type { TenantPicture } from '#domain/tenants/picture.ts';
import { aRandomPicture, RANDOM_TODAY as TODAY } from '#test/support/random-pictures.ts';

const REACH = 90;
const TO = addDays(TODAY, REACH);
const RUNS = { numRuns: 40 };

/** Pictures in which seats are metered, too, so that every type has commitments and payers. */
const aPictureOfTypes = fc.tuple(aRandomPicture, fc.array(fc.nat(30), { minLength: 24, maxLength: 24 })).map(([picture, quantities]) => ({
  ...picture,
  usage: { month: '2026-11', used: { agents: 25, ivr: 40, 'ai-agent': 10 } },
  subscriptions: picture.subscriptions.map((subscription, n) => ({
    ...subscription,
    commitments: USAGE_TYPES.flatMap((kind, m) => {
      const quantity = quantities[n * USAGE_TYPES.length + m] ?? 0;
      return quantity < 10 ? [] : [{ kind, quantity }];
    }),
  })),
}));

/** Nothing in it renews by itself, and all its dates are known. */
const aPlainPicture = aPictureOfTypes.map((picture) => ({
  ...picture,
  subscriptions: picture.subscriptions.filter(({ terms }) => terms !== undefined).map((each) => ({ ...each, renewal: 'manual' as const })),
}));

describe('D15 a forecast made today', () => {
  it('is, for every day, what the check of that day says, where nothing renews by itself and all dates are known', () => {
    fc.assert(
      fc.property(aPlainPicture, (picture) => {
        // With the same picture, findings are the same, too: both are those of `findingsOf`.
        expect(foreseen(picture, TODAY)).toEqual(picture);
        const forecast = forecastOf({ picture, today: TODAY, from: TODAY, to: TO });
        for (const day of eachDay()) {
          expect(onDay(forecast, day)).toEqual(checkedOn(picture, day));
          expect(forecast.cliffs.filter(({ on }) => on === day).map(({ type }) => type)).toEqual(fallsOn(picture, day));
        }
      }),
      RUNS,
    );
  });

  it('D4, D5 differs from it elsewhere exactly in those who live on a renewal that is ahead, or on unknown dates', () => {
    fc.assert(
      fc.property(aPictureOfTypes, (picture) => {
        const forecast = forecastOf({ picture, today: TODAY, from: TODAY, to: TO });
        for (const day of eachDay()) {
          const { people: ahead, ...expected } = onDay(forecast, day);
          const { people: then, ...checked } = checkedOn(picture, day);
          const [kept, lost] = differing(picture, day);
          expect(ahead).toEqual({ ...then, covered: then.covered + kept - lost, stranded: then.stranded - kept + lost });
          const payers = [expected.primary, ...expected.payers];
          const payersThen = [checked.primary, ...checked.payers];
          for (const [place, payer] of payers.entries()) if (payer !== payersThen[place]) expect(renewedBy(picture, day)).toContain(payer);
        }
      }),
      RUNS,
    );
  });

  it('tells each day once, in segments that differ from their neighbours', () => {
    fc.assert(
      fc.property(aPictureOfTypes, (picture) => {
        const { primary, liability, horizon } = forecastOf({ picture, today: TODAY, from: TODAY, to: TO });
        for (const segments of [primary, horizon, ...Object.values(liability)]) {
          expect(segments[0]?.from).toBe(TODAY);
          expect(segments.at(-1)?.to).toBe(TO);
          for (const [place, { from: _from, to, ...told }] of segments.slice(0, -1).entries()) {
            const { from: nextFrom, to: _to, ...next } = segments[place + 1] ?? { from: undefined, to: undefined };
            expect(nextFrom).toBe(addDays(to, 1));
            expect(next).not.toEqual(told);
          }
        }
      }),
      RUNS,
    );
  });
});

describe('D14, D18 liability', () => {
  it('points, like the primary, to a subscription active that day or to none, and overage is never negative nor split', () => {
    fc.assert(
      fc.property(aPictureOfTypes, fc.nat(100), (picture, used) => {
        for (const day of eachDay()) {
          const seen = { picture, day, today: day };
          const payers = USAGE_TYPES.map((type) => liableOn(type, seen));
          for (const payer of [primaryOn(seen), ...payers]) expect(payer === undefined || isActiveOn(day, payer)).toBe(true);
          const overage = overageOf({ used, committed: committedOn('agents', seen) });
          expect(overage).toBeGreaterThanOrEqual(0);
          expect(overage === 0 || overage === used - committedOn('agents', seen)).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

describe('D8 the horizon', () => {
  it('is the last of the days on which the foreseen check finds the person covered without a gap', () => {
    fc.assert(
      fc.property(aPictureOfTypes, (picture) => {
        const now = subscriptionsById(picture.subscriptions);
        const ahead = subscriptionsById(foreseen(picture, TODAY).subscriptions);
        for (const person of picture.people) {
          const horizon = horizonOf({ person, subscriptions: now, today: TODAY });
          const firstGap = eachDay().find((day) => !isCoveredToday({ person, subscriptions: ahead, today: day }));
          const expected = horizon.coverage === 'open-ended' ? undefined : firstUncovered(horizon);
          expect(firstGap).toBe(expected !== undefined && expected > TO ? undefined : expected);
        }
      }),
      RUNS,
    );
  });
});

function firstUncovered(horizon: Exclude<ReturnType<typeof horizonOf>, { coverage: 'open-ended' }>): Day {
  return horizon.coverage === 'none' ? TODAY : addDays(horizon.coveredThrough, 1);
}

function eachDay(): readonly Day[] {
  return Array.from({ length: REACH + 1 }, (_, n) => addDays(TODAY, n));
}

/** What a forecast says of one day. */
function onDay({ primary, liability, horizon }: ReturnType<typeof forecastOf>, day: Day) {
  const at = <Segment extends { readonly from: Day; readonly to: Day }>(segments: readonly Segment[]) =>
    segments.find(({ from, to }) => from <= day && day <= to);
  const { from: _from, to: _to, ...people } = at(horizon) ?? { from: day, to: day, covered: -1, stranded: -1 };
  return { people, primary: at(primary)?.subscriptionId, payers: USAGE_TYPES.map((type) => at(liability[type])?.subscriptionId) };
}

/** What the check of that day says, if nothing changes until then. */
function checkedOn(picture: TenantPicture, day: Day) {
  const { atRisk: _atRisk, moving: _moving, ...people } = coverageOf({ picture, today: day, days: 30 }).people;
  const seen = { picture, day, today: day };
  return {
    people,
    primary: primaryOn(seen)?.subscriptionId,
    payers: USAGE_TYPES.map((type) => liableOn(type, seen)?.subscriptionId),
  };
}

function fallsOn(picture: TenantPicture, day: Day) {
  const dayBefore = addDays(day, -1);
  return USAGE_TYPES.filter(
    (type) => committedOn(type, { picture, day, today: day }) < committedOn(type, { picture, day: dayBefore, today: dayBefore }),
  );
}

/** Subscriptions that were set to renew today, whose day of renewal has come by `day`, and that nothing else ended. */
function renewedBy({ subscriptions }: TenantPicture, day: Day): readonly string[] {
  return subscriptions
    .filter(({ terms, renewal }) => renewal === 'auto' && terms !== undefined && terms.expiresOn > TODAY && terms.expiresOn <= day)
    .filter((each) => [each.suspendedOn, each.suspendedSeenOn, each.cancelledOn].every((end) => end === undefined || end > day))
    .map(({ subscriptionId }) => subscriptionId);
}

/** Whom the forecast covers and the check does not (D4), and the other way round (D5). */
function differing(picture: TenantPicture, day: Day): readonly [number, number] {
  const renewed = renewedBy(picture, day);
  const undated = picture.subscriptions
    .filter(({ terms }) => terms === undefined)
    .filter(
      (each) => day > TODAY && [each.suspendedOn, each.suspendedSeenOn, each.cancelledOn].every((end) => end === undefined || end > day),
    )
    .map(({ subscriptionId }): string => subscriptionId);
  const active = picture.subscriptions.filter((each) => isActiveOn(day, each)).map(({ subscriptionId }): string => subscriptionId);
  let kept = 0;
  let lost = 0;
  for (const { assignments, status } of picture.people) {
    const access = assignments.filter(({ kind }) => kind !== 'wfo');
    const held = (access.length > 0 ? access : assignments).map(({ subscriptionId }): string => subscriptionId);
    if (status === 'inactive' || held.some((id) => active.includes(id))) continue;
    const [isRenewed, isUndated] = [held.some((id) => renewed.includes(id)), held.some((id) => undated.includes(id))];
    if (isRenewed && !isUndated) kept += 1;
    if (isUndated && !isRenewed) lost += 1;
  }
  return [kept, lost];
}
