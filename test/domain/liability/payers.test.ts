import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, dayOf, daysBetween } from '#domain/days/day.ts';
import { liableOn } from '#domain/liability/liable.ts';
import { payersBetween, type Stretch } from '#domain/liability/payers.ts';
import { primaryOn } from '#domain/liability/primary.ts';
import { aPicture, aSubscription, aTenant, FOUNDING_DAY, theFoundingExample } from '#test/support/builders.ts';

const TODAY = FOUNDING_DAY;
const shown = (stretches: readonly Stretch[]) =>
  stretches.map(({ from, to, subscriptionId = 'nobody' }) => `${from} ${to} ${subscriptionId}`);

describe('D15 who pays from one day through another', () => {
  it('changes hands on the day the primary ends, and stops with the last', () => {
    const asked = { picture: theFoundingExample(), today: TODAY, from: TODAY, to: dayOf('2029-06-30') };
    expect(shown(payersBetween(asked).primary)).toEqual([
      '2026-12-02 2026-12-31 Sub1',
      '2027-01-01 2029-05-31 Sub2',
      '2029-06-01 2029-06-30 nobody',
    ]);
  });

  it('D18 says for each usage type who is liable', () => {
    const picture = aPicture({
      subscriptions: [
        aSubscription({ subscriptionId: 'A', startsOn: '2024-01-01', expiresOn: '2027-01-01', seats: { 'ai-agent': 1 } }),
        aSubscription({ subscriptionId: 'B', startsOn: '2025-01-01', expiresOn: '2028-01-01', seats: { 'ai-agent': 1 } }),
        aSubscription({ subscriptionId: 'C', startsOn: '2027-01-01', expiresOn: '2028-01-01', seats: { 'ivr-outbound': 1 } }),
      ],
    });
    const { liability } = payersBetween({ picture, today: TODAY, from: TODAY, to: dayOf('2027-12-31') });
    expect(shown(liability['ai-agent'])).toEqual(['2026-12-02 2026-12-31 A', '2027-01-01 2027-12-31 B']);
    expect(shown(liability['ivr-outbound'])).toEqual(['2026-12-02 2026-12-31 nobody', '2027-01-01 2027-12-31 C']);
    expect(shown(liability.agents)).toEqual(['2026-12-02 2026-12-31 A', '2027-01-01 2027-12-31 B']);
  });

  it('is one stretch where only others start and end', () => {
    const picture = aPicture({
      subscriptions: [
        aSubscription({ subscriptionId: 'Sub1', renewal: 'auto' }),
        aSubscription({ subscriptionId: 'Sub2', startsOn: '2026-12-24', expiresOn: '2027-02-01' }),
      ],
    });
    expect(shown(payersBetween({ picture, today: TODAY, from: TODAY, to: dayOf('2030-01-01') }).primary)).toEqual([
      '2026-12-02 2030-01-01 Sub1',
    ]);
  });

  it('agrees with a look at each day, for any subscriptions', () => {
    const offset = fc.integer({ min: -40, max: 60 });
    const subscription = fc.record({
      starts: offset,
      lasts: fc.integer({ min: 1, max: 50 }),
      renewal: fc.constantFrom('auto', 'manual'),
      kind: fc.constantFrom('ai-agent', 'ivr'),
    });
    fc.assert(
      fc.property(
        fc.array(subscription, { maxLength: 6 }),
        fc.option(fc.constantFrom('Sub0', 'Sub3'), { nil: undefined }),
        (several, override) => {
          const subscriptions = several.map(({ starts, lasts, renewal, kind }, n) =>
            aSubscription({
              subscriptionId: `Sub${n}`,
              startsOn: addDays(TODAY, starts),
              expiresOn: addDays(TODAY, starts + lasts),
              renewal: renewal === 'auto' ? 'auto' : 'manual',
              seats: { [kind]: 1 },
            }),
          );
          const picture = aPicture({ tenant: aTenant(override === undefined ? {} : { primaryOverride: override }), subscriptions });
          const { primary, liability } = payersBetween({ picture, today: TODAY, from: TODAY, to: addDays(TODAY, 80) });
          for (let n = 0; n <= 80; n += 1) {
            const seen = { day: addDays(TODAY, n), today: TODAY, picture };
            expect(payerIn(primary, seen.day)).toBe(primaryOn(seen)?.subscriptionId);
            expect(payerIn(liability['ai-agent'], seen.day)).toBe(liableOn('ai-agent', seen)?.subscriptionId);
          }
          expect(primary.reduce((days, each) => days + daysBetween(each) + 1, 0)).toBe(81);
          expect(primary.some((each, n) => n > 0 && each.subscriptionId === primary[n - 1]?.subscriptionId)).toBe(false);
        },
      ),
    );
  });
});

function payerIn(stretches: readonly Stretch[], day: Day): string | undefined {
  return stretches.find(({ from, to }) => from <= day && day <= to)?.subscriptionId;
}
