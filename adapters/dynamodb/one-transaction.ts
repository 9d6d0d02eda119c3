import type { TenantId } from '#domain/ids.ts';
import type { Change } from '#use-cases/change.ts';
import { keyText } from './key-text.ts';
import type { Key } from './keys.ts';
import { tenantNamedBy } from './write-of.ts';

/** DynamoDB takes no more in one transaction. */
const MOST_CHANGES = 100;

type Asked = {
  readonly tenantId: TenantId;
  readonly changes: readonly Change[];
  /** The item that each change concerns, in their order. */
  readonly keys: readonly Key[];
};

/** @throws Error when changes cannot be one transaction: too many, of another tenant, or two of the same item. */
export function requireOneTransaction({ tenantId, changes, keys }: Asked): void {
  if (changes.length > MOST_CHANGES) {
    throw new Error(`A commit takes at most ${MOST_CHANGES} changes, and this one to the tenant ${tenantId} has ${changes.length}.`);
  }
  for (const change of changes) {
    const named = tenantNamedBy(change);
    if (named !== undefined && named !== tenantId)
      throw new Error(`A change ${change.change} of the tenant ${named} was to be written to ${tenantId}.`);
  }
  requireDistinctItems(changes, keys);
}

function requireDistinctItems(changes: readonly Change[], keys: readonly Key[]): void {
  const seen = new Map<string, number>();
  for (const [place, key] of keys.entries()) {
    const item = `${key.pk}\n${key.sk}`;
    const other = seen.get(item);
    if (other !== undefined) {
      const kinds = `${changes[other]?.change} (${other}) and ${changes[place]?.change} (${place})`;
      throw new Error(`Two changes of one commit concern the same item ${keyText(key)}: ${kinds}.`);
    }
    seen.set(item, place);
  }
}
