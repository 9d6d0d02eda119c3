/** What the routes under `/links/` answer, as far as the page reads it. `contract/links.ts` has the whole. */

export type Language = 'en' | 'de';
/** L9. How a code comes. */
export type Channel = 'email' | 'sms';
type Counts = { readonly moves: number; readonly staying: number; readonly alreadyThere: number; readonly unplaced: number };

type Seats = {
  readonly subscriptionId: string;
  readonly kind: string;
  readonly committed?: number;
  readonly freeBefore?: number;
  readonly freeAfter?: number;
  readonly overage: number;
};

/** P7. Who pays what from the day the subscription ends. */
export type UsageType = 'agents' | 'ivr' | 'connect' | 'ai-agent' | 'ai-assistant' | 'ivr-outbound';
type HandOver = { readonly type: UsageType; readonly before?: string; readonly after?: string; readonly on: string };
type Cliff = {
  readonly on: string;
  readonly type: UsageType;
  readonly before: number;
  readonly after: number;
  readonly used?: number;
  readonly overage?: number;
  readonly paidBy?: string;
};

export type Effects = {
  readonly horizonBefore?: string;
  readonly horizonAfter?: string;
  readonly primaryBefore?: string;
  readonly primaryAfter?: string;
  readonly primaryChangesOn?: string;
  readonly liability: readonly HandOver[];
  readonly cliffs: readonly Cliff[];
  readonly seats: readonly Seats[];
};

export type ReadyPlan = {
  readonly toSubscriptionId?: string;
  readonly bestFit?: boolean;
  readonly planHash: string;
  readonly counts: Counts;
  readonly effects: Effects;
  readonly seatsToBuy: readonly { readonly kind: string; readonly quantity: number }[];
};

type Candidate = {
  readonly subscriptionId: string;
  readonly name: string;
  readonly fits: number;
  readonly reason?: string;
  readonly startsOn?: string;
  readonly endsOn?: string;
};

export type Review = {
  readonly tenant: { readonly tenantId: string; readonly name: string; readonly mode: 'book' | 'control-hub' | 'webex' };
  readonly recipient: { readonly recipientId: string; readonly name: string; readonly language: Language };
  readonly mayAct: boolean;
  readonly subscription: {
    readonly subscriptionId: string;
    readonly name: string;
    readonly status: string;
    readonly endsOn?: string;
    readonly daysLeft?: number;
  };
  readonly plans: readonly ReadyPlan[];
  readonly candidates: readonly Candidate[];
  readonly snooze?: { readonly latest: string };
  readonly people: readonly { readonly name: string; readonly kind: string; readonly admin: boolean }[];
  readonly peopleCount: number;
};

export type Offer = 'cancel' | 'resume' | 'undo';

export type Run = {
  readonly reassignmentId: string;
  readonly status: 'running' | 'awaiting-control-hub' | 'done' | 'stopped' | 'cancelled' | 'undoing' | 'undone';
  readonly startedBy: string;
  readonly startedAt: string;
  readonly cancelledBy?: string;
  readonly undoneBy?: string;
  readonly counts: Readonly<Record<string, number>>;
  /** What the reader may do with it now. */
  readonly offers: readonly Offer[];
  /** `control-hub`: how many files there are to import. */
  readonly parts?: number;
};

/** Why something was refused that the reader may have wanted rightly: each has its sentence in both languages. */
export type Refusal =
  | 'may-not-act'
  | 'critical-cannot-wait'
  | 'nobody-to-pass-to'
  | 'passed-on-already'
  | 'not-now'
  | 'too-late'
  | 'not-started'
  | 'reassignment-in-progress'
  | 'part-not-found'
  | 'unknown-subscription'
  | 'licensing-model-mixed'
  | 'precondition-failed';

/** What is said of a refusal is the page's own: the `detail` of an answer is English, and written for tooling. */
export type Problem = {
  readonly reason?: string;
  readonly reassignment?: Run;
  /** L9. With `code-required`: what became of the last code, and where and until when another one is to be found. */
  readonly why?: 'sent' | 'wrong' | 'over' | 'tries-used-up' | 'all-sent' | 'one-channel';
  readonly sentBy?: Channel;
  readonly triesLeft?: number;
  readonly until?: string;
};
