import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Clock, Randomness, Stores } from '#use-cases/ports.ts';
import { type Backoff, patientBackoff } from './backoff.ts';
import { dueTenants, unfinishedAt } from './due-work.ts';
import { addLinkCode, takeCodeTry } from './link-codes.ts';
import { addLinkSecret, readLink } from './link-secrets.ts';
import { claimOutbox, finishOutbox, readOutbox } from './outbox-claims.ts';
import type { Table } from './table.ts';
import { listTenants } from './tenant-list.ts';
import { openTenantStores } from './tenant-stores.ts';

type Setup = {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  /** Dates what jobs leave behind, and decides which recorded answers are still remembered. */
  readonly clock: Clock;
  /** Draws the tokens of commits that bring none. */
  readonly randomness: Randomness;
  /** @default up to ten tries, some five seconds in all */
  readonly backoff?: Backoff;
};

/** Everything Lapsewatch keeps, in one DynamoDB table. */
export function dynamoDbStores({ client, tableName, clock, randomness, backoff = patientBackoff }: Setup): Stores {
  const table: Table = { client, tableName, backoff };
  return {
    storesFor: (tenantId) => openTenantStores({ table, clock, randomness }, tenantId),
    dueTenants: (now) => dueTenants(table, now),
    listTenants: (request) => listTenants(table, request),
    unfinished: (now) => unfinishedAt(table, now),
    readLink: (id) => readLink(table, id),
    addLinkSecret: (change) => addLinkSecret(table, change),
    addLinkCode: (change) => addLinkCode(table, change),
    takeCodeTry: (change) => takeCodeTry(table, change),
    readOutbox: (id) => readOutbox(table, id),
    claimOutbox: (claim) => claimOutbox(table, claim),
    finishOutbox: (finish) => finishOutbox(table, finish),
  };
}
