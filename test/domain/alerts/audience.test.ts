import { describe, expect, it } from 'vitest';
import { decideAlerts, decideTooling, TOOLING } from '#domain/alerts/decide-alerts.ts';
import { identityKey } from '#domain/alerts/identity.ts';
import { aFullAdmin, aPerson, aPicture, aSubscription } from '#test/support/builders.ts';
import { aListener, aSituation, aWatch, byBoth, daysFrom } from '#test/support/watch.ts';

const goesOn = aSubscription({ subscriptionId: 'Sub99', expiresOn: '2030-01-01' });
const admin = aFullAdmin({ holds: { Sub99: 'premium-agent' } });
const NONE: ReadonlySet<string> = new Set();

/** So many subscriptions that end on 2026-12-09, with an agent each. */
const many = (count: number, department?: string) => {
  const ids = Array.from({ length: count }, (_, n) => `Sub${String(n + 1).padStart(2, '0')}`);
  return aPicture({
    subscriptions: [
      goesOn,
      ...ids.map((subscriptionId) =>
        aSubscription({ subscriptionId, expiresOn: '2026-12-09', ...(department !== undefined && { department }) }),
      ),
    ],
    people: [admin, ...ids.map((id) => aPerson({ personId: `of-${id}`, holds: { [id]: 'standard-agent' } }))],
  });
};

describe('C3 at most 30 matters', () => {
  it('go into one message; the excess is a count, stays due, and comes the next morning', () => {
    const situation = aSituation(many(34), '2026-12-02');
    const [decision] = decideAlerts({ situation, recipients: [aListener()], alreadyTold: NONE });
    expect(decision?.audiences.map(({ alerts, more }) => [alerts.length, more])).toEqual([[30, 4]]);
    const watch = aWatch();
    const told = daysFrom('2026-12-02', '2026-12-04').map((day) => watch.check(many(34), day).email);
    expect(told.map((each) => each.length)).toEqual([30, 4, 0]);
    expect(new Set(told.flat()).size).toBe(34);
  });

  it('do not limit what is told as solved', () => {
    const watch = aWatch();
    watch.check(many(30), '2026-12-02');
    expect(watch.check(aPicture({ subscriptions: [goesOn], people: [admin] }), '2026-12-03').email).toHaveLength(30);
  });

  it('go to tooling in as many goes as it takes', () => {
    const situation = aSituation(many(34), '2026-12-02');
    const first = decideTooling({ situation, alreadyTold: NONE });
    const second = decideTooling({ situation: { ...situation, toolingTold: first.told }, alreadyTold: NONE });
    const third = decideTooling({ situation: { ...situation, toolingTold: second.told }, alreadyTold: NONE });
    expect([first, second, third].map(({ alerts, changed }) => [alerts.length, changed])).toEqual([
      [30, true],
      [4, true],
      [0, false],
    ]);
  });
});

describe('A1 departments', () => {
  it.each<[string, string | undefined, readonly string[] | undefined, boolean]>([
    ['hears of their own subscription', 'Sales', ['Sales'], true],
    ['whatever blanks there are around a name', ' Sales ', ['Sales'], true],
    ['hears of nobody else’s', 'Service', ['Sales'], false],
    ['tells capitals apart', 'sales', ['Sales'], false],
    ['hears of no subscription without a department', undefined, ['Sales'], false],
    ['of which there are none hears of nothing', 'Sales', [], false],
    ['is one of several', 'Service', ['Sales', 'Service'], true],
    ['is not asked for: hears of everything', undefined, undefined, true],
  ])('a recipient whose department %s', (_case, department, departments, heard) => {
    const watch = aWatch(aListener(departments === undefined ? {} : { departments }));
    expect(watch.check(many(1, department), '2026-12-02').email).toEqual(heard ? ['access-ends Sub01 7'] : []);
  });

  it('all hear of what concerns the whole tenant', () => {
    const picture = aPicture({
      subscriptions: [aSubscription({ expiresOn: '2026-12-09' })],
      people: [aFullAdmin({ holds: { Sub1: 'premium-agent' } })],
    });
    expect(aWatch(aListener({ departments: ['Sales'] })).check(picture, '2026-12-02').email).toEqual(['no-admin-left #tenant 7']);
  });

  it('do not keep a solved notice from somebody who was told', () => {
    const watch = aWatch();
    watch.check(many(1, 'Sales'), '2026-12-02');
    watch.change({ departments: ['Service'] });
    expect(watch.check(aPicture({ subscriptions: [goesOn], people: [admin] }), '2026-12-03').email).toEqual(['solved access-ends Sub01']);
  });
});

describe('C5 an alert that exists although nobody remembers it', () => {
  const situation = aSituation(many(2), '2026-12-02');
  const decide = (alreadyTold: ReadonlySet<string>) =>
    decideAlerts({ situation, recipients: [aListener({ channels: byBoth })], alreadyTold });
  const keys = decide(NONE).flatMap(({ audiences }) =>
    audiences.flatMap(({ alerts }) => alerts.map(({ identity }) => identityKey(identity))),
  );

  it('has one identity per matter and channel', () => {
    expect(keys).toEqual([
      'access-ends|Sub01|2026-12-09|7|anna|email',
      'access-ends|Sub02|2026-12-09|7|anna|email',
      'access-ends|Sub01|2026-12-09|7|anna|sms',
      'access-ends|Sub02|2026-12-09|7|anna|sms',
    ]);
  });

  it('is not told again, and is remembered from then on', () => {
    const [decision] = decide(new Set(keys.slice(0, 1)));
    const [email, sms] = decision?.audiences ?? [];
    expect(email?.alerts.map(({ identity }) => identity.subject)).toEqual(['Sub02']);
    expect(Object.keys(email?.told ?? {})).toEqual(['access-ends|Sub01', 'access-ends|Sub02']);
    expect(sms?.alerts).toHaveLength(2);
  });

  it('is told the next day when it has no date: it was told, solved, and came back in one day', () => {
    const picture = aPicture({ subscriptions: [goesOn, aSubscription({ withoutTerms: true })], people: [admin] });
    const told = (day: string) => {
      const alreadyTold = new Set(['dates-unknown|Sub1|2026-12-02|once|anna|email']);
      const [decision] = decideAlerts({ situation: aSituation(picture, day), recipients: [aListener()], alreadyTold });
      return decision?.audiences.map(({ alerts, told: after }) => [alerts.length, Object.keys(after)]);
    };
    expect([told('2026-12-02'), told('2026-12-03')]).toEqual([[[0, []]], [[1, ['dates-unknown|Sub1']]]]);
  });

  it('is told to tooling once as well, under an identity of its own', () => {
    const [first] = decideTooling({ situation, alreadyTold: NONE }).alerts;
    expect(first?.identity.audience).toEqual(TOOLING);
    expect(first && identityKey(first.identity)).toBe('access-ends|Sub01|2026-12-09|7|#tooling|events');
  });
});
