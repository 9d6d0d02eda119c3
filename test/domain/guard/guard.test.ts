import { describe, expect, it } from 'vitest';
import { guard } from '#domain/guard/guard.ts';
import type { Stretch } from '#domain/liability/payers.ts';
import { aPicture, aSubscription, FOUNDING_DAY, type SubscriptionOverrides, theFoundingExample } from '#test/support/builders.ts';

const TODAY = FOUNDING_DAY;

/** Sub1 runs from 2024-01-01 to 2027-01-01. */
const PRESENT = aSubscription({ subscriptionId: 'Sub1', startsOn: '2024-01-01' });
const plan = (overrides: SubscriptionOverrides = {}) =>
  aSubscription({ subscriptionId: 'Sub9', startsOn: '2027-01-01', expiresOn: '2030-01-01', ...overrides });
const found = (entered: SubscriptionOverrides, others: readonly SubscriptionOverrides[] = []) =>
  guard({ entered: plan(entered), picture: aPicture({ subscriptions: [PRESENT, ...others.map(aSubscription)] }), today: TODAY });
const shown = (stretches: readonly Stretch[]) =>
  stretches.map(({ from, to, subscriptionId = 'nobody' }) => `${from} ${to} ${subscriptionId}`);

describe('the guard before buying', () => {
  it('has nothing against a subscription that begins when the present one ends', () => {
    expect(found({})).toMatchObject({ allowed: true, findings: [] });
  });

  it.each<readonly [string, SubscriptionOverrides, object]>([
    [
      'D20 another licensing model than the tenant has',
      { licensing: 'concurrent' },
      {
        allowed: false,
        findings: [{ kind: 'licensing-model-mixed', severity: 'critical', found: 'concurrent', expected: 'named', other: 'Sub1' }],
      },
    ],
    [
      'an id that the tenant has already',
      { subscriptionId: 'Sub1' },
      { allowed: false, findings: [{ kind: 'duplicate-subscription', severity: 'critical', subscriptionId: 'Sub1' }] },
    ],
    [
      'D21 another telephony option than the tenant chose',
      { telephony: 'vpop' },
      {
        allowed: true,
        findings: [{ kind: 'telephony-mismatch', severity: 'warning', found: 'vpop', expected: 'webex-calling', chosenBy: 'Sub1' }],
      },
    ],
    [
      'D21 another telephony option, though it starts before the one that chose',
      { telephony: 'vpop', startsOn: '2023-01-01' },
      {
        allowed: true,
        findings: [{ kind: 'telephony-mismatch', severity: 'warning', found: 'vpop', expected: 'webex-calling', chosenBy: 'Sub1' }],
      },
    ],
    ['D3 a trial', { trial: true }, { allowed: true, findings: [{ kind: 'trial', severity: 'info' }] }],
    [
      'D3 dates that are past',
      { startsOn: '2020-01-01', expiresOn: '2023-01-01' },
      { allowed: true, findings: [{ kind: 'already-over', severity: 'warning', on: '2023-01-01' }] },
    ],
    [
      'a day without anything active',
      { startsOn: '2027-01-02' },
      { allowed: true, findings: [{ kind: 'term-gap', severity: 'warning', from: '2027-01-01', to: '2027-01-01' }] },
    ],
  ])('finds %s', (_what, entered, answer) => {
    expect(found(entered)).toMatchObject(answer);
  });

  it('D22 has nothing against Flex beside Flex 3, nor against a hybrid deployment', () => {
    expect(found({ offer: 'flex', hybrid: true })).toMatchObject({ allowed: true, findings: [] });
  });

  it('says everything at once, what forbids it first', () => {
    const { findings, allowed } = found({ licensing: 'concurrent', telephony: 'vpop', trial: true, startsOn: '2027-03-01' });
    expect(allowed).toBe(false);
    expect(findings.map(({ kind }) => kind)).toEqual(['licensing-model-mixed', 'telephony-mismatch', 'term-gap', 'trial']);
  });

  it('has nothing against the first subscription of a tenant', () => {
    expect(guard({ entered: plan(), picture: aPicture(), today: TODAY })).toMatchObject({ allowed: true, findings: [] });
  });
});

