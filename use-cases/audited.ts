import type { Actor, AuditAction } from '#domain/audit/entry.ts';
import type { Change } from './change.ts';
import type { Ports } from './ports.ts';

type Entry = {
  readonly action: AuditAction;
  readonly subject?: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly planHash?: string;
};

/** What stores keep beside what people chose: an audit entry tells of choices. */
const BOOKKEEPING = new Set([
  'revision',
  'nextCheckAt',
  'subscriptionsRevision',
  'checkedAt',
  'counts',
  'told',
  'snoozed',
  'toldRevision',
  'free',
  'datesConfirmedOn',
  'leavingBy',
  'leftBy',
  'channels',
  'lastSmsOn',
  'lastHeartbeatOn',
]);

/** U1. The entry that goes into the transaction of the effect it tells of. */
export function audited(
  { clock, randomness }: Pick<Ports, 'clock' | 'randomness'>,
  actor: Actor,
  { before, after, ...entry }: Entry,
): Change & { readonly change: 'append-audit' } {
  const at = clock.now();
  return {
    change: 'append-audit',
    entry: {
      entryId: randomness.ulid(at),
      at,
      who: actor.who,
      door: actor.door,
      ...entry,
      ...(before !== undefined && { before: chosen(before) }),
      ...(after !== undefined && { after: chosen(after) }),
    },
  };
}

/** U1. People and recipients are in the audit by id: it outlives them by up to 400 days, and nobody can change an entry. */
const PERSONAL = new Set(['name', 'email', 'phone']);

function chosen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return byId(value);
  return byId(Object.fromEntries(Object.entries(value).filter(([key]) => !BOOKKEEPING.has(key))));
}

function byId(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(byId);
  if (typeof value !== 'object' || value === null) return value;
  const isSomebody = 'personId' in value || 'recipientId' in value;
  const kept = Object.entries(value).filter(([key]) => !isSomebody || !PERSONAL.has(key));
  return Object.fromEntries(kept.map(([key, each]) => [key, byId(each)]));
}
