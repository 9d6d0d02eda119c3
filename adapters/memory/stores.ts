import { type Instant, millisecondsOf } from '#domain/days/instant.ts';
import type { Clock, Randomness, Stores } from '#use-cases/ports.ts';
import { dueTenants, unfinishedAt } from './due-work.ts';
import { type Faults, read, suffered } from './faults.ts';
import type { Item } from './item.ts';
import { addLinkCode, takeCodeTry } from './link-codes.ts';
import { addLinkSecret, readLink } from './link-secrets.ts';
import { claimOutbox, finishOutbox, readOutbox } from './outbox-claims.ts';
import { sweepExpired } from './purge.ts';
import { memoryTable } from './table.ts';
import { listTenants } from './tenant-list.ts';
import { openTenantStores } from './tenant-stores.ts';
import { memoryTokens } from './tokens.ts';

type Setup = {
  /** Dates what jobs leave behind, decides which recorded answers and tokens are still remembered. */
  readonly clock: Clock;
  /** Draws the tokens of commits that bring none. */
  readonly randomness: Randomness;
  /** @default nothing ever goes wrong */
  readonly faults?: Faults;
};

/** Stores, and what in a real table happens by itself and late. */
export type MemoryStores = Stores & {
  /** The same items for somebody who suffers other faults. */
  readonly suffering: (faults: Faults) => Stores;
  /** Deletes what has expired by now and answers with how much it was. Until then it is found like everything else. */
  readonly sweepExpired: (now: Instant) => number;
  /** From now on the indexes answer what they answer now: only reads by key and of a partition find what is written. */
  readonly holdIndexes: () => void;
  readonly releaseIndexes: () => void;
  /** Everything there is, in no particular order: for those who judge what a history led to. */
  readonly items: () => readonly Item[];
};

/**
 * Everything Lapsewatch keeps, in this process's memory: a second implementation of the port, held against the DynamoDB
 * one by the same tests. It is for histories of tests, not for more people than fit.
 */
export function memoryStores({ clock, randomness, faults = {} }: Setup): MemoryStores {
  const table = memoryTable();
  const tokens = memoryTokens();
  const suffering = (some: Faults): Stores => ({
    storesFor: (tenantId) => openTenantStores({ table, tokens, clock, randomness, faults: some }, tenantId),
    dueTenants: (now) => read(some, 'dueTenants', () => dueTenants(table, now)),
    listTenants: (request) => read(some, 'listTenants', () => listTenants(table, request)),
    unfinished: (now) => read(some, 'unfinished', () => unfinishedAt(table, now)),
    readLink: (id) => read(some, 'readLink', () => readLink(table, id)),
    addLinkSecret: (secret) => suffered(some.update?.('addLinkSecret') ?? 'none', 'addLinkSecret', () => addLinkSecret(table, secret)),
    addLinkCode: (code) => suffered(some.update?.('addLinkCode') ?? 'none', 'addLinkCode', () => addLinkCode(table, code)),
    takeCodeTry: (guess) => suffered(some.update?.('takeCodeTry') ?? 'none', 'takeCodeTry', () => takeCodeTry(table, guess)),
    readOutbox: (id) => read(some, 'readOutbox', () => readOutbox(table, id)),
    claimOutbox: (claim) => suffered(some.update?.('claimOutbox') ?? 'none', 'claimOutbox', () => claimOutbox(table, claim)),
    finishOutbox: (finish) => suffered(some.update?.('finishOutbox') ?? 'none', 'finishOutbox', () => finishOutbox(table, finish)),
  });
  return {
    ...suffering(faults),
    suffering,
    sweepExpired: (now) => sweepExpired(table, Math.floor(millisecondsOf(now) / 1000)),
    holdIndexes: table.holdIndexes,
    releaseIndexes: table.releaseIndexes,
    items: table.items,
  };
}
