import * as z from 'zod';
import type { Instant } from '#domain/days/instant.ts';
import { ID_SHAPE, idOf } from '#domain/ids.ts';
import { type CheckOrder, checkWhenAsked } from '#use-cases/check-when-asked.ts';
import type { CheckPorts } from '#use-cases/read-situation.ts';

/** A message of the check queue: one tenant, and why it is to be checked. */
export const checkOrder: z.ZodType<CheckOrder> = z.strictObject({
  tenantId: z.string().regex(ID_SHAPE).transform(idOf.tenant),
  because: z.enum(['due', 'write']),
  requestedAt: z.iso.datetime().transform((text) => text as Instant),
});

/** C3. Answers one message of the check queue. A tenant that was deleted since has nobody left to warn. */
export async function checkOneTenant(ports: CheckPorts, order: CheckOrder): Promise<void> {
  const outcome = await checkWhenAsked(ports, order);
  if (!outcome.ok) ports.log.info('A check was asked for of a tenant that is gone.', { tenantId: order.tenantId });
}
