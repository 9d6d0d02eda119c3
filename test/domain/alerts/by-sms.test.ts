import { describe, expect, it } from 'vitest';
import { dayOf } from '#domain/days/day.ts';
import { aFullAdmin, aPerson, aPicture, aSubscription, aTenant } from '#test/support/builders.ts';
import { aListener, aWatch, byBoth, daysFrom } from '#test/support/watch.ts';

const goesOn = aSubscription({ subscriptionId: 'Sub9', expiresOn: '2030-01-01' });
const admin = aFullAdmin({ holds: { Sub9: 'premium-agent' } });

/** An agent each on subscriptions with these ends: Sub1, Sub2 and so on. */
const endings = (...ends: readonly string[]) =>
  aPicture({
    subscriptions: [goesOn, ...ends.map((expiresOn, n) => aSubscription({ subscriptionId: `Sub${n + 1}`, expiresOn }))],
    people: [admin, ...ends.map((_, n) => aPerson({ personId: `agent-${n + 1}`, holds: { [`Sub${n + 1}`]: 'standard-agent' } }))],
  });
const watch = () => aWatch(aListener({ channels: byBoth }));

describe('A1 an SMS', () => {
  it.each([
    ['15 days before: not yet', '2026-12-17', []],
    ['14 days before', '2026-12-16', ['access-ends Sub1 14']],
    ['on the day', '2026-12-02', ['stranded Sub1 0']],
  ])('goes out from the 14-day rung on: %s', (_case, end, told) => {
    expect(watch().check(endings(end), '2026-12-02').sms).toEqual(told);
  });

  it('goes by the rung, not by the days left: a 15-day rung is none for an SMS, even when it is told late', () => {
    const own = { ...endings('2026-12-17'), tenant: aTenant({ ladder: [15, 9] }) };
    const one = watch();
    expect(['2026-12-02', '2026-12-07', '2026-12-08'].map((day) => one.check(own, day).sms)).toEqual([[], [], ['access-ends Sub1 9']]);
  });

  it('goes out at any distance for what is newly critical, and then from the 14-day rung on', () => {
    const lockOut = aPicture({
      subscriptions: [goesOn, aSubscription({ expiresOn: '2027-02-20' })],
      people: [aFullAdmin({ holds: { Sub1: 'premium-agent' } })],
    });
    const one = watch();
    const told = daysFrom('2026-12-01', '2027-02-13').flatMap((day) => one.check(lockOut, day).sms.map((line) => [day, line]));
    expect(told).toEqual([
      ['2026-12-01', 'no-admin-left #tenant 90'],
      ['2027-02-06', 'no-admin-left #tenant 14'],
      ['2027-02-06', 'access-ends Sub1 14'],
      ['2027-02-13', 'no-admin-left #tenant 7'],
      ['2027-02-13', 'access-ends Sub1 7'],
    ]);
  });

  it('tells everything it tells that day at once', () => {
    expect(watch().check(endings('2026-12-10', '2026-12-05'), '2026-12-02').sms).toEqual(['access-ends Sub2 3', 'access-ends Sub1 14']);
  });

  it('goes out once a day; what else is due waits for the next morning', () => {
    const one = watch();
    one.check(endings('2026-12-05'), '2026-12-02', { morning: false });
    expect(one.check(endings('2026-12-05', '2026-12-09'), '2026-12-02')).toMatchObject({
      email: ['access-ends Sub2 7'],
      sms: [],
    });
    expect(one.check(endings('2026-12-05', '2026-12-09'), '2026-12-03').sms).toEqual(['access-ends Sub1 2', 'access-ends Sub2 7']);
  });

  it('goes out a second time that day for what is newly critical', () => {
    const one = watch();
    one.check(endings('2026-12-05'), '2026-12-02');
    expect(one.check(endings('2026-12-05', '2026-12-04'), '2026-12-02', { morning: false }).sms).toEqual(['access-ends Sub2 2']);
  });

  it('says what is solved in the morning, and not after another SMS of that day', () => {
    const texted = aWatch(aListener({ channels: byBoth, lastSmsOn: dayOf('2026-12-03'), told: {} }));
    texted.check(endings('2026-12-05'), '2026-12-03', { morning: false });
    expect(texted.check(endings('2030-01-01'), '2026-12-03').sms).toEqual([]);
    expect(texted.check(endings('2030-01-01'), '2026-12-04').sms).toEqual(['solved access-ends Sub1']);
  });
});
