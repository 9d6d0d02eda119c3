import * as z from 'zod';
import type { TenantId } from '#domain/ids.ts';
import type { Partner, PartnerAccess } from '#domain/partners/partner.ts';
import type { Stored } from '#use-cases/stored.ts';
import type { ChangeOf } from './change-of.ts';
import { equals, exists, isNew } from './conditions.ts';
import { keyOf } from './keys.ts';
import { id, oneOf, parsed } from './stored.ts';
import type { RawItem } from './table.ts';
import { check, put, remove, type Write } from './writes.ts';

const storedPartner: z.ZodType<Stored<Partner>> = z.object({
  partnerId: id.partner,
  name: z.string(),
  access: oneOf<PartnerAccess>({ 'full-admin': true, 'provisioning-admin': true }),
  revision: z.number(),
});

export function fromPartnerItem(item: RawItem): Stored<Partner> {
  return parsed(storedPartner, item);
}

/** What each change of a partner writes. */
export function partnerWrite(t: TenantId, change: ChangeOf<'put-partner' | 'delete-partner' | 'require-partner'>): Write {
  switch (change.change) {
    case 'put-partner': {
      const { partner, revision } = change;
      const item = { ...keyOf.partner(t, partner.partnerId), ...partner };
      return revision === 'absent'
        ? put({ ...item, revision: 1 }, isNew)
        : put({ ...item, revision: revision + 1 }, equals('revision', revision));
    }
    case 'delete-partner':
      return remove(keyOf.partner(t, change.partnerId), equals('revision', change.revision));
    case 'require-partner':
      return check(keyOf.partner(t, change.partnerId), exists);
  }
}
