import { describe, expect, it } from 'vitest';
import { matterOf } from '#domain/alerts/matter.ts';
import { dayOf } from '#domain/days/day.ts';
import { findingsOf } from '#domain/findings/find-all.ts';
import type { FindingKind } from '#domain/findings/finding.ts';
import { idOf } from '#domain/ids.ts';
import { aFullAdmin, agents, aPerson, aPicture, aSubscription, aTenant, FOUNDING_DAY, theFoundingExample } from '#test/support/builders.ts';

const today = dayOf('2026-12-02');

function matter(kind: FindingKind, picture: ReturnType<typeof aPicture>, on = today) {
  const finding = findingsOf({ picture, today: on }).find((each) => each.kind === kind);
  if (finding === undefined) throw new Error(`Nothing of the kind ${kind} was found.`);
  return matterOf(finding, { picture, today: on, linkId: undefined });
}

describe('A1 what a message says about a matter', () => {
  it('is, in the founding example, who loses access when, and who is primary and what is committed from then on', () => {
    expect(matter('access-ends', theFoundingExample(), FOUNDING_DAY)).toEqual({
      kind: 'access-ends',
      severity: 'warning',
      subscription: { name: 'Subscription 1', id: 'Sub1' },
      on: '2027-01-01',
      daysLeft: 30,
      people: 2,
      admins: 1,
      names: ['Customer Admin 1', 'Agent 1'],
      primary: { before: 'Subscription 1', after: 'Subscription 2' },
      cliffs: [{ type: 'agents', before: 4, after: 2, paidBy: 'Subscription 2' }],
    });
  });

  it('says what the end means for overage, on what was used last (D19)', () => {
    const holds = { Sub1: 'premium-agent' };
    const picture = aPicture({
      subscriptions: [
        aSubscription({ startsOn: '2025-01-01', seats: { 'premium-agent': 10, ivr: 4 } }),
        aSubscription({ subscriptionId: 'Sub2', name: 'Service', expiresOn: '2028-01-01', seats: { 'standard-agent': 15, connect: 1 } }),
      ],
      people: [aPerson({ holds })],
      usage: { month: '2026-11', used: { agents: 27 } },
    });
    const cliffs = [
      { type: 'agents', before: 25, after: 15, use: { month: '2026-11', used: 27, overage: 12 }, paidBy: 'Service' },
      { type: 'ivr', before: 4, after: 0, paidBy: 'Service' },
    ];
    expect(matter('access-ends', picture).cliffs).toEqual(cliffs);
    expect(matter('stranded', picture, dayOf('2027-01-05')).cliffs).toEqual(cliffs);
  });

  it('names the gap of those who get access again later (D8), and only theirs', () => {
    const later = aSubscription({ subscriptionId: 'Sub2', startsOn: '2027-02-01', expiresOn: '2028-01-01' });
    const holds = { Sub1: 'standard-agent', Sub2: 'standard-agent' };
    const people = [...agents(2, { holds }), aPerson({ personId: 'last', holds: { Sub1: 'standard-agent' } })];
    const picture = aPicture({ subscriptions: [aSubscription(), later], people });
    expect(matter('access-ends', picture)).toMatchObject({ people: 3, gap: { people: 2, resumesOn: '2027-02-01' } });
    expect(matter('coverage-gap', picture)).toMatchObject({ people: 2, gap: { people: 2, resumesOn: '2027-02-01' } });
    expect(matter('access-ends', aPicture({ ...picture, people: people.slice(2) }))).not.toHaveProperty('gap');
  });

  it('has what each of the other findings tells, by name', () => {
    const older = aSubscription({ name: 'Sales', startsOn: '2025-01-01', expiresOn: '2027-03-01', noticeDays: 30, renewal: 'auto' });
    const newer = aSubscription({
      subscriptionId: 'Sub2',
      name: 'Service',
      expiresOn: '2027-02-01',
      datesConfirmedOn: dayOf('2026-01-15'),
    });
    const picture = aPicture({
      tenant: aTenant({ primaryOverride: 'Sub2' }),
      subscriptions: [older, newer],
      people: [aPerson({ holds: { Sub1: 'standard-agent', Sub2: 'wfo' } })],
      partners: [{ partnerId: idOf.partner('p2'), name: 'Second Partner', access: 'provisioning-admin' }],
    });
    expect(matter('notice-deadline', picture)).toMatchObject({ on: '2027-01-30', notice: { expiresOn: '2027-03-01', renews: true } });
    expect(matter('reduced', picture)).toMatchObject({ on: '2027-02-01', kinds: ['wfo'] });
    expect(matter('dates-unconfirmed', picture)).toMatchObject({ confirmedOn: '2026-01-15' });
    expect(matter('primary-differs', picture)).toMatchObject({ primaryShown: { shown: 'Service', oldest: 'Sales' } });
    expect(matter('partner-read-only', picture)).toMatchObject({ partners: ['Second Partner'] });
  });

  it('names the first ten, admins first, and counts everybody', () => {
    const picture = aPicture({
      subscriptions: [aSubscription()],
      people: [...agents(15, { holds: { Sub1: 'standard-agent' } }), aFullAdmin({ name: 'Zoe', holds: { Sub1: 'premium-agent' } })],
    });
    const { people, admins, names } = matter('access-ends', picture);
    expect([people, admins, names.length, names.slice(0, 2)]).toEqual([16, 1, 10, ['Zoe', 'agent-0001']]);
  });

  it('says that nobody is primary afterwards, and nothing where the primary stays', () => {
    const holds = { Sub1: 'standard-agent' };
    const alone = aPicture({ subscriptions: [aSubscription()], people: [aPerson({ holds })] });
    expect(matter('access-ends', alone).primary).toEqual({ before: 'Sub1' });
    const older = aSubscription({ subscriptionId: 'Sub0', startsOn: '2020-01-01', expiresOn: '2030-01-01' });
    expect(matter('access-ends', aPicture({ ...alone, subscriptions: [older, aSubscription()] }))).not.toHaveProperty('primary');
  });

  it('names seats and telephony by what people can look up', () => {
    const first = aSubscription({
      subscriptionId: 'Sub0',
      name: 'First',
      startsOn: '2025-01-01',
      expiresOn: '2030-01-01',
      telephony: 'vpop',
    });
    const picture = aPicture({
      subscriptions: [first, aSubscription({ seats: { 'standard-agent': 1 } })],
      people: agents(3, { holds: { Sub1: 'standard-agent' } }),
    });
    expect(matter('over-assigned', picture).seats).toEqual([{ kind: 'standard-agent', committed: 1, assigned: 3 }]);
    expect(matter('telephony-mismatch', picture).telephony).toEqual({ found: 'webex-calling', expected: 'vpop', chosenBy: 'First' });
  });

  it('has no day where nobody knows one', () => {
    const picture = aPicture({ people: [aPerson({ name: 'Ada', holds: { Sub9: 'standard-agent' } })], subscriptions: [aSubscription()] });
    expect(matter('stranded', picture)).toEqual({ kind: 'stranded', severity: 'critical', people: 1, admins: 0, names: ['Ada'] });
  });
});

