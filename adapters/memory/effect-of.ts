import type { Instant } from '#domain/days/instant.ts';
import type { TenantId } from '#domain/ids.ts';
import type { Change } from '#use-cases/change.ts';
import { alertEffect } from './alerts.ts';
import { answerEffect } from './answers.ts';
import { auditEffect } from './audit.ts';
import { chainEffect } from './chain.ts';
import { chunkEffect } from './chunks.ts';
import type { Effect } from './effect.ts';
import { importEffect } from './imports.ts';
import { linkEffect } from './links.ts';
import { outboxEffect } from './outbox.ts';
import { partnerEffect } from './partners.ts';
import { personEffect } from './people.ts';
import { reassignmentEffect } from './reassignments.ts';
import { recipientEffect } from './recipients.ts';
import { seatsEffect } from './seats.ts';
import { subscriptionEffect } from './subscriptions.ts';
import { tenantEffect } from './tenants.ts';
import { usageEffect } from './usage.ts';

/** What a change does: each noun's own file says how. `now` dates what jobs leave behind. */
export function effectOf(t: TenantId, change: Change, now: Instant): Effect {
  switch (change.change) {
    case 'create-tenant':
    case 'replace-tenant':
    case 'hide-tenant':
    case 'require-tenant':
    case 'change-subscriptions':
    case 'finish-check':
    case 'tell-tooling':
      return tenantEffect(t, change);
    case 'put-subscription':
    case 'delete-subscription':
    case 'see-subscription':
    case 'lock-source':
    case 'unlock-source':
      return subscriptionEffect(t, change);
    case 'take-seats':
    case 'repair-seats':
      return seatsEffect(t, change);
    case 'put-person':
    case 'delete-person':
    case 'reassign-person':
      return personEffect(t, change);
    case 'put-recipient':
    case 'delete-recipient':
    case 'record-delivery':
    case 'tell-recipient':
    case 'replace-told':
    case 'snooze':
      return recipientEffect(t, change);
    case 'put-partner':
    case 'delete-partner':
    case 'require-partner':
      return partnerEffect(t, change);
    case 'put-usage':
    case 'keep-latest-usage':
      return usageEffect(t, change);
    case 'put-alert':
      return alertEffect(t, change);
    case 'open-link':
    case 'use-link':
    case 'ask-fresh-link':
    case 'open-code-window':
    case 'ask-another-code':
    case 'pass-link-on':
      return linkEffect(t, change);
    case 'enqueue':
      return outboxEffect(change);
    case 'start-reassignment':
    case 'advance-reassignment':
    case 'require-reassignment':
      return reassignmentEffect(t, change, now);
    case 'put-chunk':
    case 'put-not-moving':
    case 'finish-chunk':
    case 'cancel-chunk':
      return chunkEffect(t, change, now);
    case 'start-import':
    case 'advance-import':
    case 'put-import-chunk':
    case 'finish-import-chunk':
      return importEffect(t, change, now);
    case 'remember-answer':
      return answerEffect(t, change);
    case 'append-audit':
      return auditEffect(t, change);
    case 'append-chain-link':
      return chainEffect(t, change, now);
  }
}
