import { describe, expect, it } from 'vitest';
import { solvedMatterOf } from '#domain/alerts/matter.ts';
import { solvedBy } from '#domain/alerts/solved.ts';
import { dayOf } from '#domain/days/day.ts';
import { instantOf } from '#domain/days/instant.ts';
import { findingsOf } from '#domain/findings/find-all.ts';
import { idOf } from '#domain/ids.ts';
import { aFullAdmin, aPerson, aPicture, aSubscription, type SubscriptionOverrides } from '#test/support/builders.ts';
import { aListener, aWatch, byBoth } from '#test/support/watch.ts';

const goesOn = aSubscription({ subscriptionId: 'Sub2', expiresOn: '2030-01-01' });
const admin = aFullAdmin({ holds: { Sub2: 'premium-agent' } });
const agent = (holds: Readonly<Record<string, string>>, moving?: { readonly from: string; readonly to: string }) =>
  aPerson({ holds, ...(moving && { moving }) });
const tenant = (person = agent({ Sub1: 'standard-agent' }), sub1: SubscriptionOverrides = { expiresOn: '2027-01-01' }) =>
  aPicture({ subscriptions: [goesOn, aSubscription(sub1)], people: [admin, person] });
const moved = tenant(agent({ Sub2: 'standard-agent' }));

describe('C6 what was told and is no longer true', () => {
  it('is told once, and then forgotten', () => {
    const watch = aWatch();
    watch.check(tenant(), '2026-12-02');
    expect([3, 4, 5].map((day) => watch.check(moved, `2026-12-0${day}`).email)).toEqual([['solved access-ends Sub1'], [], []]);
    expect(watch.told()).toEqual({ email: {} });
  });

  it('is not told to those who never heard of it', () => {
    const watch = aWatch();
    watch.check(tenant(), '2026-09-02');
    expect(watch.check(moved, '2026-09-03').email).toEqual([]);
  });

  it('is not over while somebody is still concerned', () => {
    const watch = aWatch();
    const two = (holds: Readonly<Record<string, string>>) =>
      aPicture({
        subscriptions: [goesOn, aSubscription({ expiresOn: '2027-01-01' })],
        people: [admin, agent(holds), aPerson({ personId: 'zoe', holds: { Sub1: 'standard-agent' } })],
      });
    watch.check(two({ Sub1: 'standard-agent' }), '2026-12-02');
    expect(watch.check(two({ Sub2: 'standard-agent' }), '2026-12-03').email).toEqual([]);
  });

  it('is not over when the end only passes: the people are stranded now', () => {
    const watch = aWatch();
    watch.check(tenant(), '2026-12-31');
    expect(watch.check(tenant(), '2027-01-01').email).toEqual(['stranded Sub1 0']);
    expect(watch.check(moved, '2027-01-02').email).toEqual(['solved stranded Sub1']);
  });

  it('R1 is not over while a move waits for Control Hub, and is when that is confirmed', () => {
    const watch = aWatch();
    const waiting = tenant(agent({ Sub1: 'standard-agent' }, { from: 'Sub1', to: 'Sub2' }));
    watch.check(tenant(), '2026-12-02');
    expect(watch.check(waiting, '2026-12-03').email).toEqual(['move-not-confirmed Sub1 30']);
    expect(watch.check(waiting, '2026-12-18').email).toEqual(['move-not-confirmed Sub1 14']);
    expect(watch.check(moved, '2026-12-19').email).toEqual(['solved move-not-confirmed Sub1']);
  });

  it('is told over a channel that was out of reach as soon as it is back', () => {
    const watch = aWatch();
    watch.check(tenant(), '2026-12-02');
    watch.change({ channels: { email: { delivery: 'gone' } } });
    expect(watch.check(moved, '2026-12-03').email).toEqual([]);
    watch.change({ channels: { email: { delivery: 'confirmed' } } });
    expect(watch.check(moved, '2026-12-04').email).toEqual(['solved access-ends Sub1']);
  });
});

describe('C6 and C2 a solved notice', () => {
  const critical = tenant(undefined, { expiresOn: '2026-12-04' });
  const solved = tenant(undefined, { expiresOn: '2028-01-01' });

  it('goes by e-mail at once, by SMS in the morning', () => {
    const watch = aWatch(aListener({ channels: byBoth }));
    watch.check(critical, '2026-12-02');
    expect(watch.check(solved, '2026-12-03', { morning: false })).toMatchObject({ email: ['solved access-ends Sub1'], sms: [] });
    expect(watch.check(solved, '2026-12-03')).toMatchObject({ email: [], sms: ['solved access-ends Sub1'] });
  });

  it('L5 waits without an open link', () => {
    const watch = aWatch(
      aListener({
        channels: byBoth,
        lastSmsOn: dayOf('2026-12-02'),
        told: {
          sms: {
            'access-ends|Sub1': {
              kind: 'access-ends',
              subject: 'Sub1',
              on: dayOf('2026-12-04'),
              rung: 2,
              severity: 'critical',
              at: instantOf(0),
              linkId: idOf.link('link'),
            },
          },
        },
      }),
    );
    watch.check(solved, '2026-12-02', { morning: false });
    expect(watch.told().sms?.['access-ends|Sub1']).not.toHaveProperty('linkId');
    expect(watch.told().sms?.['access-ends|Sub1']).toMatchObject({ rung: 2 });
  });
});

describe('C6 a solved matter', () => {
  const told = { kind: 'access-ends', subject: 'Sub1', on: dayOf('2027-01-01'), rung: 30, severity: 'warning', at: instantOf(0) } as const;
  const solvedIn = (picture: ReturnType<typeof tenant>, kind: 'access-ends' | 'renewal-ahead' = 'access-ends') => {
    const today = dayOf('2026-12-03');
    const solved = solvedBy(findingsOf({ picture, today }), { told: { ...told, kind }, today });
    return solved && solvedMatterOf(solved, picture);
  };
  const Sub1 = { name: 'Sub1', id: 'Sub1' };

  it.each([
    ['says the new end of one that was renewed', tenant(undefined, { expiresOn: '2028-01-01' }), { nowOn: '2028-01-01' }],
    ['D4 says no end of one that renews by itself', tenant(undefined, { expiresOn: '2028-01-01', renewal: 'auto' }), {}],
    ['says none where the people were moved', moved, {}],
    ['calls a subscription that is gone by its id', aPicture({ subscriptions: [goesOn], people: [admin] }), {}],
  ] as const)('%s', (_case, picture, expected) => {
    expect(solvedIn(picture)).toEqual({ kind: 'access-ends', subscription: Sub1, on: '2027-01-01', ...expected });
  });

  it('D4 says no day of renewal of one that does not renew by itself any more', () => {
    const ends = tenant(undefined, { expiresOn: '2028-01-01' });
    expect(solvedIn(ends, 'renewal-ahead')).toEqual({ kind: 'renewal-ahead', subscription: Sub1, on: '2027-01-01' });
  });

  it('is none where the day has only come closer', () => {
    expect(solvedIn(tenant(undefined, { expiresOn: '2026-12-20' }))).toBeUndefined();
  });
});
