import * as z from 'zod';
import type { KeptEntry } from '#domain/audit/chain-link.ts';
import type { AuditAction, AuditEntry, Door } from '#domain/audit/entry.ts';
import type { TenantId } from '#domain/ids.ts';
import type { ChangeOf } from './change-of.ts';
import { isNew } from './conditions.ts';
import { keyOf, partitionOf } from './keys.ts';
import { KEPT_DAYS, ttlAfter } from './lifetimes.ts';
import { instant, oneOf, parsed } from './stored.ts';
import { queryCount, queryUpTo, type RawItem, type Table } from './table.ts';
import { type Item, put, type Write } from './writes.ts';

const action = oneOf<AuditAction>({
  'tenant-created': true,
  'tenant-replaced': true,
  'tenant-deleted': true,
  'subscription-created': true,
  'subscription-replaced': true,
  'subscription-deleted': true,
  'seats-repaired': true,
  'person-created': true,
  'person-replaced': true,
  'person-deleted': true,
  'people-imported': true,
  'subscriptions-imported': true,
  'recipient-created': true,
  'recipient-replaced': true,
  'recipient-deleted': true,
  'partner-created': true,
  'partner-replaced': true,
  'partner-deleted': true,
  'usage-entered': true,
  'link-passed-on': true,
  'alert-snoozed': true,
  'delivery-changed': true,
  'reassignment-started': true,
  'people-moved': true,
  'people-marked-moving': true,
  'reassignment-confirmed': true,
  'reassignment-cancelled': true,
  'reassignment-resumed': true,
  'undo-started': true,
  'people-put-back': true,
  'people-marked-moving-back': true,
  'moves-confirmed': true,
  'reassignment-finished': true,
});

const entry: z.ZodType<AuditEntry> = z.object({
  entryId: z.string(),
  at: instant,
  who: z.string(),
  door: oneOf<Door>({ api: true, link: true, check: true, work: true, import: true, deliver: true }),
  action,
  subject: z.exactOptional(z.string()),
  before: z.exactOptional(z.unknown()),
  after: z.exactOptional(z.unknown()),
  planHash: z.exactOptional(z.string()),
});

export function fromAuditItem(item: RawItem): AuditEntry {
  return parsed(entry, item);
}

/** U1. The TTL is set when the entry is written and by nobody later. */
function toAuditItem(t: TenantId, made: AuditEntry): Item {
  return { ...keyOf.audit(t, made.entryId), ...made, ttl: ttlAfter(made.at, KEPT_DAYS.audit) };
}

/** U1. Appends: no change replaces or deletes an entry. */
export function auditWrite(t: TenantId, change: ChangeOf<'append-audit'>): Write {
  return put(toAuditItem(t, change.entry), isNew);
}

type EntriesAsked = { readonly after: string; readonly through: string; readonly limit: number };

/** U2. Entries as they are kept, in the order of their ids, strongly consistent: up to `limit` of those behind `after`. */
export async function readAuditEntries(table: Table, t: TenantId, { after, through, limit }: EntriesAsked): Promise<readonly KeptEntry[]> {
  if (through <= after) return [];
  // A key condition holds one range, which includes its ends: `after` itself may be the first that is read.
  const items = await queryUpTo(table, limit + 1, {
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :after AND :through',
    ExpressionAttributeValues: { ':pk': partitionOf.audit(t), ':after': after, ':through': through },
    ConsistentRead: true,
  });
  const entries = items.map(toKept).filter(({ entryId }) => entryId !== after);
  return entries.slice(0, limit);
}

/** U2. How many entries there are behind `after`. */
export function countAuditEntries(table: Table, t: TenantId, { after }: Pick<EntriesAsked, 'after'>): Promise<number> {
  return queryCount(table, {
    KeyConditionExpression: 'pk = :pk AND sk > :after',
    ExpressionAttributeValues: { ':pk': partitionOf.audit(t), ':after': after },
    ConsistentRead: true,
  });
}

/** Everything but where an entry stands and when it leaves: also what somebody has put there. */
function toKept({ pk: _pk, sk, ttl: _ttl, ...content }: RawItem): KeptEntry {
  return { entryId: String(sk), content };
}
