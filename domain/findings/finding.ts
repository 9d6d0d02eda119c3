import type { Day } from '../days/day.ts';
import type { PersonId, SubscriptionId } from '../ids.ts';
import type { Telephony } from '../subscriptions/subscription.ts';

export type Severity = 'critical' | 'warning' | 'info';

/** Whom or what a finding is about: one subscription, or the tenant as a whole. */
export type Subject = { readonly subscriptionId: SubscriptionId } | 'tenant';

export type FindingKind = Finding['kind'];

type About<Kind extends string> = { readonly kind: Kind; readonly severity: Severity };
type OfSubscription = { readonly subject: { readonly subscriptionId: SubscriptionId } };
type OfTenant = { readonly subject: 'tenant' };
/** A day the ladder counts down to. For what has already happened, the day it happened. */
type Dated = { readonly on: Day };
/** Whom it concerns, in the order of P4: full admins, other admins, agents. Nobody inactive. */
type Concerning = { readonly people: readonly PersonId[]; readonly admins: number };

/** Something true about a tenant now that somebody should know. */
export type Finding =
  /** D25. These people's access ends with the subscription. */
  | (About<'access-ends'> & OfSubscription & Dated & Concerning)
  /** D4. It is set to renew on that day: check that the renewal keeps its id. */
  | (About<'renewal-ahead'> & OfSubscription & Dated & Concerning)
  /** D4. It was set to renew, the day has passed, and nobody has moved it forward. */
  | (About<'renewal-unconfirmed'> & OfSubscription & Dated & Concerning)
  /** D10. These people have an assignment and no access; dated by the end that took it, where one did. */
  | (About<'stranded'> & { readonly subject: Subject; readonly on?: Day } & Concerning)
  /** D11. From that day no full admin is covered. */
  | (About<'no-admin-left'> & OfTenant & Dated & Concerning)
  /** D11. No full admin with an assignment is known, so nobody can say whether one is left. */
  | (About<'admins-unknown'> & OfTenant)
  /** D5. Seen in an import; its dates have not been entered. */
  | (About<'dates-unknown'> & OfSubscription & Concerning)
  /** D21. Another telephony option than the one the tenant's first subscription chose. */
  | (About<'telephony-mismatch'> &
      OfSubscription & { readonly found: Telephony; readonly expected: Telephony; readonly chosenBy: SubscriptionId })
  /** D24. More people hold a kind than the subscription commits. */
  | (About<'over-assigned'> &
      OfSubscription & { readonly seats: readonly { readonly kind: string; readonly committed: number; readonly assigned: number }[] })
  /** D12. These admins hold a standard licence of the subscription and cannot administer. */
  | (About<'admin-on-standard'> & OfSubscription & Concerning)
  /** R1. These people's move away from the subscription is not confirmed in Control Hub yet. */
  | (About<'move-not-confirmed'> & OfSubscription & { readonly on?: Day } & Concerning);

/** The subject as one text, for keys and for sorting. Ids never contain `#`, and no subscription is called `#tenant`. */
export function subjectKey(subject: Subject): string {
  return subject === 'tenant' ? '#tenant' : subject.subscriptionId;
}
