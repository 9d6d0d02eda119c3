import type { Instant } from '#domain/days/instant.ts';
import type { OutboxId, TenantId } from '#domain/ids.ts';
import type { Ports, Unfinished, WorkOrder } from './ports.ts';

/** How many queue calls are under way at the same time. */
const AT_ONCE = 25;

/** `oldestUnsent`: ids of outbox items begin with the time they were made, so the smallest has waited longest. */
export type TickOutcome = {
  readonly due: number;
  readonly unsent: number;
  readonly unfinishedJobs: number;
  readonly oldestUnsent?: OutboxId;
};

/**
 * C1, A4. One tick: every tenant that is due goes to the check queue, and whatever waits longer than its queue should
 * have taken goes to that queue again. It decides nothing and writes nothing, so two ticks at once do no harm.
 */
export async function runTick({ clock, stores, queues, log }: Pick<Ports, 'clock' | 'stores' | 'queues' | 'log'>): Promise<TickOutcome> {
  const now = clock.now();
  const [due, unfinished] = await Promise.all([stores.dueTenants(now), stores.unfinished(now)]);
  const unsent = unfinished.flatMap((each) => (each.unfinished === 'outbox' ? [each.outboxId] : []));
  const orders = unfinished.map(orderOf).filter((order) => order !== undefined);
  await inGroups(due, (tenantId) => queues.requestCheck(dueCheck(tenantId, now)));
  if (unsent.length > 0) await queues.requestDelivery(unsent);
  await inGroups(orders, (order) => queues.requestWork(order));
  const oldestUnsent = unsent.toSorted()[0];
  const outcome = {
    due: due.length,
    unsent: unsent.length,
    unfinishedJobs: orders.length,
    ...(oldestUnsent !== undefined && { oldestUnsent }),
  };
  log.info('Ticked.', outcome);
  return outcome;
}

function dueCheck(tenantId: TenantId, requestedAt: Instant): Parameters<Ports['queues']['requestCheck']>[0] {
  return { tenantId, because: 'due', requestedAt };
}

function orderOf(unfinished: Unfinished): WorkOrder | undefined {
  switch (unfinished.unfinished) {
    case 'outbox':
      return undefined;
    case 'reassignment':
      return { job: 'reassignment', tenantId: unfinished.tenantId, reassignmentId: unfinished.reassignmentId };
    case 'import':
      return { job: 'import', tenantId: unfinished.tenantId, importId: unfinished.importId };
    case 'purge':
      return { job: 'purge', tenantId: unfinished.tenantId };
  }
}

async function inGroups<Item>(items: readonly Item[], ask: (item: Item) => Promise<void>): Promise<void> {
  for (let from = 0; from < items.length; from += AT_ONCE) await Promise.all(items.slice(from, from + AT_ONCE).map(ask));
}
