import type { Day } from '../days/day.ts';
import type { Severity } from '../findings/finding.ts';
import type { SubscriptionId } from '../ids.ts';
import type { Licensing, Telephony } from '../subscriptions/subscription.ts';

type About<Kind extends string, How extends Severity> = { readonly kind: Kind; readonly severity: How };

/** What should be known of a subscription before it is bought. What is critical means: not like this. */
export type GuardFinding =
  /** D20. A tenant has one licensing model; `other` has another one than the planned subscription. */
  | (About<'licensing-model-mixed', 'critical'> & {
      readonly found: Licensing;
      readonly expected: Licensing;
      readonly other: SubscriptionId;
    })
  /** The tenant has a subscription of that id already. */
  | (About<'duplicate-subscription', 'critical'> & { readonly subscriptionId: SubscriptionId })
  /** D21. Another telephony option than the one the tenant's first subscription chose. */
  | (About<'telephony-mismatch', 'warning'> & {
      readonly found: Telephony;
      readonly expected: Telephony;
      readonly chosenBy: SubscriptionId;
    })
  /** D2. Days before its start on which nothing is active any more, the first and the last of them. */
  | (About<'term-gap', 'warning'> & { readonly from: Day; readonly to: Day })
  /** D3. Its dates are past already: it would never give access. */
  | (About<'already-over', 'warning'> & { readonly on: Day })
  /** D3. A trial gives access and is never recommended as a target. */
  | About<'trial', 'info'>;

export type GuardFindingKind = GuardFinding['kind'];
