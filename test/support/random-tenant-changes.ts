import { dayOf } from '#domain/days/day.ts';
import { secondsAfter } from '#domain/days/instant.ts';
import { idOf } from '#domain/ids.ts';
import { IDS } from './all-reads.ts';
import { aPerson, aSubscription, assignmentsOf, aTenant, type Holds } from './builders.ts';
import { toldOf } from './kept-nouns.ts';
import { aNumber, aRunId, freeOf, perhaps, type RandomChanges, type World } from './random-world.ts';

const DAYS = [dayOf('2026-12-02'), dayOf('2027-01-01'), dayOf('2027-02-01')] as const;
const KINDS = ['premium-agent', 'standard-agent', 'wfo'] as const;

const aSubscriptionId = ({ draw }: World) => idOf.subscription(draw.pick(IDS.subscriptions));
const aSeatCount = ({ draw }: World) => ({ [draw.pick(KINDS)]: draw.int(7) - 3 });
const soon = ({ draw, now }: World) => secondsAfter(now, 3600 * draw.int(30));

/** Changes of the tenant's own item. */
export const OF_THE_TENANT = {
  'create-tenant': (w) => ({ change: 'create-tenant', tenant: aTenant(perhaps(w, { primaryOverride: 'Sub1' })), nextCheckAt: soon(w) }),
  'replace-tenant': (w) => ({
    change: 'replace-tenant',
    tenant: aTenant({ name: `Acme ${w.draw.int(9)}`, ...perhaps(w, { primaryOverride: 'Sub2' }) }),
    revision: w.draw.mostly(w.tenant?.revision ?? 1, 7),
    nextCheckAt: soon(w),
    ...perhaps(w, { from: w.draw.mostly(w.tenant?.nextCheckAt ?? w.now, w.now) }),
  }),
  'hide-tenant': (w) => ({ change: 'hide-tenant', revision: w.draw.mostly(9, w.tenant?.revision ?? 1), at: w.now }),
  'require-tenant': () => ({ change: 'require-tenant' }),
  'change-subscriptions': (w) => ({
    change: 'change-subscriptions',
    subscriptionsRevision: w.draw.mostly(w.tenant?.subscriptionsRevision ?? 0, 3),
  }),
  'finish-check': (w) => ({
    change: 'finish-check',
    checkedAt: w.now,
    from: w.draw.mostly(w.tenant?.nextCheckAt ?? w.now, w.now),
    nextCheckAt: soon(w),
    soonestLoss: { soonestLossOn: w.draw.pick(DAYS), losing: w.draw.pick([0, 1, 30]) },
    counts: { subscriptions: w.draw.int(3), people: w.draw.int(9), covered: 0, stranded: 0, atRisk: 0 },
    ...perhaps(w, { revision: w.draw.mostly(w.tenant?.revision ?? 1, 8) }),
  }),
  'tell-tooling': (w) => ({
    change: 'tell-tooling',
    told: perhaps(w, { 'stranded|Sub1': toldOf() }),
    toldRevision: w.draw.mostly(w.tenant?.toldRevision ?? 0, 4),
  }),
} satisfies Partial<RandomChanges>;

/** Changes of subscriptions and their seats. */
export const OF_SUBSCRIPTIONS = {
  'put-subscription': (w) => {
    const id = w.draw.pick(IDS.subscriptions);
    const subscription = aSubscription({
      subscriptionId: id,
      ...perhaps(w, { department: 'Sales' }),
      ...perhaps(w, { suspendedSeenOn: '2026-12-01' }),
    });
    return {
      change: 'put-subscription',
      subscription: { ...subscription, ...perhaps(w, { costCentre: '4711' }) },
      revision: w.revisionOf(id),
      seats: aSeatCount(w),
      ...perhaps(w, { datesConfirmedOn: w.draw.pick(DAYS) }),
    };
  },
  'delete-subscription': (w) => {
    const subscriptionId = aSubscriptionId(w);
    return {
      change: 'delete-subscription',
      subscriptionId,
      revision: aNumber(w.revisionOf(subscriptionId)),
      free: freeOf(w, subscriptionId),
    };
  },
  'take-seats': (w) => ({
    change: 'take-seats',
    subscriptionId: aSubscriptionId(w),
    seats: w.draw.mostly<Readonly<Record<string, number>>>(aSeatCount(w), {}),
    ...perhaps(w, { atLeast: aSeatCount(w) }),
  }),
  'repair-seats': (w) => {
    const subscriptionId = aSubscriptionId(w);
    return { change: 'repair-seats', subscriptionId, from: w.draw.mostly(freeOf(w, subscriptionId), aSeatCount(w)), to: aSeatCount(w) };
  },
  'see-subscription': (w) => {
    const subscriptionId = aSubscriptionId(w);
    return {
      change: 'see-subscription',
      subscriptionId,
      revision: w.revisionOf(subscriptionId),
      ...perhaps(w, { suspendedSeenOn: w.draw.pick(DAYS) }),
    };
  },
  'lock-source': (w) => ({
    change: 'lock-source',
    subscriptionId: aSubscriptionId(w),
    reassignmentId: aRunId(w),
    ...perhaps(w, { leftBy: aRunId(w) }),
  }),
  'unlock-source': (w) => ({ change: 'unlock-source', subscriptionId: aSubscriptionId(w), reassignmentId: aRunId(w) }),
} satisfies Partial<RandomChanges>;

/** Changes of people. */
export const OF_PEOPLE = {
  'put-person': (w) => {
    const personId = w.draw.pick(IDS.people);
    const holds = w.draw.pick<Holds>([{}, { Sub1: 'premium-agent' }, { Sub1: ['wfo', 'standard-agent'], Sub2: 'wfo' }]);
    return {
      change: 'put-person',
      person: aPerson({ personId, holds, ...perhaps(w, { department: 'Sales' }) }),
      revision: w.revisionOf(personId),
    };
  },
  'delete-person': (w) => {
    const personId = idOf.person(w.draw.pick(IDS.people));
    return { change: 'delete-person', personId, revision: aNumber(w.revisionOf(personId)) };
  },
  'reassign-person': (w) => {
    const personId = idOf.person(w.draw.pick(IDS.people));
    const { moving } = aPerson({ moving: { from: 'Sub1', to: 'Sub2' } });
    const assignments = assignmentsOf({ Sub2: w.draw.pick(KINDS) });
    return {
      change: 'reassign-person',
      personId,
      revision: aNumber(w.revisionOf(personId)),
      assignments,
      moving: w.draw.pick([moving, undefined]),
    };
  },
} satisfies Partial<RandomChanges>;
