import { describe, expect, it } from 'vitest';
import { aFullAdmin, agents, aPicture, aSubscription } from '#test/support/builders.ts';
import { aListener, aWatch, byBoth } from '#test/support/watch.ts';

const goesOn = aSubscription({ subscriptionId: 'Sub2', expiresOn: '2030-01-01' });
const ending = (expiresOn: string, subscriptions = [goesOn]) =>
  aPicture({
    subscriptions: [...subscriptions, aSubscription({ expiresOn })],
    people: [aFullAdmin({ holds: { Sub2: 'premium-agent' } }), ...agents(2, { holds: { Sub1: 'standard-agent' } })],
  });
const afterAWrite = { morning: false };

describe('C2 a check that a write asked for', () => {
  it('leaves a warning to the morning', () => {
    const watch = aWatch(aListener({ channels: byBoth }));
    expect(watch.check(ending('2026-12-10'), '2026-12-02', afterAWrite)).toMatchObject({ email: [], sms: [] });
    expect(watch.check(ending('2026-12-10'), '2026-12-03')).toMatchObject({ email: ['access-ends Sub1 7'], sms: ['access-ends Sub1 7'] });
  });

  it('tells at once what is newly critical, by SMS too', () => {
    const watch = aWatch(aListener({ channels: byBoth }));
    const heard = watch.check(ending('2026-12-04'), '2026-12-02', afterAWrite);
    expect(heard).toMatchObject({ email: ['access-ends Sub1 2'], sms: ['access-ends Sub1 2'] });
  });

  it('tells a warning that has become critical', () => {
    const watch = aWatch();
    watch.check(ending('2026-12-10'), '2026-12-02');
    expect(watch.check(ending('2026-12-04'), '2026-12-02', afterAWrite).email).toEqual(['access-ends Sub1 2']);
  });

  it('leaves a tighter rung of what is known as critical to the morning', () => {
    const watch = aWatch();
    watch.check(ending('2026-12-05'), '2026-12-02');
    expect(watch.check(ending('2026-12-05'), '2026-12-03', afterAWrite).email).toEqual([]);
    expect(watch.check(ending('2026-12-05'), '2026-12-03').email).toEqual(['access-ends Sub1 2']);
  });

  it('does not take those for news whose critical end has come', () => {
    const watch = aWatch();
    watch.check(ending('2026-12-03'), '2026-12-02');
    expect(watch.check(ending('2026-12-03'), '2026-12-03', afterAWrite).email).toEqual([]);
    expect(watch.check(ending('2026-12-03'), '2026-12-03').email).toEqual(['stranded Sub1 0']);
  });

  it('takes a critical end that comes closer for news', () => {
    const watch = aWatch();
    watch.check(ending('2026-12-05'), '2026-12-02');
    expect(watch.check(ending('2026-12-03'), '2026-12-02', afterAWrite).email).toEqual(['access-ends Sub1 1']);
  });

  it('does not call an end solved that is put off by a day or two: the morning tells both', () => {
    const watch = aWatch();
    watch.check(ending('2026-12-03'), '2026-12-02');
    expect(watch.check(ending('2026-12-05'), '2026-12-02', afterAWrite).email).toEqual([]);
    expect(watch.check(ending('2026-12-05'), '2026-12-03').email).toEqual(['access-ends Sub1 2', 'solved access-ends Sub1']);
  });

  it('never brings the Monday line', () => {
    expect(aWatch().check(ending('2030-01-01'), '2026-12-07', afterAWrite).heartbeat).toBe(false);
  });
});
