import { addDays, type Day } from '../days/day.ts';
import type { Horizon } from './covered-through.ts';

/**
 * D9. Of the covered people, those whose last day of access comes before today plus so many days are at risk for that many
 * days ahead. Being assigned to a subscription that ends is not by itself a risk: somebody also assigned to one that goes on
 * is safe.
 *
 * @example Today is 2 December 2026. Whoever is covered through 31 December is at risk for 30 days ahead (1 January is the
 * first of them without access), and not for 29.
 */
export function atRiskWithin({ today, days }: { readonly today: Day; readonly days: number }): (horizon: Horizon) => boolean {
  const safeThrough = addDays(today, days);
  return (horizon) => horizon.coverage === 'until' && horizon.coveredThrough < safeThrough;
}
