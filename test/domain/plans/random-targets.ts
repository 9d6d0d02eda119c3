import type { Subscription } from '#domain/subscriptions/subscription.ts';
import type { TenantPicture } from '#domain/tenants/picture.ts';

export const KINDS = ['premium-agent', 'standard-agent'];

/** The random subscriptions that can take people, told by how they were made rather than by the rule. */
export function usable({ subscriptions }: TenantPicture): readonly Subscription[] {
  const ends = ['2028-01-01', '2029-01-01'];
  return subscriptions.filter(({ subscriptionId, terms, renewal, trial, suspendedOn, cancelledOn }) => {
    if (subscriptionId === 'Sub1' || terms === undefined || trial || suspendedOn !== undefined || cancelledOn !== undefined) return false;
    return terms.telephony === 'webex-calling' && terms.startsOn === '2025-01-01' && (renewal === 'auto' || ends.includes(terms.expiresOn));
  });
}

/** P2. Seats left of a kind, counted apart from the product's own code. */
export function freeSeats({ people }: TenantPicture, { subscriptionId, terms, commitments }: Subscription, kind: string): number {
  if (terms?.licensing === 'concurrent') return Number.POSITIVE_INFINITY;
  const holders = people.filter(({ assignments }) =>
    assignments.some((held) => held.subscriptionId === subscriptionId && held.kind === kind),
  );
  return Math.max(0, (commitments.find((each) => each.kind === kind)?.quantity ?? 0) - holders.length);
}
