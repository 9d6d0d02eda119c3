import * as z from 'zod';
import type { Guarded } from '#domain/guard/guard.ts';
import type { GuardFinding } from '#domain/guard/guard-finding.ts';
import type { Stretch } from '#domain/liability/payers.ts';
import { byUsageType } from '#domain/liability/usage.ts';
import { GUARD_TEXTS } from '#domain/messages/texts/guard.ts';
import type { Language } from '#domain/tenants/tenant.ts';
import { dayText, idAnswer, severity } from './fields.ts';

const finding = z.object({
  kind: z.enum(['licensing-model-mixed', 'duplicate-subscription', 'telephony-mismatch', 'term-gap', 'already-over', 'trial']),
  severity,
  /** In the tenant's language: what is the matter, and what to do about it. */
  message: z.string(),
  advice: z.string(),
  subscriptionId: idAnswer.optional(),
  found: z.string().optional(),
  expected: z.string().optional(),
  other: idAnswer.optional(),
  chosenBy: idAnswer.optional(),
  from: dayText.optional(),
  to: dayText.optional(),
  on: dayText.optional(),
});

const stretches = z.array(z.object({ from: dayText, to: dayText, subscriptionId: idAnswer.optional() }));
const sides = z.object({ before: stretches, after: stretches });

/** The guard before buying: what stands against it, and who pays without it and with it. */
export const guardAnswer = z.object({
  allowed: z.boolean(),
  findings: z.array(finding),
  timeline: z.object({
    from: dayText,
    to: dayText,
    primary: sides,
    liability: z.object(byUsageType(() => sides)),
  }),
});

export function fromGuarded({
  allowed,
  findings,
  timeline,
  language,
}: Guarded & { readonly language: Language }): z.input<typeof guardAnswer> {
  const { from, to, before, after } = timeline;
  return {
    allowed,
    findings: findings.map((each) => fromGuardFinding(each, language)),
    timeline: {
      from,
      to,
      primary: { before: listed(before.primary), after: listed(after.primary) },
      liability: byUsageType((type) => ({ before: listed(before.liability[type]), after: listed(after.liability[type]) })),
    },
  };
}

function fromGuardFinding(each: GuardFinding, language: Language): z.input<typeof finding> {
  const { message, advice } = GUARD_TEXTS[language];
  return { ...each, message: message(each), advice: advice[each.kind] };
}

function listed(each: readonly Stretch[]): z.input<typeof stretches> {
  return [...each];
}
