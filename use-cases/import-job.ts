import type { Actor } from '#domain/audit/entry.ts';
import type { ImportId, TenantId } from '#domain/ids.ts';
import type { Ports, TenantStores } from './ports.ts';
import type { Stored, StoredSubscription } from './stored.ts';

/** An import that is being carried out. */
export type ImportJob = {
  readonly ports: Ports;
  readonly stores: TenantStores;
  readonly tenantId: TenantId;
  readonly importId: ImportId;
  readonly actor: Actor & { readonly door: 'import' };
};

/** A stored noun without the number that writes are held against. */
export function withoutRevision<Noun extends object>({ revision: _revision, ...noun }: Stored<Noun>): Omit<Stored<Noun>, 'revision'> {
  return noun;
}

/** What people and imports say of a subscription, without what stores keep beside it. */
export function saidOf(
  stored: StoredSubscription,
): Omit<StoredSubscription, 'revision' | 'free' | 'datesConfirmedOn' | 'leavingBy' | 'leftBy'> {
  const { revision: _revision, free: _free, datesConfirmedOn: _confirmed, leavingBy: _leaving, leftBy: _left, ...subscription } = stored;
  return subscription;
}
