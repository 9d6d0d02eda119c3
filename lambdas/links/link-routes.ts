import { toWish } from '#contract/alerts.ts';
import { fromReview, fromRun } from '#contract/links.ts';
import type { linkOperations } from '#contract/operations.ts';
import { dayIn } from '#domain/days/instant.ts';
import { askFreshLink } from '#use-cases/ask-fresh-link.ts';
import { executeLink } from '#use-cases/execute-link.ts';
import { fileThroughLink } from '#use-cases/file-through-link.ts';
import { followLink } from '#use-cases/follow-link.ts';
import { passLinkOn } from '#use-cases/pass-link-on.ts';
import type { Ports } from '#use-cases/ports.ts';
import { renewThroughLink } from '#use-cases/renew-through-link.ts';
import { reviewLink } from '#use-cases/review-link.ts';
import { snoozeThroughLink } from '#use-cases/snooze-through-link.ts';
import { steerThroughLink } from '#use-cases/steer-through-link.ts';
import { csvAnswer } from '../http/csv-answer.ts';
import { refuseWithPlan } from '../http/refuse-with-plan.ts';
import { type Handlers, refuse } from '../http/router.ts';
import type { LinkPage } from './link-page.ts';

/** What a link may do, and the page it opens. */
export function linkRoutes(ports: Ports, page: LinkPage): Handlers<typeof linkOperations> {
  return {
    openLink: async () => page.answer,
    reviewLink: async ({ body }) => {
      const reviewed = await reviewLink(ports, body);
      if (!reviewed.ok) return refuse(reviewed.refusal);
      return { status: 200, body: fromReview(reviewed.value, dayIn(reviewed.value.held.snapshot.tenant.timeZone, ports.clock.now())) };
    },
    executeLink: async ({ body: { confirm: _confirmed, bestFit: _bestFit, code, toSubscriptionId, ...choice } }) => {
      const started = await executeLink(ports, {
        ...choice,
        ...(toSubscriptionId !== undefined && { toSubscriptionId }),
        ...(code !== undefined && { code }),
      });
      return started.ok ? { status: 202, body: started.value } : refuseWithPlan(started.refusal);
    },
    followLink: async ({ body }) => {
      const followed = await followLink(ports, body);
      if (!followed.ok) return refuse(followed.refusal);
      return { status: 200, body: fromRun(followed.value) };
    },
    getLinkFile: async ({ body }) => {
      const file = await fileThroughLink(ports, body);
      return file.ok ? csvAnswer(file.value) : refuse(file.refusal);
    },
    confirmLink: ({ body }) => steer(ports, { ...body, step: 'confirm' }),
    cancelLink: ({ body: { confirm: _confirmed, ...request } }) => steer(ports, { ...request, step: 'cancel' }),
    resumeLink: ({ body: { confirm: _confirmed, ...request } }) => steer(ports, { ...request, step: 'resume' }),
    undoLink: ({ body: { confirm: _confirmed, ...request } }) => steer(ports, { ...request, step: 'undo' }),
    renewThroughLink: async ({ body: { confirm: _confirmed, ...renewal } }) => {
      const renewed = await renewThroughLink(ports, renewal);
      return renewed.ok ? { status: 200, body: { expiresOn: renewal.expiresOn } } : refuse(renewed.refusal);
    },
    snoozeLink: async ({ body: { reason, until, ...request } }) => {
      const snoozed = await snoozeThroughLink(ports, { ...request, wish: toWish({ reason, until }) });
      return snoozed.ok ? { status: 200, body: snoozed.value } : refuse(snoozed.refusal);
    },
    passLinkOn: async ({ body }) => {
      const passed = await passLinkOn(ports, body);
      return passed.ok ? { status: 202, body: passed.value } : refuse(passed.refusal);
    },
    askFreshLink: async ({ body }) => {
      await askFreshLink(ports, body.linkId);
      return { status: 202 };
    },
  };
}

async function steer(ports: Ports, request: Parameters<typeof steerThroughLink>[1]) {
  const steered = await steerThroughLink(ports, request);
  return steered.ok ? ({ status: 202, body: steered.value } as const) : refuse(steered.refusal);
}
