import type { ChangeOf } from '#adapters/dynamodb/change-of.ts';
import { keyOf } from '#adapters/dynamodb/keys.ts';
import type { TenantId } from '#domain/ids.ts';
import { creation, deletion, type Effect, ofExisting, replacement } from './effect.ts';
import type { ItemOf } from './item.ts';

/** What each change of a partner does. */
export function partnerEffect(t: TenantId, change: ChangeOf<'put-partner' | 'delete-partner' | 'require-partner'>): Effect {
  switch (change.change) {
    case 'put-partner':
      return entered(t, change);
    case 'delete-partner':
      return deletion('partner', keyOf.partner(t, change.partnerId), ({ value }) => value.revision === change.revision);
    case 'require-partner':
      return ofExisting('partner', keyOf.partner(t, change.partnerId), { holds: () => true });
  }
}

function entered(t: TenantId, { partner, revision }: ChangeOf<'put-partner'>): Effect {
  const item = (after: number): ItemOf<'partner'> => ({
    ...keyOf.partner(t, partner.partnerId),
    noun: 'partner',
    value: { ...partner, revision: after },
  });
  if (revision === 'absent') return creation(item(1));
  return replacement(item(revision + 1), 'partner', (existing) => existing?.value.revision === revision);
}
