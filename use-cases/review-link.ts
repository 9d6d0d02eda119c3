import { isMatter, latestSnooze } from '#domain/alerts/snooze.ts';
import type { Day } from '#domain/days/day.ts';
import { findingsIn } from '#domain/findings/find-all.ts';
import type { SubscriptionId } from '#domain/ids.ts';
import type { Departure } from '#domain/plans/departure.ts';
import type { Plan } from '#domain/plans/plan.ts';
import { planOf } from '#domain/plans/plan-of.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { closed, type HeldLink, holdLink, type LinkClosed, type LinkNotFound, type LinkRequest, matterOfLink } from './hold-link.ts';
import { departureIn } from './make-plan.ts';
import type { Ports } from './ports.ts';

type Review = LinkRequest & { readonly acceptOverage: boolean; readonly acceptUpgrade: boolean };
/** L3. The ready plans: the best fit over all candidates, then one for each candidate. Nothing is preselected. */
export type Reviewed = {
  readonly held: HeldLink;
  readonly bestFit: Plan;
  readonly single: readonly Plan[];
  /** A6. Until when the link's matter may be put off at the latest. */
  readonly latestSnooze?: Day;
};

/** L3. What a link holder could do now: reads only. */
export async function reviewLink(
  ports: Pick<Ports, 'stores' | 'digest' | 'clock'>,
  { acceptOverage, acceptUpgrade, ...request }: Review,
): Promise<Result<Reviewed, LinkNotFound | LinkClosed>> {
  const found = await holdLink(ports, request);
  if (!found.ok) return found;
  const held = found.value;
  if (held.standing !== 'open') return refused(await closed(ports, held));
  const departure = leaving(ports, held, { acceptOverage, acceptUpgrade });
  const planTo = (toSubscriptionId?: SubscriptionId) => planOf({ departure, toSubscriptionId, digest: ports.digest });
  const bestFit = planTo();
  const targets = bestFit.candidates.filter(({ reason }) => reason === undefined);
  const latest = latestSnoozeOf(departure, held);
  return ok({
    held,
    bestFit,
    single: targets.map(({ subscriptionId }) => planTo(subscriptionId)),
    ...(latest !== undefined && { latestSnooze: latest }),
  });
}

function latestSnoozeOf({ overview }: Departure, held: HeldLink): Day | undefined {
  const matter = matterOfLink(held);
  const finding = matter === undefined ? undefined : findingsIn(overview).find((each) => isMatter(each, matter));
  return finding && latestSnooze({ finding, picture: overview.picture, today: overview.today });
}

type Accepted = Pick<Review, 'acceptOverage' | 'acceptUpgrade'>;

/** Who leaves the link's subscription, read once for all plans. */
function leaving(ports: Pick<Ports, 'clock'>, { snapshot, link }: HeldLink, accepted: Accepted): Departure {
  const departure = departureIn(ports, snapshot, { fromSubscriptionId: link.subscriptionId, ...accepted });
  if (!departure.ok) throw new Error(`A plan from what was read a moment ago was refused: ${departure.refusal.reason}.`);
  return departure.value;
}
