import type { Day } from '../days/day.ts';
import type { Finding } from '../findings/finding.ts';
import type { PersonId, SubscriptionId } from '../ids.ts';
import type { Cliff } from '../liability/cliffs.ts';
import type { UsageType } from '../liability/usage.ts';
import type { Assignment } from '../people/person.ts';

/** What a plan is asked for. Without `toSubscriptionId` it is the best fit over all candidates (P5). */
export type PlanRequest = {
  readonly fromSubscriptionId: SubscriptionId;
  readonly toSubscriptionId?: SubscriptionId;
  /** Only these people; everybody who holds an access kind of the source when absent. */
  readonly people?: readonly PersonId[];
  readonly acceptOverage: boolean;
  readonly acceptUpgrade: boolean;
};

/** One person's licence of one kind leaves the source for a target (P3). */
export type Move = {
  readonly personId: PersonId;
  readonly from: Assignment;
  readonly to: Assignment;
  /** Add-ons that move along (each from the source to the target), and those the target does not commit. */
  readonly addOns: readonly string[];
  readonly lostAddOns: readonly string[];
  /** P2. The seat is beyond what the target commits; only with `acceptOverage`. */
  readonly overage: boolean;
  /** P3. The person already holds the kind there: only the old assignment goes, no seat is taken. */
  readonly alreadyThere: boolean;
};

export type UnplacedReason = 'no-seat-of-kind' | 'no-candidate';
export type Unplaced = { readonly personId: PersonId; readonly kind: string; readonly reason: UnplacedReason };

/** P1. Why a subscription cannot be a target. */
export type CandidateReason =
  | 'not-started'
  | 'lapsed'
  | 'suspended'
  | 'cancelled'
  | 'dates-unknown'
  | 'trial'
  | 'telephony-mismatch'
  | 'ends-too-soon'
  | 'no-seats-per-kind';

/** P1. Another subscription of the tenant, and how many of those who leave it could take; or why it cannot be a target. */
export type Candidate = {
  readonly subscriptionId: SubscriptionId;
  readonly fits: number;
  /** P6. Of the plan that has chosen it; absent with a reason. */
  readonly planHash?: string;
  readonly reason?: CandidateReason;
  /** The day it starts, where it has not (`not-started`). */
  readonly startsOn?: Day;
};

/** P7. What a plan changes, shown before acting. */
export type Effects = {
  /** The earliest last day of access among the people who move: absent when it is open-ended, or nobody moves. */
  readonly horizonBefore?: Day;
  readonly horizonAfter?: Day;
  /** D14. The primary on the day before the source ends; today's, where that has ended or nobody knows when it will. */
  readonly primaryBefore?: SubscriptionId;
  /** D14. The primary on the day the source ends. */
  readonly primaryAfter?: SubscriptionId;
  readonly primaryChangesOn?: Day;
  /** D18. Per usage type for which somebody else pays from the day the source ends: who does until then, and who from then on. */
  readonly liability: readonly {
    readonly type: UsageType;
    readonly before?: SubscriptionId;
    readonly after?: SubscriptionId;
    readonly on: Day;
  }[];
  /** D19. What falls on the day the source ends. */
  readonly cliffs: readonly Cliff[];
  /** Per target and kind of a move; `committed` is absent where the target has no commitment of the kind. */
  readonly seats: readonly {
    readonly subscriptionId: SubscriptionId;
    readonly kind: string;
    readonly committed?: number;
    readonly freeBefore?: number;
    readonly freeAfter?: number;
    readonly overage: number;
  }[];
  readonly findingsSolved: readonly Finding[];
  readonly findingsCreated: readonly Finding[];
};

/** P7. What a person still has to do by hand after the move. */
export type FollowUp = 'synchronize-users' | 'check-auto-assign-templates' | 'import-in-control-hub';

/** Who moves where, who cannot, and why. */
export type Plan = {
  readonly request: PlanRequest;
  /** P6. SHA-256 of everything the plan was computed from, hexadecimal. */
  readonly planHash: string;
  /** In the order of P4. Includes the `alreadyThere` ones. */
  readonly moves: readonly Move[];
  readonly staying: readonly PersonId[];
  readonly unplaced: readonly Unplaced[];
  readonly seatsToBuy: readonly { readonly kind: string; readonly quantity: number }[];
  readonly candidates: readonly Candidate[];
  readonly effects: Effects;
  readonly followUps: readonly FollowUp[];
};

/** The SHA-256 of a text in hexadecimal: the rules name what is hashed, the platform hashes. */
export type Digest = (text: string) => string;
