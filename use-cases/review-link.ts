import type { Plan } from '#domain/plans/plan.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { closed, type HeldLink, holdLink, type LinkClosed, type LinkNotFound, type LinkRequest } from './hold-link.ts';
import { planFrom } from './make-plan.ts';
import type { Ports } from './ports.ts';

type Review = LinkRequest & { readonly acceptOverage: boolean; readonly acceptUpgrade: boolean };
/** L3. The ready plans: the best fit over all candidates, then one for each candidate. Nothing is preselected. */
export type Reviewed = { readonly held: HeldLink; readonly bestFit: Plan; readonly single: readonly Plan[] };

/** L3. What a link holder could do now: reads only. */
export async function reviewLink(
  ports: Pick<Ports, 'stores' | 'digest' | 'clock'>,
  { acceptOverage, acceptUpgrade, ...request }: Review,
): Promise<Result<Reviewed, LinkNotFound | LinkClosed>> {
  const found = await holdLink(ports, request);
  if (!found.ok) return found;
  const held = found.value;
  if (held.standing !== 'open') return refused(await closed(ports, held));
  const asked = { fromSubscriptionId: held.link.subscriptionId, acceptOverage, acceptUpgrade };
  const bestFit = planned(ports, held, asked);
  const targets = bestFit.candidates.filter(({ reason }) => reason === undefined);
  return ok({
    held,
    bestFit,
    single: targets.map(({ subscriptionId }) => planned(ports, held, { ...asked, toSubscriptionId: subscriptionId })),
  });
}

function planned(ports: Pick<Ports, 'digest' | 'clock'>, { snapshot }: HeldLink, request: Plan['request']): Plan {
  const plan = planFrom(ports, snapshot, request);
  if (!plan.ok) throw new Error(`A plan from what was read a moment ago was refused: ${plan.refusal.reason}.`);
  return plan.value;
}
