import { describe, expect, it } from 'vitest';
import { decideAlerts } from '#domain/alerts/decide-alerts.ts';
import { aFullAdmin, agents, aPerson, aPicture, aSubscription, aTenant } from '#test/support/builders.ts';
import { aListener, aSituation, aWatch, byBoth, daysFrom } from '#test/support/watch.ts';

const admin = aFullAdmin({ holds: { Sub2: 'premium-agent' } });
const goesOn = aSubscription({ subscriptionId: 'Sub2', expiresOn: '2030-01-01', telephony: 'webex-calling' });
const nothing = aPicture({ subscriptions: [goesOn], people: [admin] });
const without = (dates: 'known' | 'unknown') =>
  aPicture({
    subscriptions: [goesOn, aSubscription({ withoutTerms: dates === 'unknown', expiresOn: '2030-01-01' })],
    people: [admin, ...agents(2, { holds: { Sub1: 'standard-agent' } })],
  });

describe('C4 a finding without a date', () => {
  it('is told once when it appears, and not again while it stays', () => {
    const watch = aWatch();
    const told = daysFrom('2026-12-01', '2027-01-31').flatMap((day) => watch.check(without('unknown'), day).email);
    expect(told).toEqual(['dates-unknown Sub1 once']);
  });

  it('is told again when it comes back', () => {
    const watch = aWatch();
    const seen = ['unknown', 'unknown', 'known', 'unknown'] as const;
    expect(seen.map((dates, place) => watch.check(without(dates), `2026-12-0${place + 1}`).email)).toEqual([
      ['dates-unknown Sub1 once'],
      [],
      ['solved dates-unknown Sub1'],
      ['dates-unknown Sub1 once'],
    ]);
  });

  it('is told once each of telephony, seats, unknown admins and admins on a standard licence', () => {
    const watch = aWatch();
    const picture = aPicture({
      subscriptions: [
        aSubscription({ startsOn: '2025-01-01', expiresOn: '2030-01-01', telephony: 'vpop', seats: { 'standard-agent': 1 } }),
        { ...goesOn, commitments: [] },
      ],
      people: [
        aPerson({ personId: 'boss', roles: ['admin'], adminLevel: 'user', holds: { Sub1: 'standard-agent' } }),
        ...agents(2, { holds: { Sub1: 'standard-agent' } }),
      ],
    });
    expect(daysFrom('2026-12-01', '2026-12-20').flatMap((day) => watch.check(picture, day).email)).toEqual([
      'admin-on-standard Sub1 once',
      'admins-unknown #tenant once',
      'over-assigned Sub1 once',
      'telephony-mismatch Sub2 once',
    ]);
  });

  it('is never told by SMS', () => {
    const watch = aWatch(aListener({ channels: byBoth }));
    expect(watch.check(without('unknown'), '2026-12-01')).toMatchObject({ email: ['dates-unknown Sub1 once'], sms: [] });
  });
});

describe('C4 people who are stranded by nobody knows what', () => {
  const lost = aPicture({ subscriptions: [goesOn], people: [admin, aPerson({ holds: { Sub9: 'standard-agent' } })] });

  it('are counted from the day they were first seen, daily for a fortnight and then every seventh day', () => {
    const watch = aWatch();
    const told = daysFrom('2026-12-01', '2026-12-30').flatMap((day) => watch.check(lost, day).email.map((line) => [day, line]));
    const daily = daysFrom('2026-12-02', '2026-12-15').map((day, place) => [day, `stranded #tenant ${-place - 1}`]);
    expect(told).toEqual([
      ['2026-12-01', 'stranded #tenant 0'],
      ...daily,
      ['2026-12-22', 'stranded #tenant -21'],
      ['2026-12-29', 'stranded #tenant -28'],
    ]);
  });

  it('are counted from that day for a channel that is confirmed later, too', () => {
    const watch = aWatch();
    watch.check(lost, '2026-12-01');
    watch.change({ channels: byBoth });
    expect(watch.check(lost, '2026-12-05')).toMatchObject({ email: ['stranded #tenant -4'], sms: ['stranded #tenant -4'] });
  });
});

describe('C5 identity', () => {
  const ending = (expiresOn: string) =>
    aPicture({ subscriptions: [goesOn, aSubscription({ expiresOn })], people: [admin, aPerson({ holds: { Sub1: 'standard-agent' } })] });

  it('is another one when the end moves, nearer or further', () => {
    const watch = aWatch();
    const ends = ['2027-01-01', '2026-12-29', '2027-01-02', '2027-01-02'];
    expect(ends.map((end, place) => watch.check(ending(end), `2026-12-0${place + 2}`).email)).toEqual([
      ['access-ends Sub1 30'],
      ['access-ends Sub1 30'],
      ['access-ends Sub1 30', 'solved access-ends Sub1'],
      [],
    ]);
  });

  it('holds per channel: one that is confirmed later gets the tightest rung, the other nothing new', () => {
    const watch = aWatch();
    watch.check(ending('2026-12-15'), '2026-12-01');
    watch.change({ channels: byBoth });
    expect(watch.check(ending('2026-12-15'), '2026-12-02')).toMatchObject({ email: [], sms: ['access-ends Sub1 14'] });
  });

  it.each(['pending', 'gone'] as const)('is nobody’s while the channel is %s', (delivery) => {
    const watch = aWatch(aListener({ channels: { email: { delivery } } }));
    expect(watch.check(ending('2026-12-03'), '2026-12-02')).toEqual({ email: [], sms: [], heartbeat: false });
    expect(watch.told()).toEqual({});
  });

  it('goes by the subscription’s own ladder, where it has one', () => {
    const watch = aWatch();
    const picture = aPicture({
      tenant: aTenant({ ladder: [60] }),
      subscriptions: [goesOn, aSubscription({ expiresOn: '2027-01-01', ladder: [10, 5] })],
      people: [admin, aPerson({ holds: { Sub1: 'standard-agent' } })],
    });
    expect(daysFrom('2026-11-01', '2026-12-31').flatMap((day) => watch.check(picture, day).email)).toEqual([
      'access-ends Sub1 10',
      'access-ends Sub1 5',
    ]);
  });
});

describe('C4 what is only worth knowing', () => {
  it('is never a message of its own, however near its day', () => {
    const watch = aWatch(aListener({ channels: byBoth }));
    expect(daysFrom('2026-12-01', '2026-12-06').map((day) => watch.check(nothing, day).email)).toEqual([[], [], [], [], [], []]);
    const situation = aSituation(without('unknown'), '2026-12-02');
    const findings = situation.findings.map((finding) => ({ ...finding, severity: 'info' as const }));
    const decisions = decideAlerts({ situation: { ...situation, findings }, recipients: [aListener()], alreadyTold: new Set() });
    expect(findings.map(({ kind }) => kind)).toContain('dates-unknown');
    expect(decisions.flatMap(({ audiences }) => audiences.flatMap(({ alerts }) => alerts))).toEqual([]);
  });
});
