import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { Key } from '#adapters/dynamodb/keys.ts';
import { dynamoDbStores } from '#adapters/dynamodb/stores.ts';
import { getItem, queryAll } from '#adapters/dynamodb/table.ts';
import { type MemoryStores, memoryStores } from '#adapters/memory/stores.ts';
import { systemRandomness } from '#adapters/runtime/randomness.ts';
import type { Instant } from '#domain/days/instant.ts';
import { idOf } from '#domain/ids.ts';
import type { Change } from '#use-cases/change.ts';
import type { Stores, TenantStores } from '#use-cases/ports.ts';
import { aTenant } from './builders.ts';
import { type Dynoxide, startDynoxide, testClient } from './dynoxide.ts';
import { sufferingClient, type WriteFaults } from './faults.ts';

/** The moment it is in these tests, unless one moves it. */
export const NOW = momentOf('2026-12-02T07:00:00.000Z');
export const ACME = idOf.tenant('acme');

/** What a test of the stores works with, whatever keeps them: each test has empty ones. */
export type Bench = {
  readonly stores: () => Stores;
  readonly acme: () => TenantStores;
  /** Stores of the same items whose writes suffer what is said, try after try. */
  readonly suffering: (faults: WriteFaults) => Stores;
  readonly setNow: (now: Instant) => void;
  /** Commits and expects it to hold. */
  readonly write: (...changes: readonly Change[]) => Promise<void>;
  /** Commits and expects exactly these changes' conditions not to hold. */
  readonly refuse: (changes: readonly Change[], failed?: readonly number[]) => Promise<void>;
  /** An item and a partition as they are kept, whatever the ports make of them. */
  readonly itemAt: (key: Key) => Promise<object | undefined>;
  readonly itemsIn: (partition: string) => Promise<readonly object[]>;
};

/** Stores on the real table: in a DynamoDB of the file's own. */
export type TableBench = Bench & {
  readonly client: () => DynamoDBDocumentClient;
  /** A client of its own, whose middleware may lose answers or raise conflicts, and stores on it that wait for nothing. */
  readonly faulty: () => { readonly client: DynamoDBDocumentClient; readonly stores: Stores; readonly waits: readonly number[] };
  readonly tableName: () => string;
};

/** Stores in memory. */
type MemoryBench = Omit<Bench, 'stores'> & { readonly stores: () => MemoryStores };

/** Both: what a port promises is one suite, run on either. `describe.each(EITHER_STORES)('...', (_where, open) => ...)`. */
export const EITHER_STORES: readonly (readonly [where: string, open: () => Bench])[] = [
  ['in memory', storesInMemory],
  ['on DynamoDB', storesOnDynoxide],
];

/** Call at the top of a test file or of a `describe`. */
export function storesInMemory(): MemoryBench {
  let now = NOW;
  const open = () => memoryStores({ clock: { now: () => now }, randomness: systemRandomness() });
  let stores = open();
  beforeEach(() => {
    now = NOW;
    stores = open();
  });
  return {
    ...committing(() => stores.storesFor(ACME)),
    stores: () => stores,
    suffering: ({ commit, update }) => {
      const [commits, updates] = [counted(commit), counted(update)];
      return stores.suffering({ commit: commits, update: updates });
    },
    setNow: (at) => {
      now = at;
    },
    itemAt: async ({ pk, sk }) => stores.items().find((item) => item.pk === pk && item.sk === sk),
    itemsIn: async (partition) => stores.items().filter(({ pk }) => pk === partition),
  };
}

/** Calls with how often it was called before; nothing goes wrong without it. */
function counted<Fault>(fault: ((call: number) => Fault) | undefined): () => Fault | 'none' {
  let calls = 0;
  return () => {
    calls += 1;
    return fault === undefined ? 'none' : fault(calls - 1);
  };
}

/** Call at the top of a test file or of a `describe`. */
export function storesOnDynoxide(): TableBench {
  let dynoxide: Dynoxide;
  let tableName: string;
  let now = NOW;
  const clock = { now: () => now };
  const open = (client: DynamoDBDocumentClient) => dynamoDbStores({ client, tableName, clock, randomness: systemRandomness() });
  const table = () => ({ client: dynoxide.client, tableName, backoff: AT_ONCE });
  beforeAll(async () => {
    dynoxide = await startDynoxide();
  });
  afterAll(() => dynoxide.stop());
  beforeEach(async () => {
    tableName = await dynoxide.makeTable();
    now = NOW;
  });
  return {
    ...committing(() => open(dynoxide.client).storesFor(ACME)),
    stores: () => open(dynoxide.client),
    client: () => dynoxide.client,
    suffering: (faults) => faultyStores({ client: sufferingClient(testClient(dynoxide.endpoint), faults), tableName, clock }).stores,
    faulty: () => faultyStores({ client: testClient(dynoxide.endpoint), tableName, clock }),
    tableName: () => tableName,
    setNow: (at) => {
      now = at;
    },
    itemAt: (key) => getItem(table(), key),
    itemsIn: (pk) => queryAll(table(), { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } }),
  };
}

const AT_ONCE = { sleep: async () => undefined, random: () => 1, tries: 4 };

function committing(acme: () => TenantStores): Pick<Bench, 'acme' | 'write' | 'refuse'> {
  return {
    acme,
    write: async (...changes) => expect(await acme().commit(changes)).toEqual({ ok: true, value: undefined }),
    refuse: async (changes, failed = [0]) => expect(await acme().commit(changes)).toEqual({ ok: false, refusal: { failed } }),
  };
}

type Faulty = { readonly client: DynamoDBDocumentClient; readonly tableName: string; readonly clock: { readonly now: () => Instant } };

function faultyStores({ client, tableName, clock }: Faulty) {
  const waits: number[] = [];
  const backoff = { ...AT_ONCE, sleep: async (milliseconds: number) => void waits.push(milliseconds) };
  return { client, stores: dynamoDbStores({ client, tableName, clock, randomness: systemRandomness(), backoff }), waits };
}

/** A moment that a test names. */
export function momentOf(text: string): Instant {
  return new Date(text).toISOString() as Instant;
}

/** The change that makes the tenant `acme`, due now. */
export const createAcme: Change = { change: 'create-tenant', tenant: aTenant(), nextCheckAt: NOW };
