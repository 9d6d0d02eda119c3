import { fromPlan } from '#contract/plans.ts';
import type { ProblemReason } from '#contract/problems.ts';
import type { PlanChanged } from '#use-cases/start-reassignment.ts';
import type { Answer } from './answer.ts';
import { refuse } from './router.ts';

type Other = Parameters<typeof refuse>[0] & { readonly reason: Exclude<ProblemReason, PlanChanged['reason']> };

/** L4. A refusal that may bring the plan as it is now. */
export function refuseWithPlan(refusal: PlanChanged | Other): Answer {
  return refuse(refusal.reason === 'plan-changed' ? { ...refusal, plan: fromPlan(refusal.plan) } : refusal);
}
