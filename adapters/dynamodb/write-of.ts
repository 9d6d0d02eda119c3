import type { Instant } from '#domain/days/instant.ts';
import type { TenantId } from '#domain/ids.ts';
import type { Change } from '#use-cases/change.ts';
import { alertWrite } from './alerts.ts';
import { answerWrite } from './answers.ts';
import { auditWrite } from './audit.ts';
import { chainWrite } from './chain.ts';
import { chunkWrite } from './chunks.ts';
import { importWrite } from './imports.ts';
import { linkWrite } from './links.ts';
import { outboxWrite } from './outbox.ts';
import { partnerWrite } from './partners.ts';
import { personWrite } from './people.ts';
import { reassignmentWrite } from './reassignments.ts';
import { recipientWrite } from './recipients.ts';
import { seatsWrite } from './seats.ts';
import { subscriptionWrite } from './subscriptions.ts';
import { tenantWrite } from './tenants.ts';
import { usageWrite } from './usage.ts';
import type { Write } from './writes.ts';

/** What a change writes: each noun's own file says how. `now` dates what jobs leave behind. */
export function writeOf(t: TenantId, change: Change, now: Instant): Write {
  switch (change.change) {
    case 'create-tenant':
    case 'replace-tenant':
    case 'hide-tenant':
    case 'require-tenant':
    case 'change-subscriptions':
    case 'finish-check':
    case 'tell-tooling':
      return tenantWrite(t, change);
    case 'put-subscription':
    case 'delete-subscription':
    case 'see-subscription':
    case 'lock-source':
    case 'unlock-source':
      return subscriptionWrite(t, change);
    case 'take-seats':
    case 'repair-seats':
      return seatsWrite(t, change);
    case 'put-person':
    case 'delete-person':
    case 'reassign-person':
      return personWrite(t, change);
    case 'put-recipient':
    case 'delete-recipient':
    case 'record-delivery':
    case 'tell-recipient':
    case 'replace-told':
    case 'snooze':
      return recipientWrite(t, change);
    case 'put-partner':
    case 'delete-partner':
    case 'require-partner':
      return partnerWrite(t, change);
    case 'put-usage':
    case 'keep-latest-usage':
      return usageWrite(t, change);
    case 'put-alert':
      return alertWrite(t, change);
    case 'open-link':
    case 'use-link':
    case 'ask-fresh-link':
    case 'open-code-window':
    case 'ask-another-code':
    case 'pass-link-on':
      return linkWrite(t, change);
    case 'enqueue':
      return outboxWrite(change);
    case 'start-reassignment':
    case 'advance-reassignment':
    case 'require-reassignment':
      return reassignmentWrite(t, change, now);
    case 'put-chunk':
    case 'put-not-moving':
    case 'finish-chunk':
    case 'cancel-chunk':
      return chunkWrite(t, change, now);
    case 'start-import':
    case 'advance-import':
    case 'put-import-chunk':
    case 'finish-import-chunk':
      return importWrite(t, change, now);
    case 'remember-answer':
      return answerWrite(t, change);
    case 'append-audit':
      return auditWrite(t, change);
    case 'append-chain-link':
      return chainWrite(t, change, now);
  }
}

/** The tenant that a change's content itself names, where it names one: it has to be the one that is written to. */
export function tenantNamedBy(change: Change): TenantId | undefined {
  if (change.change === 'create-tenant' || change.change === 'replace-tenant') return change.tenant.tenantId;
  if (change.change === 'put-alert') return change.alert.identity.tenantId;
  if (change.change === 'open-link') return change.link.tenantId;
  return change.change === 'enqueue' ? change.item.tenantId : undefined;
}
