import type { Day } from '../days/day.ts';
import { idOf, type PartnerId, type PersonId, type RecipientId, type SubscriptionId } from '../ids.ts';
import type { Channel, Delivery } from '../recipients/recipient.ts';
import type { Telephony } from '../subscriptions/subscription.ts';

export type Severity = 'critical' | 'warning' | 'info';

/** A5. One way to a recipient. */
type Way = { readonly recipientId: RecipientId; readonly channel: Channel };

/** Whom or what a finding is about: one subscription, one way to a recipient, or the tenant as a whole. */
export type Subject = { readonly subscriptionId: SubscriptionId } | Way | 'tenant';

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
  | (About<'stranded'> & {
      readonly subject: OfSubscription['subject'] | 'tenant';
      readonly on?: Day;
    } & Concerning)
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
  | (About<'move-not-confirmed'> & OfSubscription & { readonly on?: Day } & Concerning)
  /** D8. These people's coverage ends with the subscription and begins again later, for the first of them on `resumesOn`. */
  | (About<'coverage-gap'> & OfSubscription & Dated & { readonly resumesOn: Day } & Concerning)
  /** D7. These people keep their access when the subscription ends and lose these kinds with it. */
  | (About<'reduced'> & OfSubscription & Dated & { readonly kinds: readonly string[] } & Concerning)
  /** D5. Nobody has confirmed its dates since that day, more than 90 days ago. */
  | (About<'dates-unconfirmed'> & OfSubscription & { readonly confirmedOn: Day })
  /** D6. The last day on which it can be cancelled or renegotiated; it ends or renews on `expiresOn`. */
  | (About<'notice-deadline'> & OfSubscription & Dated & { readonly expiresOn: Day })
  /** D10. These people have never had access; they get it when the subscription starts. */
  | (About<'waiting'> & OfSubscription & Dated & Concerning)
  /** D13. These people hold more than one access licence. */
  | (About<'double-assignment'> & OfTenant & Concerning)
  /** D10. These people, no admins, hold no licence. */
  | (About<'unassigned'> & OfTenant & Concerning)
  /** D10. These admins hold no licence. */
  | (About<'admin-without-licence'> & OfTenant & Concerning)
  /** D14. Control Hub shows another primary than the oldest active subscription. */
  | (About<'primary-differs'> & OfTenant & { readonly shown: SubscriptionId; readonly oldest: SubscriptionId })
  /** D23. These partners can only look. */
  | (About<'partner-read-only'> & OfTenant & { readonly partners: readonly PartnerId[] })
  /** A5. That way leads nowhere. */
  | (About<'recipient-unreachable'> & { readonly subject: Way; readonly delivery: Exclude<Delivery, 'confirmed'> });

const RECIPIENT = '#recipient:';

/** The subject as one text, for keys and for sorting. Ids never contain `#`, and no subscription is called `#tenant`. */
export function subjectKey(subject: Subject): string {
  if (subject === 'tenant') return '#tenant';
  return 'recipientId' in subject ? `${RECIPIENT}${subject.recipientId}:${subject.channel}` : subject.subscriptionId;
}

/** The subject that a `subjectKey` stands for. */
export function subjectOf(key: string): Subject {
  if (key === subjectKey('tenant')) return 'tenant';
  if (!key.startsWith(RECIPIENT)) return { subscriptionId: idOf.subscription(key) };
  const [recipientId = '', channel] = key.slice(RECIPIENT.length).split(':');
  return { recipientId: idOf.recipient(recipientId), channel: channel === 'sms' ? 'sms' : 'email' };
}

/** The subscription that a finding is about, if it is about one. */
export function subscriptionIdOf(subject: Subject): SubscriptionId | undefined {
  return subject !== 'tenant' && 'subscriptionId' in subject ? subject.subscriptionId : undefined;
}
