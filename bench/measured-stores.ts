import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoDbStores } from '#adapters/dynamodb/stores.ts';
import { sha256 } from '#adapters/runtime/digest.ts';
import { systemRandomness } from '#adapters/runtime/randomness.ts';
import { type Instant, instantOf } from '#domain/days/instant.ts';
import type { OutboxId } from '#domain/ids.ts';
import { type Dynoxide, startDynoxide } from '#test/support/dynoxide.ts';
import type { DeliverPorts } from '#use-cases/deliver-outbox-item.ts';
import type { CheckPorts } from '#use-cases/read-situation.ts';
import { type Tally, tallyAnswer } from './capacity.ts';

/** Capacity units and calls of the table. */
export type Units = { readonly read: number; readonly written: number; readonly calls: number; readonly milliseconds: number };

export type MeasuredStores = {
  readonly ports: CheckPorts & DeliverPorts;
  /** The outbox items that were asked to be delivered, so far. */
  readonly unsent: () => readonly OutboxId[];
  readonly setNow: (now: Instant) => void;
  /** What a piece of work costs the table, and how long it takes here. */
  readonly costOf: (work: () => Promise<unknown>) => Promise<Units>;
  readonly stop: () => Promise<void>;
};

/** The product's own ports on a table that counts its capacity units; messages and events leave without a trace. */
export async function measuredStores(start: Instant): Promise<MeasuredStores> {
  const dynoxide: Dynoxide = await startDynoxide();
  const tally: Tally = { read: 0, written: 0, calls: 0 };
  count(dynoxide.client, tally);
  let now = start;
  const unsent: OutboxId[] = [];
  const clock = { now: () => now };
  const randomness = systemRandomness();
  const stores = dynoDbStoresOn(dynoxide.client, await dynoxide.makeTable(), clock);
  const queues = {
    requestCheck: async () => undefined,
    requestDelivery: async (ids: readonly OutboxId[]) => void unsent.push(...ids),
    requestWork: async () => undefined,
  };
  const log = { info: () => undefined, warn: () => undefined };
  return {
    ports: {
      clock,
      randomness,
      digest: sha256,
      log,
      stores,
      queues,
      topics: confirmedTopics,
      events: { publish: async () => undefined },
      linkBaseUrl: 'https://lapsewatch.example',
    },
    unsent: () => unsent,
    setNow: (at) => {
      now = at;
    },
    costOf: async (work) => {
      const before = { ...tally };
      const began = performance.now();
      await work();
      const milliseconds = performance.now() - began;
      return { read: tally.read - before.read, written: tally.written - before.written, calls: tally.calls - before.calls, milliseconds };
    },
    stop: dynoxide.stop,
  };
}

const confirmedTopics: DeliverPorts['topics'] = {
  subscribe: async (_owner, address) => ({ address, delivery: 'confirmed', subscriptionArn: 'arn:confirmed' }),
  remove: async () => undefined,
  deliveryOf: async () => 'confirmed',
  confirm: async () => ({ ok: true, value: { subscriptionArn: 'arn:confirmed' } }),
  publish: async () => undefined,
};

function dynoDbStoresOn(client: DynamoDBDocumentClient, tableName: string, clock: { readonly now: () => Instant }) {
  return dynamoDbStores({ client, tableName, clock, randomness: systemRandomness() });
}

function count(client: DynamoDBDocumentClient, tally: Tally): void {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } });
        tallyAnswer(tally, commandName, answer.output);
        return answer;
      },
    { step: 'initialize', name: 'count-capacity' },
  );
}

/** The moment that measurements begin at. */
export const START = instantOf(Date.parse('2026-12-02T07:00:00Z'));
