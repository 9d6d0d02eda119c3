import type { Alert } from '../alerts/alert.ts';
import type { Day } from '../days/day.ts';
import type { Instant } from '../days/instant.ts';
import type { FindingKind, Severity } from '../findings/finding.ts';
import type { ReassignmentId, RecipientId, SubscriptionId, TenantId } from '../ids.ts';
import type { Outcome, ReassignmentStatus } from '../reassignments/reassignment.ts';
import type { Channel } from '../recipients/recipient.ts';

/** A2. What tooling is told: no link, no name, no address. `detailType` is EventBridge's. */
export type ToolingEvent =
  | {
      readonly detailType: 'alert';
      readonly tenantId: TenantId;
      readonly alertId: Alert['alertId'];
      readonly kind: FindingKind;
      readonly severity: Severity;
      readonly subscriptionId?: SubscriptionId;
      /** A5. By id, where the matter is about a recipient. */
      readonly aboutRecipientId?: RecipientId;
      readonly aboutChannel?: Channel;
      readonly on?: Day;
      readonly daysLeft?: number;
      readonly people: number;
      readonly admins: number;
      readonly at: Instant;
    }
  | {
      readonly detailType: 'solved';
      readonly tenantId: TenantId;
      readonly kind: FindingKind;
      readonly severity: Severity;
      readonly subscriptionId?: SubscriptionId;
      /** A5. By id, where the matter is about a recipient. */
      readonly aboutRecipientId?: RecipientId;
      readonly aboutChannel?: Channel;
      readonly on?: Day;
      readonly at: Instant;
    }
  | {
      readonly detailType: 'reassignment';
      readonly tenantId: TenantId;
      readonly reassignmentId: ReassignmentId;
      readonly status: ReassignmentStatus;
      readonly fromSubscriptionId: SubscriptionId;
      readonly counts: Readonly<Partial<Record<Outcome, number>>>;
      readonly at: Instant;
    };
