import type { ChangeOf } from '#adapters/dynamodb/change-of.ts';
import { keyOf, listOf } from '#adapters/dynamodb/keys.ts';
import { KEPT_DAYS, sweptFrom, ttlAfter } from '#adapters/dynamodb/lifetimes.ts';
import type { Instant } from '#domain/days/instant.ts';
import type { TenantId } from '#domain/ids.ts';
import type { Reassignment } from '#domain/reassignments/reassignment.ts';
import { awaitsWork } from '#domain/reassignments/standing.ts';
import type { Stored } from '#use-cases/stored.ts';
import { creation, type Effect, ofExisting, replacement } from './effect.ts';
import type { ItemOf } from './item.ts';

type HeaderChange = ChangeOf<'start-reassignment' | 'advance-reassignment' | 'require-reassignment'>;

/** What each change of a reassignment's header does; `now` is when it was last heard of. */
export function reassignmentEffect(t: TenantId, change: HeaderChange, now: Instant): Effect {
  switch (change.change) {
    case 'start-reassignment':
      return creation(headerItem(t, { ...change.reassignment, revision: 1 }, change.reassignment.startedAt));
    case 'require-reassignment': {
      const { reassignmentId, revision } = change;
      return ofExisting('reassignment', keyOf.reassignment(t, reassignmentId), { holds: ({ value }) => value.revision === revision });
    }
    case 'advance-reassignment': {
      const item = headerItem(t, { ...change.reassignment, revision: change.revision + 1 }, now);
      const effect = replacement(item, 'reassignment', (existing) => existing?.value.revision === change.revision);
      return item.open === undefined ? effect : { ...effect, dated: now };
    }
  }
}

/** `open` to the tick while `work` has something to do for it. */
function headerItem(t: TenantId, value: Stored<Reassignment>, at: Instant): ItemOf<'reassignment'> {
  return {
    ...keyOf.reassignment(t, value.reassignmentId),
    noun: 'reassignment',
    tenantId: t,
    value,
    listed: { list: listOf.reassignments(t), place: value.reassignmentId },
    ...(awaitsWork(value) && { open: sweptFrom(at) }),
    ttl: ttlAfter(value.startedAt, KEPT_DAYS.reassignment),
  };
}
