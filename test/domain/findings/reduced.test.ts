import { describe, expect, it } from 'vitest';
import { aFullAdmin, aPerson, aPicture, aSubscription, type Holds } from '#test/support/builders.ts';
import { aWatch, daysFrom } from '#test/support/watch.ts';
import { findingsOfKind } from './find.ts';

const ending = aSubscription({ expiresOn: '2027-01-01' });
const goesOn = aSubscription({ subscriptionId: 'Sub2', expiresOn: '2029-01-01' });

function kindsLost(holds: Holds, today = '2026-12-02', subscriptions = [ending, goesOn]) {
  return findingsOfKind('reduced', { subscriptions, people: [aPerson({ holds })], today }).map(
    ({ subject, kinds }) => `${subject.subscriptionId}: ${kinds.join(', ')}`,
  );
}

describe('D7 reduced', () => {
  it('is one warning for a subscription, dated by its end, with what people lose who keep their access', () => {
    const people = [
      aFullAdmin({ holds: { Sub1: 'premium-agent', Sub2: 'standard-agent' } }),
      aPerson({ holds: { Sub1: ['standard-agent', 'wfo'], Sub2: 'standard-agent' } }),
      aPerson({ personId: 'agent-2', holds: { Sub1: ['standard-agent', 'wfo'] } }),
    ];
    expect(findingsOfKind('reduced', { subscriptions: [ending, goesOn], people })).toEqual([
      {
        kind: 'reduced',
        severity: 'warning',
        subject: { subscriptionId: 'Sub1' },
        on: '2027-01-01',
        kinds: ['premium-agent', 'wfo'],
        people: ['admin-1', 'agent-1'],
        admins: 1,
      },
    ]);
  });

  it.each<[string, Holds, readonly string[]]>([
    ['an add-on that nothing else gives', { Sub1: 'wfo', Sub2: 'standard-agent' }, ['Sub1: wfo']],
    ['an add-on that the other gives, too', { Sub1: 'wfo', Sub2: ['standard-agent', 'wfo'] }, []],
    ['premium while standard goes on', { Sub1: 'premium-agent', Sub2: 'standard-agent' }, ['Sub1: premium-agent']],
    ['standard while premium goes on', { Sub1: 'standard-agent', Sub2: 'premium-agent' }, []],
    ['all access: that is no reduction', { Sub1: ['premium-agent', 'wfo'] }, []],
    ['one of two add-ons, by somebody who holds only add-ons', { Sub1: 'wfo', Sub2: 'qm' }, ['Sub1: wfo']],
  ])('is for %s', (_case, holds, expected) => {
    expect(kindsLost(holds)).toEqual(expected);
  });

  it('stays true after the end until something replaces what was lost', () => {
    const holds = { Sub1: 'wfo', Sub2: 'standard-agent' };
    expect(kindsLost(holds, '2027-03-01')).toEqual(['Sub1: wfo']);
    expect(kindsLost({ ...holds, Sub2: ['standard-agent', 'wfo'] }, '2027-03-01')).toEqual([]);
    expect(kindsLost({ Sub2: 'standard-agent' }, '2027-03-01')).toEqual([]);
  });

  it('is not for a kind that starts again on the day of the end', () => {
    const next = aSubscription({ subscriptionId: 'Sub3', startsOn: '2027-01-01', expiresOn: '2028-01-01' });
    expect(kindsLost({ Sub1: 'wfo', Sub2: 'standard-agent', Sub3: 'wfo' }, '2026-12-02', [ending, goesOn, next])).toEqual(['Sub3: wfo']);
  });

  it('comes of no end that nobody expects', () => {
    const holds = { Sub1: 'wfo', Sub2: 'standard-agent' };
    expect(kindsLost(holds, '2026-12-02', [{ ...ending, renewal: 'auto' }, goesOn])).toEqual([]);
    expect(kindsLost(holds, '2027-01-01', [{ ...ending, renewal: 'auto' }, goesOn])).toEqual(['Sub1: wfo']);
    expect(kindsLost(holds, '2026-12-02', [aSubscription({ withoutTerms: true }), goesOn])).toEqual([]);
  });

  it('names nobody who is inactive', () => {
    const people = [aPerson({ status: 'inactive', holds: { Sub1: 'wfo', Sub2: 'standard-agent' } })];
    expect(findingsOfKind('reduced', { subscriptions: [ending, goesOn], people })).toEqual([]);
  });
});

describe('C4 the ladder of what is reduced', () => {
  const picture = (holds: Holds) => aPicture({ subscriptions: [ending, goesOn], people: [aPerson({ holds })] });
  const without = { Sub1: 'wfo', Sub2: 'standard-agent' };
  const about = (lines: readonly string[]) => lines.filter((line) => line.includes('reduced'));

  it('goes down to the day of the end and not beyond: nobody is without access', () => {
    const watch = aWatch();
    const told = daysFrom('2026-12-02', '2027-01-31').flatMap((day) => about(watch.check(picture(without), day).email));
    expect(told).toEqual([30, 14, 7, 3, 2, 1, 0].map((rung) => `reduced Sub1 ${rung}`));
  });

  it('ends with one solved notice when something replaces what was lost (C6), before the end or after it', () => {
    for (const [before, after] of [
      ['2026-12-20', '2026-12-21'],
      ['2026-12-20', '2027-01-15'],
    ] as const) {
      const watch = aWatch();
      watch.check(picture(without), before);
      expect(about(watch.check(picture({ ...without, Sub2: ['standard-agent', 'wfo'] }), after).email)).toEqual(['solved reduced Sub1']);
    }
  });
});
