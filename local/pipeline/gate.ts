import * as z from 'zod';
import { type Ask, askForAll } from './ask.ts';

/** What a pipeline is told: sentences to print, and 0 to go on or 1 to stop. */
export type Verdict = { readonly exitCode: 0 | 1; readonly lines: readonly string[] };

type Asked = { readonly within: number; readonly tenant?: string | undefined };

const tenant = z.object({ tenantId: z.string() });
const person = z.object({ personId: z.string(), name: z.string(), coveredThrough: z.string() });
type AtRisk = { readonly tenantId: string; readonly people: readonly z.output<typeof person>[] };

/**
 * D9. Whether anybody, in any tenant that may be asked for or in the one that is named, loses access within so many days; names
 * them. The list of tenants says where to look, each tenant's people decide.
 * @throws Error when anything was not answered: silence is not "nobody".
 */
export async function gate(ask: Ask, { within, tenant: only }: Asked): Promise<Verdict> {
  const listed = only === undefined ? await askForAll(ask, `/v1/expiring?withinDays=${within}&limit=200`, tenant) : [{ tenantId: only }];
  const found: AtRisk[] = [];
  for (const { tenantId } of listed) {
    const people = await askForAll(ask, `/v1/tenants/${encodeURIComponent(tenantId)}/people?atRiskDays=${within}&limit=200`, person);
    if (people.length > 0) found.push({ tenantId, people });
  }
  if (found.length === 0)
    return { exitCode: 0, lines: [`Nobody loses access within ${daysOf(within)}${only === undefined ? '' : ` in ${only}`}.`] };
  return { exitCode: 1, lines: found.flatMap((each) => linesOf(each, within)) };
}

function linesOf({ tenantId, people }: AtRisk, within: number): readonly string[] {
  const sorted = people.toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
  return [
    `${tenantId}: ${people.length === 1 ? '1 person loses' : `${people.length} people lose`} access within ${daysOf(within)}.`,
    ...sorted.map(({ personId, name, coveredThrough }) => `  ${name} (${personId}): last day ${coveredThrough}`),
  ];
}

function keyOf({ coveredThrough, personId }: z.output<typeof person>): string {
  return `${coveredThrough} ${personId}`;
}

function daysOf(within: number): string {
  return within === 1 ? '1 day' : `${within} days`;
}
