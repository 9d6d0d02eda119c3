import { describe, expect, it } from 'vitest';
import { aFullAdmin, agents, aPerson, aPicture, aSubscription, type SubscriptionOverrides } from '#test/support/builders.ts';
import { aWatch } from '#test/support/watch.ts';

const goesOn = aSubscription({ subscriptionId: 'Sub9', expiresOn: '2030-01-01' });
const subscriptions = (...of: readonly SubscriptionOverrides[]) => [goesOn, ...of.map((each) => aSubscription(each))];
const told = (picture: ReturnType<typeof aPicture>) => aWatch().check(picture, '2026-12-02').email;

describe('A1 most severe first', () => {
  it('puts lost before losing, near before far, many before few, and what has no date last', () => {
    const picture = aPicture({
      subscriptions: subscriptions(
        { subscriptionId: 'Sub1', expiresOn: '2027-01-01' },
        { subscriptionId: 'Sub2', expiresOn: '2026-12-03' },
        { subscriptionId: 'Sub3', expiresOn: '2026-12-01' },
        { subscriptionId: 'Sub4', expiresOn: '2026-12-20' },
        { subscriptionId: 'Sub5', expiresOn: '2027-01-01' },
        { subscriptionId: 'Sub6', withoutTerms: true },
      ),
      people: [
        aFullAdmin({ holds: { Sub9: 'premium-agent' } }),
        ...['Sub1', 'Sub2', 'Sub3', 'Sub4', 'Sub6'].map((id) => aPerson({ personId: `of-${id}`, holds: { [id]: 'standard-agent' } })),
        ...agents(3, { holds: { Sub5: 'standard-agent' } }),
      ],
    });
    expect(told(picture)).toEqual([
      'stranded Sub3 -1',
      'access-ends Sub2 1',
      'access-ends Sub4 30',
      'access-ends Sub5 30',
      'access-ends Sub1 30',
      'dates-unknown Sub6 once',
    ]);
  });

  it('puts people whom nobody knows how to reach access before a lock-out weeks ahead', () => {
    const picture = aPicture({
      subscriptions: subscriptions({ subscriptionId: 'Sub1', expiresOn: '2027-01-01' }),
      people: [aFullAdmin({ holds: { Sub1: 'premium-agent' } }), aPerson({ holds: { Sub7: 'standard-agent' } })],
    });
    expect(told(picture)).toEqual(['stranded #tenant 0', 'no-admin-left #tenant 30', 'access-ends Sub1 30']);
  });
});

describe('C7 inhibition', () => {
  it('no-admin-left heads the matter of its subscription, ahead of nearer ones that are no more severe', () => {
    const picture = aPicture({
      subscriptions: subscriptions(
        { subscriptionId: 'Sub1', expiresOn: '2027-01-01' },
        { subscriptionId: 'Sub2', expiresOn: '2026-12-12' },
      ),
      people: [aFullAdmin({ holds: { Sub1: 'premium-agent' } }), aPerson({ holds: { Sub2: 'standard-agent' } })],
    });
    expect(told(picture)).toEqual(['no-admin-left #tenant 30', 'access-ends Sub1 30', 'access-ends Sub2 14']);
  });

  it('no-admin-left skips no rung of its subscription and has its own', () => {
    const watch = aWatch();
    const picture = aPicture({
      subscriptions: subscriptions({ subscriptionId: 'Sub1', expiresOn: '2026-12-16' }),
      people: [aFullAdmin({ holds: { Sub1: 'premium-agent' } })],
    });
    const days = ['2026-12-02', '2026-12-09', '2026-12-13', '2026-12-16', '2026-12-17'];
    expect(days.map((day) => watch.check(picture, day).email)).toEqual([
      ['no-admin-left #tenant 14', 'access-ends Sub1 14'],
      ['no-admin-left #tenant 7', 'access-ends Sub1 7'],
      ['no-admin-left #tenant 3', 'access-ends Sub1 3'],
      ['no-admin-left #tenant 0', 'stranded Sub1 0'],
      ['no-admin-left #tenant -1', 'stranded Sub1 -1'],
    ]);
  });

  it('an unconfirmed renewal speaks for those it strands, daily', () => {
    const watch = aWatch();
    const picture = aPicture({
      subscriptions: subscriptions({ subscriptionId: 'Sub1', expiresOn: '2026-12-03', renewal: 'auto' }),
      people: [aFullAdmin({ holds: { Sub9: 'premium-agent' } }), aPerson({ holds: { Sub1: 'standard-agent' } })],
    });
    expect(['2026-12-02', '2026-12-03', '2026-12-04'].map((day) => watch.check(picture, day).email)).toEqual([
      ['renewal-ahead Sub1 1'],
      ['renewal-unconfirmed Sub1 0'],
      ['renewal-unconfirmed Sub1 -1'],
    ]);
  });

  it('an unconfirmed move speaks for its people only where it names everybody', () => {
    const moving = aPerson({ holds: { Sub1: 'standard-agent' }, moving: { from: 'Sub1', to: 'Sub9' } });
    const left = aPerson({ personId: 'left', holds: { Sub1: 'standard-agent' } });
    const admin = aFullAdmin({ holds: { Sub9: 'premium-agent' } });
    const picture = (people: Parameters<typeof aPicture>[0]) =>
      aPicture({ subscriptions: subscriptions({ subscriptionId: 'Sub1', expiresOn: '2026-12-16' }), ...people });
    expect(told(picture({ people: [admin, moving] }))).toEqual(['move-not-confirmed Sub1 14']);
    expect(told(picture({ people: [admin, moving, left] }))).toEqual(['access-ends Sub1 14', 'move-not-confirmed Sub1 14']);
  });
});
