import { describe, expect, it } from 'vitest';
import { decideAlerts } from '#domain/alerts/decide-alerts.ts';
import { identityKey } from '#domain/alerts/identity.ts';
import { aFullAdmin, aPerson, aPicture, aSubscription } from '#test/support/builders.ts';
import { aListener, aSituation, aWatch, byBoth, daysFrom } from '#test/support/watch.ts';

/** An agent on Sub1, which ends on 2027-01-01 unless told otherwise; the admin is on Sub2, which goes on. */
const ending = (expiresOn = '2027-01-01', renewal: 'manual' | 'auto' = 'manual') =>
  aPicture({
    subscriptions: [aSubscription({ expiresOn, renewal }), aSubscription({ subscriptionId: 'Sub2', expiresOn: '2030-01-01' })],
    people: [aFullAdmin({ holds: { Sub2: 'premium-agent' } }), aPerson({ holds: { Sub1: 'standard-agent' } })],
  });
const both = () => aWatch(aListener({ channels: byBoth }));

describe('traps that other watchdogs have fallen into', () => {
  it('the days left are not in the identity: 30 and 16 days ahead are the same alert', () => {
    const keys = ['2026-12-02', '2026-12-16'].map((day) => {
      const [decision] = decideAlerts({ situation: aSituation(ending(), day), recipients: [aListener()], alreadyTold: new Set() });
      return decision?.audiences.flatMap(({ alerts }) => alerts.map(({ identity }) => identityKey(identity)));
    });
    expect(keys).toEqual([['access-ends|Sub1|2027-01-01|30|anna|email'], ['access-ends|Sub1|2027-01-01|30|anna|email']]);
  });

  it('a rung is crossed, not met: a check that skips its very day still tells it', () => {
    const watch = aWatch();
    expect(['2026-12-01', '2026-12-04'].map((day) => watch.check(ending(), day).email)).toEqual([
      ['access-ends Sub1 60'],
      ['access-ends Sub1 30'],
    ]);
  });

  it('of several rungs that were missed only the most urgent is told', () => {
    expect(aWatch().check(ending(), '2026-12-30').email).toEqual(['access-ends Sub1 2']);
  });

  it('the day itself and the days after count like any other', () => {
    const watch = aWatch();
    expect(['2027-01-01', '2027-01-02'].map((day) => watch.check(ending(), day).email)).toEqual([
      ['stranded Sub1 0'],
      ['stranded Sub1 -1'],
    ]);
  });

  it('a renewal resets what was told, since the end is in the identity', () => {
    const watch = aWatch();
    watch.check(ending(), '2026-12-31');
    watch.check(ending('2028-01-01'), '2027-01-01');
    expect(watch.check(ending('2028-01-01'), '2027-12-31').email).toEqual(['access-ends Sub1 1']);
  });

  it('one channel that works does not stand for the other', () => {
    const watch = aWatch();
    watch.check(ending(), '2026-12-18');
    watch.change({ channels: byBoth });
    expect(watch.check(ending(), '2026-12-19')).toMatchObject({ email: [], sms: ['access-ends Sub1 14'] });
  });

  it('the same is not said again and again: 90 days bring nine messages, not ninety', () => {
    const watch = aWatch();
    expect(daysFrom('2026-10-03', '2027-01-01').filter((day) => watch.check(ending(), day).email.length > 0)).toHaveLength(9);
  });

  it('what renews by itself is no noise: three reminders in a year, and a critical one if nobody confirms', () => {
    const watch = aWatch();
    const told = daysFrom('2026-01-02', '2027-01-01').flatMap((day) => watch.check(ending('2027-01-01', 'auto'), day).email);
    expect(told).toEqual(['renewal-ahead Sub1 30', 'renewal-ahead Sub1 7', 'renewal-ahead Sub1 1', 'renewal-unconfirmed Sub1 0']);
  });

  it('two hundred people of one subscription are one matter, by both channels', () => {
    const people = Array.from({ length: 200 }, (_, n) => aPerson({ personId: `agent-${n}`, holds: { Sub1: 'standard-agent' } }));
    const heard = both().check({ ...ending(), people: [...people, aFullAdmin({ holds: { Sub2: 'premium-agent' } })] }, '2026-12-25');
    expect(heard).toMatchObject({ email: ['access-ends Sub1 7'], sms: ['access-ends Sub1 7'] });
  });
});
