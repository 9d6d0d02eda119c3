import { describe, expect, it } from 'vitest';
import { aFullAdmin, agents, aPicture, aSubscription } from '#test/support/builders.ts';
import { aListener, aWatch, byBoth, daysFrom } from '#test/support/watch.ts';

/** Three agents of Sub1, which ends on 1 April 2027; the admin is on Sub2, which goes on. */
const ending = (expiresOn = '2027-04-01') =>
  aPicture({
    subscriptions: [aSubscription({ expiresOn }), aSubscription({ subscriptionId: 'Sub2', expiresOn: '2030-01-01' })],
    people: [aFullAdmin({ holds: { Sub2: 'premium-agent' } }), ...agents(3, { holds: { Sub1: 'standard-agent' } })],
  });

type Row = readonly [day: string, channel: 'email' | 'sms', told: string];

/** Checks every one of the days, and lists what was told when. */
function diary(days: readonly string[], pictureOn: (day: string) => ReturnType<typeof ending>): readonly Row[] {
  const watch = aWatch(aListener({ channels: byBoth }));
  return days.flatMap((day): readonly Row[] => {
    const { email, sms } = watch.check(pictureOn(day), day);
    return [...email.map((told): Row => [day, 'email', told]), ...sms.map((told): Row => [day, 'sms', told])];
  });
}

const by = (channel: Row[1]) => (row: Row) => row[1] === channel;

describe('C4 one subscription, day by day, from 95 days before its end to 30 days after', () => {
  const told = diary(daysFrom('2026-12-27', '2027-05-01'), () => ending());

  it('is told by e-mail on these days, and on no others', () => {
    expect(told.filter(by('email')).map(([day, , what]) => [day, what])).toEqual([
      ['2027-01-01', 'access-ends Sub1 90'],
      ['2027-01-31', 'access-ends Sub1 60'],
      ['2027-03-02', 'access-ends Sub1 30'],
      ['2027-03-18', 'access-ends Sub1 14'],
      ['2027-03-25', 'access-ends Sub1 7'],
      ['2027-03-29', 'access-ends Sub1 3'],
      ['2027-03-30', 'access-ends Sub1 2'],
      ['2027-03-31', 'access-ends Sub1 1'],
      ['2027-04-01', 'stranded Sub1 0'],
      ['2027-04-02', 'stranded Sub1 -1'],
      ['2027-04-03', 'stranded Sub1 -2'],
      ['2027-04-04', 'stranded Sub1 -3'],
      ['2027-04-05', 'stranded Sub1 -4'],
      ['2027-04-06', 'stranded Sub1 -5'],
      ['2027-04-07', 'stranded Sub1 -6'],
      ['2027-04-08', 'stranded Sub1 -7'],
      ['2027-04-09', 'stranded Sub1 -8'],
      ['2027-04-10', 'stranded Sub1 -9'],
      ['2027-04-11', 'stranded Sub1 -10'],
      ['2027-04-12', 'stranded Sub1 -11'],
      ['2027-04-13', 'stranded Sub1 -12'],
      ['2027-04-14', 'stranded Sub1 -13'],
      ['2027-04-15', 'stranded Sub1 -14'],
      ['2027-04-22', 'stranded Sub1 -21'],
      ['2027-04-29', 'stranded Sub1 -28'],
    ]);
  });

  it('A1 is told by SMS from the 14-day rung on, on the same days', () => {
    const emails = told.filter(by('email')).filter(([day]) => day >= '2027-03-18');
    expect(told.filter(by('sms')).map(([day, , what]) => [day, what])).toEqual(emails.map(([day, , what]) => [day, what]));
  });
});

describe('C4 a week without checks', () => {
  it('costs the rungs in between: afterwards only the tightest is told', () => {
    const days = daysFrom('2027-03-15', '2027-04-01').filter((day) => day < '2027-03-24' || day > '2027-03-29');
    expect(diary(days, () => ending()).filter(by('email'))).toEqual([
      ['2027-03-15', 'email', 'access-ends Sub1 30'],
      ['2027-03-18', 'email', 'access-ends Sub1 14'],
      ['2027-03-30', 'email', 'access-ends Sub1 2'],
      ['2027-03-31', 'email', 'access-ends Sub1 1'],
      ['2027-04-01', 'email', 'stranded Sub1 0'],
    ]);
  });

  it('that hides the end itself is followed by the day that it is', () => {
    const days = daysFrom('2027-03-25', '2027-04-10').filter((day) => day <= '2027-03-29' || day >= '2027-04-06');
    expect(diary(days, () => ending()).filter(by('email'))).toEqual([
      ['2027-03-25', 'email', 'access-ends Sub1 7'],
      ['2027-03-29', 'email', 'access-ends Sub1 3'],
      ['2027-04-06', 'email', 'stranded Sub1 -5'],
      ['2027-04-07', 'email', 'stranded Sub1 -6'],
      ['2027-04-08', 'email', 'stranded Sub1 -7'],
      ['2027-04-09', 'email', 'stranded Sub1 -8'],
      ['2027-04-10', 'email', 'stranded Sub1 -9'],
    ]);
  });
});

describe('C5 a renewal', () => {
  it('is told as solved once, and the ladder begins anew with the new end', () => {
    const told = diary(daysFrom('2027-03-15', '2028-04-01'), (day) => ending(day < '2027-03-20' ? '2027-04-01' : '2028-04-01'));
    expect(told.filter(by('email'))).toEqual([
      ['2027-03-15', 'email', 'access-ends Sub1 30'],
      ['2027-03-18', 'email', 'access-ends Sub1 14'],
      ['2027-03-20', 'email', 'solved access-ends Sub1'],
      ['2028-01-02', 'email', 'access-ends Sub1 90'],
      ['2028-02-01', 'email', 'access-ends Sub1 60'],
      ['2028-03-02', 'email', 'access-ends Sub1 30'],
      ['2028-03-18', 'email', 'access-ends Sub1 14'],
      ['2028-03-25', 'email', 'access-ends Sub1 7'],
      ['2028-03-29', 'email', 'access-ends Sub1 3'],
      ['2028-03-30', 'email', 'access-ends Sub1 2'],
      ['2028-03-31', 'email', 'access-ends Sub1 1'],
      ['2028-04-01', 'email', 'stranded Sub1 0'],
    ]);
    expect(told.filter(by('sms')).slice(0, 2)).toEqual([
      ['2027-03-18', 'sms', 'access-ends Sub1 14'],
      ['2027-03-20', 'sms', 'solved access-ends Sub1'],
    ]);
  });

  it('that comes after the end is told as solved, too', () => {
    const told = diary(daysFrom('2027-03-31', '2027-04-10'), (day) => ending(day < '2027-04-03' ? '2027-04-01' : '2028-04-01'));
    expect(told.filter(by('email'))).toEqual([
      ['2027-03-31', 'email', 'access-ends Sub1 1'],
      ['2027-04-01', 'email', 'stranded Sub1 0'],
      ['2027-04-02', 'email', 'stranded Sub1 -1'],
      ['2027-04-03', 'email', 'solved stranded Sub1'],
    ]);
  });
});
