import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Counts, coverageOf } from '#domain/coverage/coverage-of.ts';
import { dayOf } from '#domain/days/day.ts';
import { aFullAdmin, agents, aPerson, aPicture, aSubscription, FOUNDING_DAY, theFoundingExample } from '#test/support/builders.ts';
import { aRandomPicture, RANDOM_TODAY } from '#test/support/random-pictures.ts';

const NOBODY: Counts = { total: 0, covered: 0, atRisk: 0, stranded: 0, waiting: 0, unassigned: 0, moving: 0 };

describe('D9 at risk', () => {
  it.each([
    ['the last day is within the days', 30, 2],
    ['the last day is the day itself', 29, 0],
    ['no days are looked ahead', 0, 0],
  ])('counts the people of the founding example when %s', (_, days, expected) => {
    expect(coverageOf({ picture: theFoundingExample(), today: FOUNDING_DAY, days }).people.atRisk).toBe(expected);
  });

  it('leaves out somebody who is also assigned to a subscription that goes on', () => {
    const founding = theFoundingExample();
    const people = [aPerson({ holds: { Sub1: 'standard-agent', Sub2: 'standard-agent' } })];
    expect(coverageOf({ picture: { ...founding, people }, today: FOUNDING_DAY, days: 30 }).people).toMatchObject({
      covered: 1,
      atRisk: 0,
    });
  });

  it('leaves out people of a subscription that renews by itself (D4)', () => {
    const picture = aPicture({
      subscriptions: [aSubscription({ renewal: 'auto' })],
      people: agents(2, { holds: { Sub1: 'standard-agent' } }),
    });
    expect(coverageOf({ picture, today: FOUNDING_DAY, days: 365 }).people).toMatchObject({ covered: 2, atRisk: 0 });
  });

  it('counts people whose move is not confirmed yet (R1)', () => {
    const founding = theFoundingExample();
    const people = [aPerson({ holds: { Sub1: 'standard-agent' }, moving: { from: 'Sub1', to: 'Sub2' } })];
    expect(coverageOf({ picture: { ...founding, people }, today: FOUNDING_DAY, days: 30 }).people).toMatchObject({
      atRisk: 1,
      moving: 1,
    });
  });

  it('counts people of a subscription without dates from the first day on (D5)', () => {
    const picture = aPicture({
      subscriptions: [aSubscription({ withoutTerms: true })],
      people: agents(1, { holds: { Sub1: 'standard-agent' } }),
    });
    expect(coverageOf({ picture, today: FOUNDING_DAY, days: 1 }).people).toMatchObject({ covered: 1, atRisk: 1 });
  });
});

describe('D10 counts', () => {
  it('are those of the founding example, before and on the day', () => {
    const before = coverageOf({ picture: theFoundingExample(), today: FOUNDING_DAY, days: 30 });
    expect(before).toEqual({
      on: '2026-12-02',
      people: { ...NOBODY, total: 2, covered: 2, atRisk: 2 },
      admins: { ...NOBODY, total: 1, covered: 1, atRisk: 1 },
      bySubscription: [
        { subscriptionId: 'Sub1', status: 'active', endsOn: '2027-01-01', daysLeft: 30, people: 2, atRisk: 2, stranded: 0 },
        { subscriptionId: 'Sub2', status: 'active', endsOn: '2029-06-01', daysLeft: 912, people: 0, atRisk: 0, stranded: 0 },
      ],
    });
    const onTheDay = coverageOf({ picture: theFoundingExample(), today: dayOf('2027-01-01'), days: 30 });
    expect(onTheDay.people).toEqual({ ...NOBODY, total: 2, stranded: 2 });
    expect(onTheDay.bySubscription[0]).toMatchObject({ status: 'lapsed', daysLeft: 0, people: 2, atRisk: 0, stranded: 2 });
  });

  it('tell admins apart, and leave inactive people out', () => {
    const people = [aFullAdmin(), aPerson({ personId: 'gone', status: 'inactive', holds: { Sub1: 'standard-agent' } }), aPerson()];
    const {
      people: counted,
      admins,
      bySubscription,
    } = coverageOf({ picture: aPicture({ subscriptions: [aSubscription()], people }), today: FOUNDING_DAY, days: 30 });
    expect(counted).toMatchObject({ total: 2, unassigned: 2 });
    expect(admins).toMatchObject({ total: 1, unassigned: 1 });
    expect(bySubscription[0]?.people).toBe(0);
  });

  it('name no end where it is unknown', () => {
    const { bySubscription } = coverageOf({
      picture: aPicture({ subscriptions: [aSubscription({ withoutTerms: true })] }),
      today: FOUNDING_DAY,
      days: 30,
    });
    expect(bySubscription).toEqual([{ subscriptionId: 'Sub1', status: 'dates-unknown', people: 0, atRisk: 0, stranded: 0 }]);
  });

  it('add up for any picture', () => {
    fc.assert(
      fc.property(aRandomPicture, fc.nat(60), (picture, days) => {
        const { people, admins, bySubscription } = coverageOf({ picture, today: RANDOM_TODAY, days });
        for (const { total, covered, stranded, waiting, unassigned, atRisk, moving } of [people, admins]) {
          expect(covered + stranded + waiting + unassigned).toBe(total);
          expect(atRisk).toBeLessThanOrEqual(covered);
          expect(moving).toBeLessThanOrEqual(total);
        }
        expect(bySubscription.reduce((sum, { atRisk }) => sum + atRisk, 0)).toBe(people.atRisk);
        expect(bySubscription.reduce((sum, { stranded }) => sum + stranded, 0)).toBe(people.stranded);
      }),
    );
  });
});
