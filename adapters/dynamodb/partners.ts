import * as z from 'zod';
import type { Partner, PartnerAccess } from '#domain/partners/partner.ts';
import type { Stored } from '#use-cases/stored.ts';
import { id, oneOf, parsed } from './stored.ts';
import type { RawItem } from './table.ts';

const storedPartner: z.ZodType<Stored<Partner>> = z.object({
  partnerId: id.partner,
  name: z.string(),
  access: oneOf<PartnerAccess>({ 'full-admin': true, 'provisioning-admin': true }),
  revision: z.number(),
});

export function fromPartnerItem(item: RawItem): Stored<Partner> {
  return parsed(storedPartner, item);
}
