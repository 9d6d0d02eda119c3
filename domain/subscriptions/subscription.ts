import type { Day } from '../days/day.ts';
import type { PartnerId, SubscriptionId } from '../ids.ts';

export type Offer = 'flex' | 'flex-3';
export type Licensing = 'named' | 'concurrent';
export type Telephony = 'webex-calling' | 'bundled-pstn' | 'vpop';
export type Renewal = 'manual' | 'auto';

/** The licence kinds that give access (D7); every other kind is an add-on's name. */
export type AccessKind = 'premium-agent' | 'standard-agent';

/** A committed quantity of one usage type or licence kind. `since`: the day the subscription first had it (D18). */
export type Commitment = { readonly kind: string; readonly quantity: number; readonly since?: Day };

/** What was agreed. It is entered by people: no public Webex API has it. */
export type Terms = {
  readonly offer: Offer;
  readonly licensing: Licensing;
  readonly telephony: Telephony;
  readonly startsOn: Day;
  readonly expiresOn: Day;
};

/** A commercial contract in the tenant. */
export type Subscription = {
  readonly subscriptionId: SubscriptionId;
  readonly name: string;
  readonly department?: string;
  readonly hybrid: boolean;
  /** Absent until somebody enters them, when an import has only seen the subscription's id (D5, D24). */
  readonly terms?: Terms;
  readonly renewal: Renewal;
  readonly noticeDays?: number;
  readonly trial: boolean;
  readonly suspendedOn?: Day;
  readonly cancelledOn?: Day;
  /** The day an import saw `(Suspended)`; counts as a suspension (D1) until an import without the mark. */
  readonly suspendedSeenOn?: Day;
  /** D5. The day somebody last entered or confirmed the dates. */
  readonly datesConfirmedOn?: Day;
  readonly partnerId?: PartnerId;
  readonly ladder?: readonly number[];
  readonly costCentre?: string;
  readonly orderRef?: string;
  readonly commitments: readonly Commitment[];
};

/** D7. Whether a licence of this kind gives access by itself. */
export function isAccessKind(kind: string): kind is AccessKind {
  return kind === 'premium-agent' || kind === 'standard-agent';
}
