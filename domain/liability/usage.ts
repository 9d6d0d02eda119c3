import type { SubscriptionId } from '../ids.ts';

/** What is metered. */
export type UsageType = 'agents' | 'ivr' | 'connect' | 'ai-agent' | 'ai-assistant' | 'ivr-outbound';

/** Every usage type, in the order in which they are told. */
export const USAGE_TYPES: readonly UsageType[] = ['agents', 'ivr', 'connect', 'ai-agent', 'ai-assistant', 'ivr-outbound'];

/** The same of every usage type. */
export function byUsageType<Value>(of: (type: UsageType) => Value): Readonly<Record<UsageType, Value>> {
  return {
    agents: of('agents'),
    ivr: of('ivr'),
    connect: of('connect'),
    'ai-agent': of('ai-agent'),
    'ai-assistant': of('ai-assistant'),
    'ivr-outbound': of('ivr-outbound'),
  };
}

/** D16. What was used of a type in a month under one subscription. */
export type Usage = { readonly subscriptionId: SubscriptionId; readonly type: UsageType; readonly quantity: number };

/** D16. What was entered of a month (`2026-11`), in the order of types, then of ids. */
export type MonthUsage = { readonly month: string; readonly items: readonly Usage[] };

/** D19. What the whole tenant used in the latest month that is known (`2026-11`); a type that is left out is not known. */
export type LatestUsage = { readonly month: string; readonly used: Readonly<Partial<Record<UsageType, number>>> };
