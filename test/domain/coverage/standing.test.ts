import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standingsOf } from '#domain/coverage/standing.ts';
import { dayOf } from '#domain/days/day.ts';
import { aFullAdmin, aPerson, aPicture, aSubscription, type Holds } from '#test/support/builders.ts';
import { aRandomPicture, RANDOM_TODAY } from '#test/support/random-pictures.ts';
import { coveredBy } from './naive-coverage.ts';

const today = dayOf('2026-12-02');

const SUBSCRIPTIONS = [
  aSubscription({ subscriptionId: 'Active' }),
  aSubscription({ subscriptionId: 'Lapsed', expiresOn: '2026-12-01' }),
  aSubscription({ subscriptionId: 'LapsedLongAgo', startsOn: '2020-01-01', expiresOn: '2021-01-01' }),
  aSubscription({ subscriptionId: 'Planned', startsOn: '2027-01-01', expiresOn: '2028-01-01' }),
  aSubscription({ subscriptionId: 'NeverStarted', startsOn: '2026-06-01', cancelledOn: '2026-05-01' }),
  aSubscription({ subscriptionId: 'WillNotStart', startsOn: '2027-06-01', expiresOn: '2028-06-01', cancelledOn: '2027-05-01' }),
  aSubscription({ subscriptionId: 'Suspended', withoutTerms: true, suspendedSeenOn: '2026-11-01' }),
  aSubscription({ subscriptionId: 'Unknown', withoutTerms: true }),
];

function standing(holds: Holds) {
  const picture = aPicture({ subscriptions: SUBSCRIPTIONS, people: [aPerson({ holds })] });
  return standingsOf({ picture, today })[0]?.standing;
}

describe('D10 standing', () => {
  it.each([
    ['is unassigned without any assignment', {}, { standing: 'unassigned' }],
    ['is covered through an active subscription', { Active: 'standard-agent' }, { standing: 'covered' }],
    ['is covered today through one without dates (D5)', { Unknown: 'standard-agent' }, { standing: 'covered' }],
    [
      'is stranded by the end of the only one',
      { Lapsed: 'standard-agent' },
      { standing: 'stranded', lostWith: 'Lapsed', lostOn: '2026-12-01' },
    ],
    [
      'is stranded by the end that came last',
      { Lapsed: 'standard-agent', LapsedLongAgo: 'premium-agent' },
      { standing: 'stranded', lostWith: 'Lapsed', lostOn: '2026-12-01' },
    ],
    [
      'is stranded by the end that took access, not by a later one of what never began',
      { LapsedLongAgo: 'standard-agent', NeverStarted: 'premium-agent' },
      { standing: 'stranded', lostWith: 'LapsedLongAgo', lostOn: '2021-01-01' },
    ],
    [
      'is stranded by a suspension that an import saw',
      { Suspended: 'standard-agent' },
      { standing: 'stranded', lostWith: 'Suspended', lostOn: '2026-11-01' },
    ],
    ['is waiting for a first subscription to start', { Planned: 'standard-agent' }, { standing: 'waiting' }],
    [
      'is waiting where an earlier subscription never began',
      { Planned: 'standard-agent', NeverStarted: 'standard-agent' },
      { standing: 'waiting' },
    ],
    [
      'is stranded, not waiting, after having been covered',
      { Planned: 'standard-agent', Lapsed: 'standard-agent' },
      { standing: 'stranded', lostWith: 'Lapsed' },
    ],
    [
      'is stranded, not waiting, where nobody knows what was before',
      { Planned: 'standard-agent', Suspended: 'standard-agent' },
      { standing: 'stranded' },
    ],
    [
      'is stranded by one that ended before it began',
      { NeverStarted: 'standard-agent' },
      { standing: 'stranded', lostWith: 'NeverStarted', lostOn: '2026-05-01' },
    ],
    [
      'is stranded where the start is cancelled already',
      { WillNotStart: 'standard-agent' },
      { standing: 'stranded', lostWith: 'WillNotStart' },
    ],
    ['is stranded by nothing known, holding an unknown subscription', { Nowhere: 'standard-agent' }, { standing: 'stranded' }],
    ['is stranded although an add-on goes on', { Lapsed: 'standard-agent', Active: 'wfo' }, { standing: 'stranded', lostWith: 'Lapsed' }],
  ])('%s', (_, holds, expected) => {
    expect(standing(holds)).toMatchObject(expected);
  });

  it('names the subscription that ends today before one that ended earlier', () => {
    const subscriptions = [
      aSubscription({ subscriptionId: 'Sub1', expiresOn: '2026-11-01' }),
      aSubscription({ subscriptionId: 'Sub2', expiresOn: '2026-12-02' }),
    ];
    const picture = aPicture({ subscriptions, people: [aPerson({ holds: { Sub1: 'standard-agent', Sub2: 'standard-agent' } })] });
    expect(standingsOf({ picture, today })[0]?.standing).toEqual({ standing: 'stranded', lostWith: 'Sub2', lostOn: '2026-12-02' });
  });

  it('names no day for an end that has not come', () => {
    expect(standing({ WillNotStart: 'standard-agent' })).toEqual({ standing: 'stranded', lostWith: 'WillNotStart' });
  });

  it('leaves inactive people out, and puts full admins first, then other admins, then agents', () => {
    const people = [
      aPerson({ personId: 'a-agent' }),
      aPerson({ personId: 'b-gone', status: 'inactive' }),
      aPerson({ personId: 'c-pending', status: 'pending' }),
      aPerson({ personId: 'd-admin', roles: ['admin', 'agent'], adminLevel: 'user' }),
      aFullAdmin({ personId: 'e-full' }),
    ];
    const order = standingsOf({ picture: aPicture({ people }), today }).map(({ person }) => person.personId);
    expect(order).toEqual(['e-full', 'd-admin', 'a-agent', 'c-pending']);
  });

  it('covers exactly those whom the day itself covers, for any picture', () => {
    fc.assert(
      fc.property(aRandomPicture, (picture) => {
        for (const each of standingsOf({ picture, today: RANDOM_TODAY })) {
          const covering = coveredBy({ person: each.person, picture, day: RANDOM_TODAY, today: RANDOM_TODAY });
          expect(each.standing.standing === 'covered').toBe(covering.length > 0);
          expect(each.standing.standing === 'unassigned').toBe(each.person.assignments.length === 0);
        }
      }),
    );
  });
});
