import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latestSnooze, type Snooze } from '#domain/alerts/snooze.ts';
import { addDays, type Day, dayOf } from '#domain/days/day.ts';
import { findingsOf } from '#domain/findings/find-all.ts';
import { aFullAdmin, aPerson, aPicture, aSubscription } from '#test/support/builders.ts';
import { momentOf as instant } from '#test/support/stores.ts';
import { aListener, aWatch, daysFrom, type Watch } from '#test/support/watch.ts';

const END = '2027-04-01';

/** An agent on Sub1, which ends on 1 April 2027; the admin is on Sub2, which goes on. */
const ending = (expiresOn = END) =>
  aPicture({
    subscriptions: [
      aSubscription({ expiresOn }),
      aSubscription({ subscriptionId: 'Sub2', startsOn: '2026-02-01', expiresOn: '2030-01-01' }),
    ],
    people: [aFullAdmin({ holds: { Sub2: 'premium-agent' } }), aPerson({ holds: { Sub1: 'standard-agent' } })],
  });

function latestOn(day: string, picture = ending()) {
  const today = dayOf(day);
  const finding = findingsOf({ picture, today }).find(
    ({ kind, subject }) =>
      kind === 'access-ends' && typeof subject === 'object' && 'subscriptionId' in subject && subject.subscriptionId === 'Sub1',
  );
  return finding && latestSnooze({ finding, picture, today });
}

const putOff = (until: string, on = END): Snooze => ({
  on: dayOf(on),
  until: dayOf(until),
  reason: 'The order is out',
  at: instant('2027-03-02T09:00:00.000Z'),
});

describe('A6 a matter may be put off', () => {
  it.each([
    ['30 days before, to the step of 7: the next one is 14', '2027-03-02', '2027-03-25'],
    ['20 days before, the step of 30 being the one reached, to that of 7, too', '2027-03-12', '2027-03-25'],
    ['14 days before, to the step of 3', '2027-03-18', '2027-03-29'],
    ['7 days before, to the step of 2', '2027-03-25', '2027-03-30'],
    ['4 days before, still the step of 7, to that of 2', '2027-03-28', '2027-03-30'],
  ])('%s', (_, today, latest) => {
    expect(latestOn(today)).toBe(latest);
  });

  it('not from 3 days before the end on: it is critical', () => {
    expect(daysFrom('2027-03-29', '2027-03-31').map((day) => latestOn(day))).toEqual([undefined, undefined, undefined]);
  });

  it('no later than the day before its own day, where its ladder has no step but one', () => {
    const picture = aPicture({ subscriptions: [aSubscription({ expiresOn: END, ladder: [45, 10] })], people: ending().people });
    expect(latestOn('2027-03-01', picture)).toBe('2027-03-31');
  });

  it('and is not told before that day, while a moved end arms it again (C5)', () => {
    const watch = aWatch(aListener());
    const told = daysFrom('2027-03-02', '2027-03-29').flatMap((day) => {
      if (day === '2027-03-03') watch.change({ snoozed: { 'access-ends|Sub1': putOff('2027-03-25') } });
      return watch.check(ending(), day).email.map((line) => [day, line]);
    });
    expect(told).toEqual([
      ['2027-03-02', 'access-ends Sub1 30'],
      ['2027-03-25', 'access-ends Sub1 7'],
      ['2027-03-29', 'access-ends Sub1 3'],
    ]);
    const moved = aWatch(aListener({ snoozed: { 'access-ends|Sub1': putOff('2027-03-25') } }));
    expect(moved.check(ending('2027-03-20'), '2027-03-06').email).toEqual(['access-ends Sub1 14']);
  });

  it('on one channel and on the other: it is the matter that waits', () => {
    const channels = { email: { delivery: 'confirmed' }, sms: { delivery: 'confirmed' } } as const;
    const watch = aWatch(aListener({ channels, snoozed: { 'access-ends|Sub1': putOff('2027-03-25') } }));
    expect(watch.check(ending(), '2027-03-18')).toMatchObject({ email: [], sms: [] });
  });
});

/** What one day of a history brings: perhaps another end, perhaps a snooze; and whether it is checked. */
type OneDay = { readonly endsIn: number | undefined; readonly putOffFor: number | undefined; readonly checked: boolean };
const sometimes = (number: fc.Arbitrary<number>) =>
  fc.oneof({ weight: 30, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: number });
const oneDay: fc.Arbitrary<OneDay> = fc.record({
  endsIn: sometimes(fc.integer({ min: -5, max: 100 })),
  putOffFor: sometimes(fc.integer({ min: 1, max: 200 })),
  checked: fc.boolean(),
});

/** Lives through a history, and looks at each check. */
function livingThrough(history: readonly OneDay[], look: (day: Day, expiresOn: Day, watch: Watch) => void): void {
  const watch = aWatch(aListener());
  let expiresOn = dayOf(END);
  history.forEach(({ endsIn, putOffFor, checked }, index) => {
    const day = addDays(dayOf('2026-12-20'), index);
    if (endsIn !== undefined) expiresOn = addDays(day, endsIn);
    if (putOffFor !== undefined) {
      const snooze = putOff(addDays(day, putOffFor), expiresOn);
      watch.change({ snoozed: { 'access-ends|Sub1': snooze, 'stranded|Sub1': snooze } });
    }
    if (checked) look(day, expiresOn, watch);
  });
}

describe('Any history of checks, moved ends and snoozes, even longer ones than are allowed', () => {
  const histories = fc.array(oneDay, { minLength: 100, maxLength: 140 });

  it('A6 never hides a critical finding', () => {
    fc.assert(
      fc.property(histories, (history) =>
        livingThrough(history, (day, expiresOn, watch) => {
          watch.check(ending(expiresOn), day);
          const critical = findingsOf({ picture: ending(expiresOn), today: day }).filter(({ severity }) => severity === 'critical');
          const told = Object.values(watch.told().email ?? {}).map(({ kind }) => kind);
          for (const { kind } of critical) expect(told, `${day}: ${kind}`).toContain(kind);
        }),
      ),
      { numRuns: 60 },
    );
  });

  it('C4 tells nothing twice within its rung, as long as nothing is settled in between', () => {
    fc.assert(
      fc.property(histories, (history) => {
        let before = new Set<string>();
        livingThrough(history, (day, expiresOn, watch) => {
          const told = watch.check(ending(expiresOn), day).email;
          if (told.some((line) => line.startsWith('solved'))) before = new Set();
          for (const line of told.filter((each) => !each.startsWith('solved'))) {
            expect(before, `${day}: ${line}`).not.toContain(`${line} for ${expiresOn}`);
            before.add(`${line} for ${expiresOn}`);
          }
        });
      }),
      { numRuns: 60 },
    );
  });
});
