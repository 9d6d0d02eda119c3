import type { ReassignmentId, TenantId } from '#domain/ids.ts';
import { type ControlHubRow, controlHubRows } from '#domain/reassignments/control-hub-rows.ts';
import { CONTROL_HUB_ROWS } from '#domain/reassignments/reassignment.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Ports } from './ports.ts';
import { allChunks } from './read-reassignment.ts';
import type { ReassignmentNotFound, TenantNotFound } from './refusals.ts';

type Asked = { readonly tenantId: TenantId; readonly reassignmentId: ReassignmentId; readonly part: number };
/** R1. One of the files to import with "add and remove services": a column per licence kind and subscription, a row per person. */
export type ControlHubFile = {
  readonly reassignmentId: ReassignmentId;
  readonly columns: readonly string[];
  readonly rows: readonly ControlHubRow[];
  readonly part: number;
  readonly parts: number;
};
type Refusal = TenantNotFound | ReassignmentNotFound | { readonly reason: 'part-not-found'; readonly parts: number };

/** The people of a run that wait for Control Hub, at most 1,000 a file. Without any the only file has no row. */
export async function controlHubFile(
  { stores }: Pick<Ports, 'stores'>,
  { tenantId, reassignmentId, part }: Asked,
): Promise<Result<ControlHubFile, Refusal>> {
  const own = stores.storesFor(tenantId);
  const [tenant, run] = await Promise.all([own.readTenant(), own.readReassignment(reassignmentId)]);
  if (tenant === undefined) return refused({ reason: 'tenant-not-found' });
  if (run === undefined) return refused({ reason: 'reassignment-not-found' });
  const ids = new Set((await allChunks(own, reassignmentId)).flatMap(({ moves }) => moves.map(({ personId }) => personId)));
  const waiting = (await own.readPeople([...ids])).filter(({ moving }) => moving?.reassignmentId === reassignmentId);
  const { columns, rows } = controlHubRows(waiting);
  const parts = partsFor(rows.length);
  if (part > parts) return refused({ reason: 'part-not-found', parts });
  return ok({ reassignmentId, columns, rows: rows.slice((part - 1) * CONTROL_HUB_ROWS, part * CONTROL_HUB_ROWS), part, parts });
}

/** R1. How many files so many people need. */
export function partsFor(people: number): number {
  return Math.max(1, Math.ceil(people / CONTROL_HUB_ROWS));
}
