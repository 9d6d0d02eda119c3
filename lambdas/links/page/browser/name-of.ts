import type { Review } from './answers.ts';

/** The name of a subscription the answer mentions; its id where it gives none. */
export function nameOf({ candidates, subscription }: Review, subscriptionId: string): string {
  if (subscription.subscriptionId === subscriptionId) return subscription.name;
  return candidates.find((candidate) => candidate.subscriptionId === subscriptionId)?.name ?? subscriptionId;
}
