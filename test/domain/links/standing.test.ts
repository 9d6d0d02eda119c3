import { describe, expect, it } from 'vitest';
import { dayOf } from '#domain/days/day.ts';
import { instantOf } from '#domain/days/instant.ts';
import { idOf } from '#domain/ids.ts';
import type { Link } from '#domain/links/link.ts';
import { standingOf } from '#domain/links/standing.ts';
import { aSubscription } from '#test/support/builders.ts';

const at = (text: string) => instantOf(Date.parse(text));
const own = idOf.link('own');

const aLink = (overrides: Partial<Link> = {}): Link => ({
  linkId: own,
  tenantId: idOf.tenant('acme'),
  recipientId: idOf.recipient('anna'),
  channel: 'email',
  subscriptionId: idOf.subscription('Sub1'),
  endsOn: dayOf('2027-01-01'),
  secretHashes: [],
  createdAt: at('2026-12-02T07:00:00Z'),
  expiresAt: at('2027-01-01T23:00:00Z'),
  ...overrides,
});

/** What Anna was told by e-mail of Sub1; the newest link is named. */
const toldWith = (linkId: string) => ({
  email: {
    'access-ends|Sub1': {
      kind: 'access-ends',
      subject: 'Sub1',
      on: dayOf('2027-01-01'),
      rung: 30,
      severity: 'warning',
      at: at('2026-12-02T07:00:00Z'),
      linkId: idOf.link(linkId),
    },
  } as const,
});

const used = { reassignmentId: idOf.reassignment('run-1'), at: at('2026-12-03T07:00:00Z') };

describe('L5 the standing of a link', () => {
  it.each([
    ['is open while it is the newest of its matter and its time is not up', {}, 'open'],
    ['is dead once a newer link of the same matter was sent', { told: toldWith('newer') }, 'dead'],
    ['is dead once the matter is solved', { told: { email: {} } }, 'dead'],
    ['is dead on the other channel, which has a link of its own', { link: aLink({ channel: 'sms' }) }, 'dead'],
    ['is dead once its recipient was removed', { told: undefined }, 'dead'],
    ['is dead once its subscription was deleted', { subscription: undefined }, 'dead'],
    ['is dead once the subscription was renewed', { subscription: aSubscription({ expiresOn: '2028-01-01' }) }, 'dead'],
    ['is dead from the moment it expires', { now: at('2027-01-01T23:00:00Z') }, 'dead'],
    ['is open a millisecond before', { now: at('2027-01-01T22:59:59.999Z') }, 'open'],
    ['tells what it did once it was used', { link: aLink({ used }) }, 'used'],
    ['tells so for 30 days, although the matter is solved', { link: aLink({ used }), told: {}, now: at('2027-01-02T06:59:59Z') }, 'used'],
    ['tells no longer after 30 days', { link: aLink({ used }), now: at('2027-01-02T07:00:00Z') }, 'dead'],
  ] as const)('%s', (_case, changes, standing) => {
    const usual = {
      link: aLink(),
      told: toldWith('own'),
      subscription: aSubscription({ expiresOn: '2027-01-01' }),
      now: at('2026-12-02T08:00:00Z'),
      today: dayOf('2026-12-02'),
    };
    expect(standingOf({ ...usual, ...changes })).toBe(standing);
  });

  it('is open for the cancellation that bounds a subscription which renews by itself', () => {
    const subscription = aSubscription({ expiresOn: '2027-01-01', renewal: 'auto', cancelledOn: '2027-06-01' });
    const link = aLink({ endsOn: dayOf('2027-06-01'), expiresAt: at('2027-06-02T00:00:00Z') });
    expect(standingOf({ link, told: toldWith('own'), subscription, now: at('2026-12-02T08:00:00Z'), today: dayOf('2026-12-02') })).toBe(
      'open',
    );
  });
});
