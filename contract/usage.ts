import * as z from 'zod';
import { byId } from '#domain/ids.ts';
import type { Account } from '#domain/liability/account.ts';
import { type MonthUsage, USAGE_TYPES } from '#domain/liability/usage.ts';
import { dayText, evenWhenWrong, id, idAnswer, type Unsure, whole } from './fields.ts';
import { usageType } from './liability.ts';

/** A month as it stands in a path. */
export const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'Must be a month of the form YYYY-MM, such as 2026-11.');

/** A hundred subscriptions with every type: what fits into one item, and before and after into one audit entry. */
const MOST_ITEMS = 600;
const item = z.strictObject({ subscriptionId: id.subscription, type: usageType, quantity: whole(0, 1_000_000_000) });
const fields = z.strictObject({ items: z.array(item).max(MOST_ITEMS) });

/** What a PUT of a month says: each type of a subscription once. */
export const usageBody = fields.superRefine(refine, evenWhenWrong);

function refine({ items }: Unsure<z.output<typeof fields>>, context: z.core.$RefinementCtx): void {
  const pairs = Array.isArray(items) ? items.map(pairOf) : [];
  for (const [place, pair] of pairs.entries())
    if (pair !== undefined && pairs.indexOf(pair) < place)
      context.addIssue({
        code: 'custom',
        path: ['items', place],
        message: 'This type of this subscription is there twice; add the quantities up.',
      });
}

function pairOf(each: unknown): string | undefined {
  const read = z.object({ subscriptionId: id.subscription, type: usageType }).safeParse(each).data;
  return read && `${read.type}#${read.subscriptionId}`;
}

/** D17. A month's usage, held against the commitments of `on`, its last day. */
export const usageAnswer = z.object({
  on: dayText,
  items: z.array(
    z.object({
      type: usageType,
      used: z.number(),
      committed: z.int(),
      overage: z.number(),
      paidBy: idAnswer.optional(),
      bySubscription: z.array(z.object({ subscriptionId: idAnswer, quantity: z.number() })),
    }),
  ),
});

/** In the order of types, then of ids: the same usage is the same, however it was sent. */
export function toMonthUsage(of: string, { items }: z.output<typeof usageBody>): MonthUsage {
  const place = new Map(USAGE_TYPES.map((type, number) => [type, number]));
  const rank = (type: (typeof items)[number]['type']) => place.get(type) ?? USAGE_TYPES.length;
  return {
    month: of,
    items: items.toSorted((left, right) => rank(left.type) - rank(right.type) || byId(left.subscriptionId, right.subscriptionId)),
  };
}

export function fromAccount({ on, items }: Account): z.input<typeof usageAnswer> {
  return { on, items: items.map((each) => ({ ...each, bySubscription: [...each.bySubscription] })) };
}
