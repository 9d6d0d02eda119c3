import { describe, expect, it } from 'vitest';
import { decideAlerts, type Listening } from '#domain/alerts/decide-alerts.ts';
import { dayOf } from '#domain/days/day.ts';
import { idOf } from '#domain/ids.ts';
import { aFullAdmin, aPerson, aPicture, aSubscription } from '#test/support/builders.ts';
import { momentOf } from '#test/support/stores.ts';
import { aListener, aSituation, daysFrom } from '#test/support/watch.ts';

const END = '2027-04-01';
const picture = aPicture({
  subscriptions: [
    aSubscription({ expiresOn: END, department: 'Sales' }),
    aSubscription({ subscriptionId: 'Sub2', startsOn: '2026-02-01', expiresOn: '2030-01-01' }),
  ],
  people: [aFullAdmin({ holds: { Sub2: 'premium-agent' } }), aPerson({ holds: { Sub1: 'standard-agent' } })],
});
const eva = aListener({ recipientId: 'eva', escalation: true });

/** Checks a tenant's recipients morning by morning; each is told by e-mail. */
function diaryOf(
  recipients: readonly Listening[],
  days: readonly string[],
  change: (day: string, one: Listening) => Listening = (_, one) => one,
) {
  let known = recipients;
  const lines: string[] = [];
  for (const day of days) {
    known = known.map((one) => change(day, one));
    const decisions = decideAlerts({ situation: aSituation(picture, day), recipients: known, alreadyTold: new Set() });
    known = decisions.map(({ recipient, audiences }) => ({
      ...recipient,
      told: Object.fromEntries(audiences.map(({ audience, told }) => [audience.channel, told])),
    }));
    for (const { recipient, audiences } of decisions)
      for (const { alerts } of audiences)
        for (const { identity, escalated } of alerts)
          lines.push(`${day} ${recipient.recipientId} ${identity.kind} ${identity.rung}${escalated ? ' escalated' : ''}`);
  }
  return lines;
}

const of = (who: string, lines: readonly string[]) => lines.filter((line) => line.includes(` ${who} `));
const DAYS = daysFrom('2026-12-20', '2027-04-04');

describe('A5 escalation', () => {
  it('comes with the second step after the first warning, when nobody has said anything, and goes on', () => {
    expect(of('eva', diaryOf([aListener(), eva], DAYS))).toEqual([
      '2027-03-02 eva access-ends 30 escalated',
      '2027-03-18 eva access-ends 14 escalated',
      '2027-03-25 eva access-ends 7 escalated',
      '2027-03-29 eva access-ends 3 escalated',
      '2027-03-30 eva access-ends 2 escalated',
      '2027-03-31 eva access-ends 1 escalated',
      '2027-04-01 eva stranded 0 escalated',
      '2027-04-02 eva stranded -1 escalated',
      '2027-04-03 eva stranded -2 escalated',
      '2027-04-04 eva stranded -3 escalated',
    ]);
  });

  const putOffBy = (who: string, until: string) => (day: string, one: Listening) => {
    const snooze = { on: dayOf(END), until: dayOf(until), reason: 'Asked', at: momentOf('2027-02-20T09:00:00.000Z') };
    return day === '2027-02-20' && one.recipientId === who ? { ...one, snoozed: { 'access-ends|Sub1': snooze } } : one;
  };
  const until29March = daysFrom('2026-12-20', '2027-03-29');

  it('is held back while somebody who may act has put it off, and then comes with the next step', () => {
    const ben = aListener({ recipientId: 'ben' });
    expect(of('eva', diaryOf([aListener(), ben, eva], until29March, putOffBy('anna', '2027-03-18')))).toEqual([
      '2027-03-18 eva access-ends 14 escalated',
      '2027-03-25 eva access-ends 7 escalated',
      '2027-03-29 eva access-ends 3 escalated',
    ]);
  });

  it('counts anew for somebody who alone was told and had put it off', () => {
    expect(of('eva', diaryOf([aListener(), eva], until29March, putOffBy('anna', '2027-03-18')))).toEqual([
      '2027-03-29 eva access-ends 3 escalated',
    ]);
  });

  it('A6 is never held back for what is critical', () => {
    const ben = aListener({ recipientId: 'ben' });
    expect(of('eva', diaryOf([aListener(), ben, eva], until29March, putOffBy('anna', '2027-03-31')))).toEqual([
      '2027-03-29 eva access-ends 3 escalated',
    ]);
  });

  it.each([
    ['may only see', { mayAct: false }],
    ['belongs to a partner that nobody has entered', { partnerId: idOf.partner('nordlicht') }],
  ])('is not held back by somebody who %s', (_, limits) => {
    const anna = aListener(limits);
    const ben = aListener({ recipientId: 'ben' });
    expect(of('eva', diaryOf([anna, ben, eva], until29March, putOffBy('anna', '2027-03-25')))[0]).toBe(
      '2027-03-02 eva access-ends 30 escalated',
    );
  });

  it('is not held back by somebody whom nothing reaches any more', () => {
    const ben = aListener({ recipientId: 'ben' });
    const change = (day: string, one: Listening) => {
      const changed = putOffBy('anna', '2027-03-25')(day, one);
      return day >= '2027-02-25' && one.recipientId === 'anna'
        ? { ...changed, channels: { email: { delivery: 'gone' as const } } }
        : changed;
    };
    expect(of('eva', diaryOf([aListener(), ben, eva], until29March, change))[0]).toBe('2027-03-02 eva access-ends 30 escalated');
  });

  it('A1 is at once while the others hear by SMS alone, and it is too early for one', () => {
    const bySms = aListener({ channels: { sms: { delivery: 'confirmed' } } });
    expect(of('eva', diaryOf([bySms, eva], daysFrom('2026-12-20', '2027-03-20')))).toEqual([
      '2027-01-01 eva access-ends 90',
      '2027-01-31 eva access-ends 60',
      '2027-03-02 eva access-ends 30',
    ]);
  });

  it('is at once where nobody else can be reached, and says nothing of others then', () => {
    const pending = aListener({ channels: { email: { delivery: 'pending' } } });
    expect(of('eva', diaryOf([pending, eva], daysFrom('2026-12-20', '2027-01-05')))).toEqual(['2027-01-01 eva access-ends 90']);
    expect(of('eva', diaryOf([eva], daysFrom('2026-12-20', '2027-01-05')))).toEqual(['2027-01-01 eva access-ends 90']);
    const elsewhere = aListener({ departments: ['Service'] });
    expect(of('eva', diaryOf([elsewhere, eva], daysFrom('2026-12-20', '2027-01-05')))).toEqual(['2027-01-01 eva access-ends 90']);
  });

  it('is told to an escalation recipient who confirms only later, with the step that is reached then', () => {
    const change = (day: string, one: Listening) =>
      one.escalation && day < '2027-03-20'
        ? { ...one, channels: { email: { delivery: 'pending' as const } } }
        : one.escalation
          ? { ...one, channels: { email: { delivery: 'confirmed' as const } } }
          : one;
    expect(of('eva', diaryOf([aListener(), eva], daysFrom('2026-12-20', '2027-03-24'), change))).toEqual([
      '2027-03-20 eva access-ends 14 escalated',
    ]);
  });
});
