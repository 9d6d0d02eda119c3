import { describe, expect, it } from 'vitest';
import { heartbeatOf } from '#domain/alerts/heartbeat.ts';
import { dayOf } from '#domain/days/day.ts';
import { aFullAdmin, agents, aPerson, aPicture, aSubscription, aTenant } from '#test/support/builders.ts';
import { aListener, aWatch, byBoth, daysFrom } from '#test/support/watch.ts';

const quiet = (heartbeat = true) =>
  aPicture({
    tenant: aTenant({ heartbeat }),
    subscriptions: [aSubscription({ expiresOn: '2030-01-01' })],
    people: [aFullAdmin({ holds: { Sub1: 'premium-agent' } })],
  });

describe('C8 the Monday line', () => {
  it('goes out on Mondays and on no other day, although there is nothing else', () => {
    const watch = aWatch();
    expect(daysFrom('2026-12-01', '2026-12-21').filter((day) => watch.check(quiet(), day).heartbeat)).toEqual([
      '2026-12-07',
      '2026-12-14',
      '2026-12-21',
    ]);
  });

  it('goes out once that day, however often the morning check is made', () => {
    const watch = aWatch();
    expect([1, 2].map(() => watch.check(quiet(), '2026-12-07').heartbeat)).toEqual([true, false]);
  });

  it.each([
    ['with what else there is to say', aListener(), true],
    ['by e-mail alone', aListener({ channels: byBoth }), true],
    ['not to somebody who is reached by SMS only', aListener({ channels: { sms: { delivery: 'confirmed' } } }), false],
    ['not to an address that is not confirmed', aListener({ channels: { email: { delivery: 'pending' } } }), false],
  ])('goes out %s', (_case, listener, expected) => {
    expect(aWatch(listener).check(quiet(), '2026-12-07').heartbeat).toBe(expected);
  });

  it('can be switched off', () => {
    expect(aWatch().check(quiet(false), '2026-12-07').heartbeat).toBe(false);
  });
});

describe('C8 what the Monday line counts', () => {
  const on = dayOf('2026-12-07');
  const subscriptions = [
    aSubscription({ expiresOn: '2027-03-31' }),
    aSubscription({ subscriptionId: 'Sub2', startsOn: '2027-01-01', expiresOn: '2028-01-01' }),
    aSubscription({ subscriptionId: 'Sub3', expiresOn: '2026-12-01' }),
    aSubscription({ subscriptionId: 'Sub4', suspendedOn: '2026-12-01', expiresOn: '2028-01-01' }),
  ];

  it('are subscriptions that are not over, people who are counted, and the first day somebody loses access', () => {
    const people = [...agents(3, { holds: { Sub1: 'standard-agent' } }), aPerson({ personId: 'left', status: 'inactive' })];
    expect(heartbeatOf(aPicture({ subscriptions, people }), on)).toEqual({
      subscriptions: 3,
      people: 3,
      nobodyLosesAccessBefore: '2027-03-31',
    });
  });

  it('are those without access, too, so that it is never an all-clear', () => {
    const people = [...agents(2, { holds: { Sub3: 'standard-agent' } })];
    expect(heartbeatOf(aPicture({ subscriptions, people }), on)).toEqual({ subscriptions: 3, people: 2, stranded: 2 });
  });

  it('names no far day where a subscription has no dates: unknown is risk', () => {
    const people = agents(1, { holds: { Sub5: 'standard-agent' } });
    const picture = aPicture({ subscriptions: [aSubscription({ subscriptionId: 'Sub5', withoutTerms: true })], people });
    expect(heartbeatOf(picture, on)).toMatchObject({ nobodyLosesAccessBefore: '2026-12-08' });
  });
});
