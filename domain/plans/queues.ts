import type { AccessKind } from '../subscriptions/subscription.ts';
import type { Leaving } from './who-moves.ts';

/** P4. Those who leave, in order, sorted out once for however many targets they are held against. */
export type Queues = {
  readonly leaving: readonly Leaving[];
  /** The places in `leaving` of those who leave with a kind. */
  readonly placesOf: Readonly<Record<AccessKind, readonly number[]>>;
  /** At their places, those who hold more than the one licence they leave with: they may be on a target already. */
  readonly holdingMore: readonly (Leaving | undefined)[];
};

/** P4. The queues that those who leave stand in, by the kind they leave with. */
export function queuesOf(leaving: readonly Leaving[]): Queues {
  const placesOf: Record<AccessKind, number[]> = { 'premium-agent': [], 'standard-agent': [] };
  for (const [at, { kind }] of leaving.entries()) placesOf[kind].push(at);
  return { leaving, placesOf, holdingMore: leaving.map((each) => (each.person.assignments.length > 1 ? each : undefined)) };
}
