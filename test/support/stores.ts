import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { dynamoDbStores } from '#adapters/dynamodb/stores.ts';
import { systemRandomness } from '#adapters/runtime/randomness.ts';
import type { Instant } from '#domain/days/instant.ts';
import { idOf } from '#domain/ids.ts';
import type { Change } from '#use-cases/change.ts';
import type { Stores, TenantStores } from '#use-cases/ports.ts';
import { aTenant } from './builders.ts';
import { type Dynoxide, startDynoxide, testClient } from './dynoxide.ts';

/** The moment it is in these tests, unless one moves it. */
export const NOW = momentOf('2026-12-02T07:00:00.000Z');
export const ACME = idOf.tenant('acme');

/** What a test of the stores works with: each test has an empty table, in a DynamoDB of the file's own. */
export type Bench = {
  readonly stores: () => Stores;
  readonly acme: () => TenantStores;
  readonly client: () => DynamoDBDocumentClient;
  /** A client of its own, whose middleware may lose answers or raise conflicts, and stores on it that wait for nothing. */
  readonly faulty: () => { readonly client: DynamoDBDocumentClient; readonly stores: Stores; readonly waits: readonly number[] };
  readonly tableName: () => string;
  readonly setNow: (now: Instant) => void;
  /** Commits and expects it to hold. */
  readonly write: (...changes: readonly Change[]) => Promise<void>;
  /** Commits and expects exactly these changes' conditions not to hold. */
  readonly refuse: (changes: readonly Change[], failed?: readonly number[]) => Promise<void>;
};

/** Call at the top of a test file. */
export function storesOnDynoxide(): Bench {
  let dynoxide: Dynoxide;
  let tableName: string;
  let now = NOW;
  const clock = { now: () => now };
  const open = (client: DynamoDBDocumentClient) => dynamoDbStores({ client, tableName, clock, randomness: systemRandomness() });
  beforeAll(async () => {
    dynoxide = await startDynoxide();
  });
  afterAll(() => dynoxide.stop());
  beforeEach(async () => {
    tableName = await dynoxide.makeTable();
    now = NOW;
  });
  const acme = () => open(dynoxide.client).storesFor(ACME);
  return {
    stores: () => open(dynoxide.client),
    acme,
    client: () => dynoxide.client,
    faulty: () => faultyStores({ endpoint: dynoxide.endpoint, tableName, clock }),
    tableName: () => tableName,
    setNow: (at) => {
      now = at;
    },
    write: async (...changes) => expect(await acme().commit(changes)).toEqual({ ok: true, value: undefined }),
    refuse: async (changes, failed = [0]) => expect(await acme().commit(changes)).toEqual({ ok: false, refusal: { failed } }),
  };
}

function faultyStores({
  endpoint,
  tableName,
  clock,
}: {
  readonly endpoint: string;
  readonly tableName: string;
  readonly clock: { readonly now: () => Instant };
}) {
  const waits: number[] = [];
  const client = testClient(endpoint);
  const sleep = async (milliseconds: number) => waits.push(milliseconds);
  const stores = dynamoDbStores({
    client,
    tableName,
    clock,
    randomness: systemRandomness(),
    backoff: { sleep, random: () => 1, tries: 4 },
  });
  return { client, stores, waits };
}

/** A moment that a test names. */
export function momentOf(text: string): Instant {
  return new Date(text).toISOString() as Instant;
}

/** The change that makes the tenant `acme`, due now. */
export const createAcme: Change = { change: 'create-tenant', tenant: aTenant(), nextCheckAt: NOW };
