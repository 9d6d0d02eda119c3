import type { Day } from '../days/day.ts';
import type { SubscriptionId } from '../ids.ts';
import { isAdmin, type Person } from '../people/person.ts';
import { givesAccessToday } from '../subscriptions/status.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { Finding } from './finding.ts';
import { concerning, type Overview } from './overview.ts';

/**
 * D12. Admins who hold a standard licence of a subscription that gives access today: they lose administration and can only use
 * Agent Desktop.
 *
 * @example Ben is a Contact Center admin with a standard licence: he is named until he is given a premium one.
 *
 * D13. Of two access licences the premium one applies, so whoever also holds premium of such a subscription is fine.
 */
export function adminOnStandard({ subscriptions, standings, today }: Overview): readonly Finding[] {
  const giving = givingAccess(subscriptions, today);
  const admins = standings
    .map(({ person }) => person)
    .filter((person) => isAdmin(person) && !holds({ person, kind: 'premium-agent', of: giving }));
  return [...giving].flatMap((subscriptionId) => {
    const people = admins.filter((person) => holds({ person, kind: 'standard-agent', of: new Set([subscriptionId]) }));
    if (people.length === 0) return [];
    return [{ kind: 'admin-on-standard', severity: 'warning', subject: { subscriptionId }, ...concerning(people) }];
  });
}

function givingAccess(subscriptions: readonly Subscription[], today: Day): ReadonlySet<SubscriptionId> {
  return new Set(subscriptions.filter((subscription) => givesAccessToday(subscription, today)).map(({ subscriptionId }) => subscriptionId));
}

type Asked = { readonly person: Person; readonly kind: string; readonly of: ReadonlySet<SubscriptionId> };

function holds({ person, kind, of }: Asked): boolean {
  return person.assignments.some((held) => held.kind === kind && of.has(held.subscriptionId));
}
