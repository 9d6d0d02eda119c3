import type { Actor, AuditAction } from '#domain/audit/entry.ts';
import type { Change, Ports } from './ports.ts';

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

function chosen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !BOOKKEEPING.has(key)));
}
