import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type Key, keyOf, partitionOf } from '#adapters/dynamodb/keys.ts';
import { systemRandomness } from '#adapters/runtime/randomness.ts';
import { secondsAfter } from '#domain/days/instant.ts';
import type { Change } from '#use-cases/change.ts';
import { ACME, type Bench, NOW, type TableBench } from './stores.ts';

const { ulid } = systemRandomness();
/** Entries that one transaction takes. */
const AT_ONCE = 100;

/** Entries of `acme` as a writer makes them, the first so many seconds after now, a millisecond apart; answers with their ids. */
export async function appendEntries(bench: Pick<Bench, 'write'>, count: number, seconds: number): Promise<readonly string[]> {
  const changes = Array.from({ length: count }, (_, place) => anAppend(seconds, place));
  for (let first = 0; first < count; first += AT_ONCE) await bench.write(...changes.slice(first, first + AT_ONCE));
  return changes.map(({ entry }) => entry.entryId);
}

function anAppend(seconds: number, place: number): Change & { readonly change: 'append-audit' } {
  const at = secondsAfter(NOW, seconds + place / 1000);
  const entry = { entryId: ulid(at), at, who: 'anna', door: 'api', action: 'person-replaced', subject: `agent-${place}` } as const;
  return { change: 'append-audit', entry: { ...entry, after: { place } } };
}

type Fields = Readonly<Record<string, unknown>>;

/** What nobody may do to the audit of `acme` and its chain, done past the product. */
export function tamperingOf(bench: TableBench) {
  const change = async (key: Key, fields: Fields) => {
    for (const [name, value] of Object.entries(fields)) await bench.client().send(settingOf(bench.tableName(), key, { name, value }));
  };
  const remove = async (Key: Key) => void (await bench.client().send(new DeleteCommand({ TableName: bench.tableName(), Key })));
  return {
    putEntry: async (entryId: string) => {
      const Item = { ...keyOf.audit(ACME, entryId), entryId, at: NOW, who: 'mallory', door: 'api', action: 'tenant-replaced' };
      await bench.client().send(new PutCommand({ TableName: bench.tableName(), Item }));
    },
    putLink: async (sk: string) => {
      const Item = { pk: partitionOf.chain(ACME), sk, number: 6, entryId: '01A', entryHash: 'e', hash: 'h' };
      await bench.client().send(new PutCommand({ TableName: bench.tableName(), Item }));
    },
    changeEntry: (entryId: string, fields: Fields) => change(keyOf.audit(ACME, entryId), fields),
    changeLink: (number: number, fields: Fields) => change(keyOf.chainLink(ACME, number), fields),
    removeEntry: (entryId: string) => remove(keyOf.audit(ACME, entryId)),
    removeLink: (number: number) => remove(keyOf.chainLink(ACME, number)),
  };
}

function settingOf(TableName: string, Key: Key, { name, value }: { readonly name: string; readonly value: unknown }): UpdateCommand {
  return new UpdateCommand({
    TableName,
    Key,
    UpdateExpression: 'SET #name = :value',
    ExpressionAttributeNames: { '#name': name },
    ExpressionAttributeValues: { ':value': value },
  });
}
