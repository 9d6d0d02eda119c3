import * as z from 'zod';
import { idOf } from '#domain/ids.ts';
import { applyImport } from '#use-cases/apply-import.ts';
import { carryOutReassignment } from '#use-cases/carry-out-reassignment.ts';
import { chainAudit } from '#use-cases/chain-audit.ts';
import type { Ports, WorkOrder } from '#use-cases/ports.ts';
import { type Progress, purgeTenant } from '#use-cases/purge-tenant.ts';
import { settleMoves } from '#use-cases/settle-moves.ts';

const tenantId = z.string().transform(idOf.tenant);
const reassignmentId = z.string().transform(idOf.reassignment);

/** A message of the work queue names one job; what is to be done stands in the table. */
export const workOrder: z.ZodType<WorkOrder> = z.discriminatedUnion('job', [
  z.object({ job: z.literal('reassignment'), tenantId, reassignmentId }),
  z.object({ job: z.literal('settle-moves'), tenantId, reassignmentId }),
  z.object({ job: z.literal('import'), tenantId, importId: z.string().transform(idOf.import) }),
  z.object({ job: z.literal('purge'), tenantId }),
  z.object({ job: z.literal('chain-audit'), tenantId }),
]);

/** Goes on with one job for as long as there is time, and asks for another message when that was not enough. */
export async function doOneOrder(ports: Ports, order: WorkOrder, hasTime: () => boolean): Promise<void> {
  const progress = await goOn(ports, order, hasTime);
  ports.log.info('Worked on a job.', { job: order.job, tenantId: order.tenantId, progress });
  if (progress === 'out-of-time') await ports.queues.requestWork(order);
}

async function goOn(ports: Ports, order: WorkOrder, hasTime: () => boolean): Promise<Progress> {
  switch (order.job) {
    case 'reassignment':
      return carryOutReassignment(ports, order, hasTime);
    case 'settle-moves':
      return settleMoves(ports, order);
    case 'import':
      return applyImport(ports, order, hasTime);
    case 'purge':
      return purgeTenant(ports, order.tenantId, hasTime);
    case 'chain-audit':
      return chainAudit(ports, order.tenantId, hasTime);
  }
}
