import { describe, expect, it } from 'vitest';
import { dayOf } from '#domain/days/day.ts';
import { decideSubscriptions } from '#domain/imports/decide-subscriptions.ts';
import { aSubscription, type SubscriptionOverrides } from '#test/support/builders.ts';

const today = dayOf('2026-12-02');
const named = (subscriptionId: string, overrides: SubscriptionOverrides = {}) => aSubscription({ subscriptionId, ...overrides });
const concurrent = (subscriptionId: string, overrides: SubscriptionOverrides = {}) =>
  named(subscriptionId, { licensing: 'concurrent', ...overrides });

/** The ids that go in, and for each rejected entry its path and the subscription it would mix with. */
function decided(entries: readonly ReturnType<typeof named>[], stored: readonly ReturnType<typeof named>[]) {
  const { changed, unchanged, rejected } = decideSubscriptions({
    entries: entries.map((subscription, index) => ({ path: `subscriptions[${index}]`, subscription })),
    stored,
    today,
  });
  return {
    changed: changed.map(({ subscription }) => subscription.subscriptionId),
    unchanged,
    rejected: rejected.map(({ path, detail }) => `${path} ${/Sub\d/.exec(detail)?.[0]}`),
  };
}

describe('D20 one licensing model in a file', () => {
  const over = { startsOn: '2020-01-01', expiresOn: '2021-01-01' };

  it.each([
    ['what is stored before what comes first', [concurrent('Sub2'), named('Sub3')], [named('Sub1')], ['Sub3'], ['subscriptions[0] Sub1']],
    ['the first of the file in an empty tenant', [concurrent('Sub2'), named('Sub1')], [], ['Sub2'], ['subscriptions[1] Sub2']],
    [
      'what is stored, though the file would change all of it',
      [concurrent('Sub1'), concurrent('Sub2')],
      [named('Sub1'), named('Sub2')],
      [],
      ['subscriptions[0] Sub2', 'subscriptions[1] Sub1'],
    ],
    [
      'a change of the only one stored, and what follows it',
      [concurrent('Sub1'), concurrent('Sub2')],
      [named('Sub1')],
      ['Sub1', 'Sub2'],
      [],
    ],
    ['anything beside what is over', [concurrent('Sub2')], [named('Sub1', over)], ['Sub2'], []],
    ['anything beside what an entry before has ended', [named('Sub1', over), concurrent('Sub2')], [named('Sub1')], ['Sub1', 'Sub2'], []],
    [
      'a planned one before a later entry',
      [named('Sub1', { startsOn: '2028-01-01', expiresOn: '2029-01-01' }), concurrent('Sub2')],
      [],
      ['Sub1'],
      ['subscriptions[1] Sub1'],
    ],
    ['anything beside what has no terms yet', [concurrent('Sub2')], [named('Sub1', { withoutTerms: true })], ['Sub2'], []],
  ])('lets in %s', (_, entries, stored, changed, rejected) => {
    expect(decided(entries, stored)).toEqual({ changed, unchanged: 0, rejected });
  });

  it('does not count what a rejected entry says for the entries after it', () => {
    expect(decided([concurrent('Sub2'), named('Sub3')], [named('Sub1')]).changed).toEqual(['Sub3']);
  });
});

describe('D1 an entry of a JSON import', () => {
  it('keeps the mark that an import of an export saw, and changes nothing when that is all', () => {
    const stored = named('Sub1', { suspendedSeenOn: '2026-11-01' });
    expect(decided([named('Sub1')], [stored])).toEqual({ changed: [], unchanged: 1, rejected: [] });
  });
});
