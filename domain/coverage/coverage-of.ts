import type { Day } from '../days/day.ts';
import { byId, type SubscriptionId } from '../ids.ts';
import { isAdmin } from '../people/person.ts';
import { daysLeft, endsOn, type SubscriptionStatus, statusOn } from '../subscriptions/status.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { TenantPicture } from '../tenants/picture.ts';
import { atRiskWithin } from './at-risk.ts';
import { type PersonStanding, standingsOf } from './standing.ts';

/** D10. total = covered + stranded + waiting + unassigned; those at risk are a part of the covered, those moving of the total. */
export type Counts = {
  readonly total: number;
  readonly covered: number;
  readonly atRisk: number;
  readonly stranded: number;
  readonly waiting: number;
  readonly unassigned: number;
  readonly moving: number;
};

/** D25. Whom one subscription concerns: those who hold it, those at risk by its end, those its end stranded. */
type SubscriptionCoverage = {
  readonly subscriptionId: SubscriptionId;
  readonly status: SubscriptionStatus;
  readonly endsOn?: Day;
  readonly daysLeft?: number;
  readonly people: number;
  readonly atRisk: number;
  readonly stranded: number;
};

export type Coverage = {
  readonly on: Day;
  readonly people: Counts;
  readonly admins: Counts;
  readonly bySubscription: readonly SubscriptionCoverage[];
};

type Asked = { readonly picture: TenantPicture; readonly today: Day; readonly days: number };

/** D9, D10. How many people of a tenant have access on a day, and how many lose it within so many days. Inactive people are not counted. */
export function coverageOf({ picture, today, days }: Asked): Coverage {
  const standings = standingsOf({ picture, today });
  const isAtRisk = isAtRiskOf(atRiskWithin({ today, days }));
  const parts = partsBySubscription(standings, isAtRisk);
  return {
    on: today,
    people: countsOf(standings, isAtRisk),
    admins: countsOf(
      standings.filter(({ person }) => isAdmin(person)),
      isAtRisk,
    ),
    bySubscription: picture.subscriptions
      .toSorted((left, right) => byId(left.subscriptionId, right.subscriptionId))
      .map((subscription) => coverageThrough({ subscription, today, parts: parts.get(subscription.subscriptionId) ?? NOBODY })),
  };
}

type AtRisk = (standing: PersonStanding) => boolean;

function isAtRiskOf(isAtRisk: ReturnType<typeof atRiskWithin>): AtRisk {
  return ({ standing }) => standing.standing === 'covered' && isAtRisk(standing.horizon);
}

function countsOf(standings: readonly PersonStanding[], isAtRisk: AtRisk): Counts {
  const standing = (wanted: PersonStanding['standing']['standing']) => standings.filter((each) => each.standing.standing === wanted).length;
  return {
    total: standings.length,
    covered: standing('covered'),
    atRisk: standings.filter(isAtRisk).length,
    stranded: standing('stranded'),
    waiting: standing('waiting'),
    unassigned: standing('unassigned'),
    moving: standings.filter(({ person }) => person.moving !== undefined).length,
  };
}

type Parts = { readonly people: number; readonly atRisk: number; readonly stranded: number };
const NOBODY: Parts = { people: 0, atRisk: 0, stranded: 0 };

function partsBySubscription(standings: readonly PersonStanding[], isAtRisk: AtRisk): ReadonlyMap<SubscriptionId, Parts> {
  const parts = new Map<SubscriptionId, Parts>();
  const add = (subscriptionId: SubscriptionId | undefined, part: keyof Parts) => {
    if (subscriptionId === undefined) return;
    const before = parts.get(subscriptionId) ?? NOBODY;
    parts.set(subscriptionId, { ...before, [part]: before[part] + 1 });
  };
  for (const each of standings) {
    for (const subscriptionId of new Set(each.person.assignments.map((held) => held.subscriptionId))) add(subscriptionId, 'people');
    if (isAtRisk(each)) add(endsWith(each), 'atRisk');
    if (each.standing.standing === 'stranded') add(each.standing.lostWith, 'stranded');
  }
  return parts;
}

function endsWith({ standing }: PersonStanding): SubscriptionId | undefined {
  return standing.standing === 'covered' && standing.horizon.coverage === 'until' ? standing.horizon.endsWith : undefined;
}

type Through = { readonly subscription: Subscription; readonly today: Day; readonly parts: Parts };

function coverageThrough({ subscription, today, parts }: Through): SubscriptionCoverage {
  const end = endsOn(subscription);
  const left = daysLeft(subscription, today);
  return {
    subscriptionId: subscription.subscriptionId,
    status: statusOn(today, subscription),
    ...(end !== undefined && { endsOn: end }),
    ...(left !== undefined && { daysLeft: left }),
    ...parts,
  };
}