describe('P1 move on that day', () => {
  const leaving = aPerson({ holds: { Sub1: 'standard-agent' } });
  const starting = (startsOn: string, others: Parameters<typeof aSubscription>[0] = {}) =>
    matter(
      'access-ends',
      aPicture({
        subscriptions: [
          aSubscription(),
          aSubscription({ subscriptionId: 'Sub2', name: 'Next', startsOn, expiresOn: '2029-01-01', ...others }),
        ],
        people: [leaving],
      }),
    ).moveOn;

  it.each<[string, string, Parameters<typeof aSubscription>[0], object | undefined]>([
    ['is said where the only target starts before the end', '2026-12-20', {}, { name: 'Next', startsOn: '2026-12-20' }],
    ['is said where it starts on the very day', '2027-01-01', {}, { name: 'Next', startsOn: '2027-01-01' }],
    ['is not said where it starts a day too late', '2027-01-02', {}, undefined],
    ['is not said where somebody can take them today', '2026-11-01', {}, undefined],
    ['is not said of a trial', '2026-12-20', { trial: true }, undefined],
    ['is not said of one that ends too soon', '2026-12-20', { expiresOn: '2027-01-20' }, undefined],
  ])('%s', (_case, startsOn, others, expected) => {
    expect(starting(startsOn, others)).toEqual(expected);
  });
});
