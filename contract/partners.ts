import * as z from 'zod';
import { idOf } from '#domain/ids.ts';
import type { Partner } from '#domain/partners/partner.ts';
import type { Stored } from '#use-cases/stored.ts';
import { idAnswer, name } from './fields.ts';

const access = z.enum(['full-admin', 'provisioning-admin']);

/** What a PUT of a partner says (D23). */
export const partnerBody = z.strictObject({ name, access });

export const partnerAnswer = z.object({ partnerId: idAnswer, name: z.string(), access });

export function toPartner(partnerId: string, body: z.output<typeof partnerBody>): Partner {
  return { partnerId: idOf.partner(partnerId), ...body };
}

export function fromPartner({ partnerId, name: called, access: may }: Stored<Partner>): z.input<typeof partnerAnswer> {
  return { partnerId, name: called, access: may };
}