describe('the gap to the present terms', () => {
  const gapOf = (entered: SubscriptionOverrides, others: readonly SubscriptionOverrides[] = []) =>
    found(entered, others).findings.flatMap((each) => (each.kind === 'term-gap' ? [`${each.from} ${each.to}`] : []));

  it.each<readonly [string, SubscriptionOverrides, readonly SubscriptionOverrides[], readonly string[]]>([
    ['begins on the end of the last term', { startsOn: '2027-04-01' }, [], ['2027-01-01 2027-03-31']],
    ['is closed by another term', { startsOn: '2027-04-01' }, [{ subscriptionId: 'Sub2', expiresOn: '2027-06-01' }], []],
    [
      'is what another term leaves of it',
      { startsOn: '2027-04-01' },
      [{ subscriptionId: 'Sub2', startsOn: '2027-02-01', expiresOn: '2027-03-01' }],
      ['2027-03-01 2027-03-31'],
    ],
    [
      'is not made by a term that starts together with it',
      { startsOn: '2027-04-01' },
      [{ subscriptionId: 'Sub2', startsOn: '2027-04-01', expiresOn: '2029-01-01' }],
      ['2027-01-01 2027-03-31'],
    ],
    ['is closed by what renews by itself (D4)', { startsOn: '2027-04-01' }, [{ subscriptionId: 'Sub2', renewal: 'auto' }], []],
    [
      'is not closed by what has no dates (D5)',
      { startsOn: '2027-04-01' },
      [{ subscriptionId: 'Sub2', withoutTerms: true }],
      ['2027-01-01 2027-03-31'],
    ],
    [
      'begins with a cancellation',
      { startsOn: '2027-04-01' },
      [{ subscriptionId: 'Sub2', expiresOn: '2028-01-01', cancelledOn: '2027-02-15' }],
      ['2027-02-15 2027-03-31'],
    ],
    [
      'is not ended by a term that is cancelled before it starts',
      { startsOn: '2027-04-01' },
      [{ subscriptionId: 'Sub2', startsOn: '2027-02-01', expiresOn: '2028-01-01', cancelledOn: '2027-01-15' }],
      ['2027-01-01 2027-03-31'],
    ],
    ['is no matter once the start has come', { startsOn: '2026-12-02' }, [], []],
  ])('%s', (_what, entered, others, days) => {
    expect(gapOf(entered, others)).toEqual(days);
  });

  it('begins today where it has begun already: nobody can start anything in the past', () => {
    const picture = aPicture({ subscriptions: [aSubscription({ expiresOn: '2026-11-01' })] });
    expect(guard({ entered: plan({ startsOn: '2026-12-24' }), picture, today: TODAY }).findings).toEqual([
      { kind: 'term-gap', severity: 'warning', from: TODAY, to: '2026-12-23' },
    ]);
  });
});

describe('the timeline without and with a planned subscription', () => {
  it('D14 shows who becomes the primary, until everything known has ended', () => {
    const { timeline } = guard({
      entered: plan({ startsOn: '2026-05-01', expiresOn: '2030-01-01' }),
      picture: theFoundingExample(),
      today: TODAY,
    });
    expect([timeline.from, timeline.to]).toEqual(['2026-12-02', '2029-12-31']);
    expect(shown(timeline.before.primary)).toEqual([
      '2026-12-02 2026-12-31 Sub1',
      '2027-01-01 2029-05-31 Sub2',
      '2029-06-01 2029-12-31 nobody',
    ]);
    expect(shown(timeline.after.primary)).toEqual(['2026-12-02 2026-12-31 Sub1', '2027-01-01 2029-12-31 Sub9']);
  });

  it('D18 shows who becomes liable for a type that only it includes, from its start', () => {
    const { timeline } = found({ seats: { 'ivr-outbound': 5 } });
    expect(shown(timeline.before.liability['ivr-outbound'])).toEqual(['2026-12-02 2029-12-31 nobody']);
    expect(shown(timeline.after.liability['ivr-outbound'])).toEqual(['2026-12-02 2026-12-31 nobody', '2027-01-01 2029-12-31 Sub9']);
  });

  it('ends after five years where something renews by itself', () => {
    expect(found({ renewal: 'auto' }).timeline.to).toBe('2031-12-02');
  });

  it('replaces the subscription that has its id, as a PUT would', () => {
    const { timeline } = found({ subscriptionId: 'Sub1', startsOn: '2024-01-01', expiresOn: '2028-01-01' });
    expect(shown(timeline.after.primary)).toEqual(['2026-12-02 2027-12-31 Sub1']);
  });

  it('is today alone where everything is over', () => {
    const { timeline } = guard({ entered: plan({ startsOn: '2020-01-01', expiresOn: '2021-01-01' }), picture: aPicture(), today: TODAY });
    expect([timeline.from, timeline.to]).toEqual([TODAY, TODAY]);
  });
});
