import { describe, expect, it } from 'vitest';
import { decideAlerts, type Listening } from '#domain/alerts/decide-alerts.ts';
import { dayOf } from '#domain/days/day.ts';
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

  it('waits while somebody has put it off, and for two steps after that', () => {
    const snoozed = {
      'access-ends|Sub1': { on: dayOf(END), until: dayOf('2027-03-18'), reason: 'Asked', at: momentOf('2027-02-20T09:00:00.000Z') },
    };
    const change = (day: string, one: Listening) => (day === '2027-02-20' && !one.escalation ? { ...one, snoozed } : one);
    expect(of('eva', diaryOf([aListener(), eva], daysFrom('2026-12-20', '2027-03-30'), change))).toEqual([
      '2027-03-29 eva access-ends 3 escalated',
      '2027-03-30 eva access-ends 2 escalated',
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
