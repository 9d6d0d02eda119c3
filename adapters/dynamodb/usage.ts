import * as z from 'zod';
import type { LatestUsage } from '#domain/liability/usage.ts';
import { parsed } from './stored.ts';
import type { RawItem } from './table.ts';

const quantity = z.exactOptional(z.number());

const latestUsage: z.ZodType<LatestUsage> = z.object({
  month: z.string(),
  used: z.object({
    agents: quantity,
    ivr: quantity,
    connect: quantity,
    'ai-agent': quantity,
    'ai-assistant': quantity,
    'ivr-outbound': quantity,
  }),
});

export function fromLatestUsageItem(item: RawItem): LatestUsage {
  return parsed(latestUsage, item);
}
