import type { ChainHead } from '../audit/chain-link.ts';
import type { Day } from '../days/day.ts';
import type { FindingKind, Severity } from '../findings/finding.ts';
import type { LinkId } from '../ids.ts';
import type { UsageType } from '../liability/usage.ts';
import type { Outcome } from '../reassignments/reassignment.ts';
import type { Channel, Delivery } from '../recipients/recipient.ts';
import type { Telephony } from '../subscriptions/subscription.ts';

/** A1. One matter of a digest: everything its sentences say, as data. Names are personal data and live only until sent. */
export type Matter = {
  readonly kind: FindingKind;
  readonly severity: Severity;
  /** The subscription's name and id; absent for a matter of the whole tenant. */
  readonly subscription?: { readonly name: string; readonly id: string };
  /** A5. The recipient's name and id, where the matter is about one. */
  readonly recipient?: { readonly name: string; readonly id: string };
  /** A5. The way that leads nowhere. */
  readonly unreached?: { readonly channel: Channel; readonly delivery: Exclude<Delivery, 'confirmed'> };
  /** A5. Nobody who was told looks after it. */
  readonly escalated?: true;
  readonly on?: Day;
  readonly daysLeft?: number;
  readonly people: number;
  readonly admins: number;
  /** The first ten, in the order of P4. */
  readonly names: readonly string[];
  /** D14. The primary before and from the day of the end, by name, where it changes. */
  readonly primary?: { readonly before: string; readonly after?: string };
  readonly seats?: readonly { readonly kind: string; readonly committed: number; readonly assigned: number }[];
  readonly telephony?: { readonly found: Telephony; readonly expected: Telephony; readonly chosenBy: string };
  /** D19. Per usage type of which the tenant commits less from the day of the end on: what that costs, and whom, by name. */
  readonly cliffs?: readonly {
    readonly type: UsageType;
    readonly before: number;
    readonly after: number;
    readonly use?: { readonly month: string; readonly used: number; readonly overage: number };
    readonly paidBy?: string;
  }[];
  /** D8. People of this matter whose access begins again, for the first of them on that day. */
  readonly gap?: { readonly people: number; readonly resumesOn: Day };
  /** D7. What those lose who keep their access. */
  readonly kinds?: readonly string[];
  /** D6. When the subscription ends, or renews by itself. */
  readonly notice?: { readonly expiresOn: Day; readonly renews: boolean };
  /** D5. */
  readonly confirmedOn?: Day;
  /** D14. By name: what Control Hub shows, and the oldest active subscription. */
  readonly primaryShown?: { readonly shown: string; readonly oldest: string };
  /** D23. By name. */
  readonly partners?: readonly string[];
  /** P1. A subscription that starts no later than this one ends, when no other could take its people: move on that day. */
  readonly moveOn?: { readonly name: string; readonly startsOn: Day };
  /** The link that opens the plan; its secret is born when the message is rendered (L1). */
  readonly linkId?: LinkId;
};

/** C6. A matter that was told and is no longer true; `nowOn` where it is only later. */
export type SolvedMatter = {
  readonly kind: FindingKind;
  readonly subscription?: { readonly name: string; readonly id: string };
  readonly recipient?: { readonly name: string; readonly id: string };
  readonly channel?: Channel;
  readonly on?: Day;
  readonly nowOn?: Day;
};

/** C8. What the Monday line counts. `nobodyLosesAccessBefore` is absent when nothing known ends. */
export type Heartbeat = {
  readonly subscriptions: number;
  readonly people: number;
  /** How many have no access today (D10); absent when everybody has. */
  readonly stranded?: number;
  readonly nobodyLosesAccessBefore?: Day;
  /** U2. The head of the audit chain, so that whoever keeps the e-mail can hold it against the chain; absent while there is none. */
  readonly auditHead?: ChainHead;
};

/** R6. How a run ended, as far as people are told: `awaiting-control-hub-back` waits there for the way back (R7). */
export type RunEnd = 'done' | 'awaiting-control-hub' | 'stopped' | 'cancelled' | 'undone' | 'awaiting-control-hub-back';

/** A message to a person as template and parameters; `domain/messages/` renders it in the recipient's language. */
export type Message =
  | {
      readonly template: 'digest';
      readonly tenantName: string;
      readonly today: Day;
      readonly matters: readonly Matter[];
      readonly more: number;
      readonly solved: readonly SolvedMatter[];
      readonly heartbeat?: Heartbeat;
    }
  /** R6. How a reassignment ended; with a link where it leaves people behind or a file to import. */
  | {
      readonly template: 'reassignment-result';
      readonly tenantName: string;
      readonly subscription: { readonly name: string; readonly id: string };
      readonly startedBy: string;
      readonly status: RunEnd;
      /** R5, R7. Who cancelled or undid it, by name. */
      readonly endedBy?: string;
      readonly counts: Readonly<Partial<Record<Outcome, number>>>;
      readonly seatsToBuy: readonly { readonly kind: string; readonly quantity: number }[];
      readonly endsOn?: Day;
      readonly linkId?: LinkId;
    }
  /** D23. Somebody who may only see asks an admin of the customer to act. */
  | {
      readonly template: 'passed-on';
      readonly tenantName: string;
      readonly askedBy: string;
      readonly partner?: string;
      readonly subscription: { readonly name: string; readonly id: string };
      readonly endsOn?: Day;
      /** How many hold licences of the subscription. */
      readonly people: number;
      readonly linkId: LinkId;
    }
  /** L2. Somebody opened a link without its secret and asked for a fresh one. */
  | {
      readonly template: 'fresh-link';
      readonly tenantName: string;
      readonly subscription: { readonly name: string; readonly id: string };
      readonly endsOn?: Day;
      readonly linkId: LinkId;
    }
  /** L9. Six digits that are born when the message is rendered, like a link's secret; it carries no link itself. */
  | {
      readonly template: 'code';
      readonly tenantName: string;
      readonly subscription: { readonly name: string; readonly id: string };
      /** The link that the code is for, which came by the recipient's other channel. */
      readonly linkId: LinkId;
    };

/** L1. The personal links of one message, complete with their secrets; a link that was closed meanwhile is missing. */
export type LinkUrls = ReadonlyMap<LinkId, string>;

/** A3. What is handed to SNS: an SMS has no subject. */
export type RenderedMessage = { readonly subject?: string; readonly body: string };
