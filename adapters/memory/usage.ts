import type { ChangeOf } from '#adapters/dynamodb/change-of.ts';
import { keyOf } from '#adapters/dynamodb/keys.ts';
import type { TenantId } from '#domain/ids.ts';
import { creation, type Effect, replacement } from './effect.ts';
import type { ItemOf } from './item.ts';

/** What each change of usage does. */
export function usageEffect(t: TenantId, change: ChangeOf<'put-usage' | 'keep-latest-usage'>): Effect {
  switch (change.change) {
    case 'put-usage':
      return entered(t, change);
    case 'keep-latest-usage': {
      const item = { ...keyOf.latestUsage(t), noun: 'latest-usage', value: change.usage } as const;
      return replacement(item, 'latest-usage', (existing) => existing === undefined || existing.value.month <= change.usage.month);
    }
  }
}

function entered(t: TenantId, { usage, revision }: ChangeOf<'put-usage'>): Effect {
  const item = (after: number): ItemOf<'usage'> => ({
    ...keyOf.usage(t, usage.month),
    noun: 'usage',
    value: { ...usage, revision: after },
  });
  if (revision === 'absent') return creation(item(1));
  return replacement(item(revision + 1), 'usage', (existing) => existing?.value.revision === revision);
}
