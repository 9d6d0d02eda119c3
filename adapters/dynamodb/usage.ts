import * as z from 'zod';
import type { TenantId } from '#domain/ids.ts';
import { byUsageType, type LatestUsage, type MonthUsage, type Usage, type UsageType } from '#domain/liability/usage.ts';
import type { Stored } from '#use-cases/stored.ts';
import type { ChangeOf } from './change-of.ts';
import { anyOf, equals, isNew, notAfter } from './conditions.ts';
import { keyOf } from './keys.ts';
import { id, oneOf, parsed } from './stored.ts';
import type { RawItem } from './table.ts';
import { put, type Write } from './writes.ts';

/** What is metered. */
export const usageType = oneOf<UsageType>(byUsageType(() => true));
const quantity = z.exactOptional(z.number());

const latestUsage: z.ZodType<LatestUsage> = z.object({
  month: z.string(),
  used: z.object(byUsageType(() => quantity)),
});

const entered: z.ZodType<Usage> = z.object({ subscriptionId: id.subscription, type: usageType, quantity: z.number() });

const storedUsage: z.ZodType<Stored<MonthUsage>> = z.object({ month: z.string(), items: z.array(entered), revision: z.number() });

export function fromLatestUsageItem(item: RawItem): LatestUsage {
  return parsed(latestUsage, item);
}

export function fromUsageItem(item: RawItem): Stored<MonthUsage> {
  return parsed(storedUsage, item);
}

/** What each change of usage writes. */
export function usageWrite(t: TenantId, change: ChangeOf<'put-usage' | 'keep-latest-usage'>): Write {
  switch (change.change) {
    case 'put-usage': {
      const { usage, revision } = change;
      const item = { ...keyOf.usage(t, usage.month), ...usage };
      return revision === 'absent'
        ? put({ ...item, revision: 1 }, isNew)
        : put({ ...item, revision: revision + 1 }, equals('revision', revision));
    }
    case 'keep-latest-usage':
      return put({ ...keyOf.latestUsage(t), ...change.usage }, anyOf(isNew, notAfter('month', change.usage.month)));
  }
}
