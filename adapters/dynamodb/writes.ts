import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { all, type Condition, type Path, type Placeholders, placeholders } from './conditions.ts';
import type { Key } from './keys.ts';

/** One entry of a transaction, but for the table's name. */
export type Write =
  | ({ readonly write: 'Put'; readonly Item: Item } & Conditional)
  | UpdateWrite
  | ({ readonly write: 'Delete'; readonly Key: Key } & Conditional)
  | ({ readonly write: 'ConditionCheck'; readonly Key: Key; readonly ConditionExpression: string } & Conditional);

export type UpdateWrite = { readonly write: 'Update'; readonly Key: Key; readonly UpdateExpression: string } & Conditional;

/** An item as the document client takes it. */
export type Item = Key & { readonly [attribute: string]: unknown };

type Conditional = { readonly ConditionExpression?: string } & ReturnType<Placeholders['attributes']>;
type Entry = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** What an update does to single attributes; nothing else of the item is touched. */
export type Update = {
  readonly set?: readonly (readonly [Path, unknown])[];
  readonly remove?: readonly string[];
  /** Numbers added to attributes (negative: taken from them); an absent one counts as 0. */
  readonly add?: readonly (readonly [Path, number])[];
};

/** Writes the whole item. */
export function put(item: Item, ...where: readonly Condition[]): Write {
  return { write: 'Put', Item: item, ...conditional(placeholders(), where) };
}

/** Writes some attributes of an item. Conditions are required: an update without one would make an item of nothing. */
export function update(key: Key, change: Update, ...where: readonly [Condition, ...Condition[]]): UpdateWrite {
  const say = placeholders();
  const UpdateExpression = updateExpression(say, change);
  return { write: 'Update', Key: key, UpdateExpression, ...conditional(say, where) };
}

export function remove(key: Key, ...where: readonly Condition[]): Write {
  return { write: 'Delete', Key: key, ...conditional(placeholders(), where) };
}

/** Writes nothing, but holds that something is so. */
export function check(key: Key, ...where: readonly [Condition, ...Condition[]]): Write {
  const say = placeholders();
  const ConditionExpression = all(say, where);
  return { write: 'ConditionCheck', Key: key, ConditionExpression, ...say.attributes() };
}

/** Attributes as an update sets them; those whose value is undefined are removed instead. */
export function replaced(attributes: Readonly<Record<string, unknown>>): { readonly set: [string, unknown][]; readonly remove: string[] } {
  const entries = Object.entries(attributes);
  return {
    set: entries.filter(([, value]) => value !== undefined),
    remove: entries.filter(([, value]) => value === undefined).map(([name]) => name),
  };
}

/** The entry as the SDK takes it. */
export function entryOf(write: Write, tableName: string): Entry {
  switch (write.write) {
    case 'Put': {
      const { write: _kind, ...rest } = write;
      return { Put: { TableName: tableName, ...rest } };
    }
    case 'Update': {
      const { write: _kind, ...rest } = write;
      return { Update: { TableName: tableName, ...rest } };
    }
    case 'Delete': {
      const { write: _kind, ...rest } = write;
      return { Delete: { TableName: tableName, ...rest } };
    }
    case 'ConditionCheck': {
      const { write: _kind, ...rest } = write;
      return { ConditionCheck: { TableName: tableName, ...rest } };
    }
  }
}

/** Which item a write concerns: a transaction may name each item once. */
export function keyOfWrite(write: Write): Key {
  return write.write === 'Put' ? write.Item : write.Key;
}

function conditional(say: Placeholders, where: readonly Condition[]): Conditional {
  const ConditionExpression = where.length === 0 ? undefined : all(say, where);
  return { ...(ConditionExpression !== undefined && { ConditionExpression }), ...say.attributes() };
}

function updateExpression(say: Placeholders, { set = [], remove: gone = [], add = [] }: Update): string {
  const assigned = set.map(([path, value]) => `${say.path(path)} = ${say.value(value)}`);
  const added = add.map(([path, by]) => `${say.path(path)} = if_not_exists(${say.path(path)}, ${say.value(0)}) + ${say.value(by)}`);
  const sets = [...assigned, ...added];
  return [
    ...(sets.length > 0 ? [`SET ${sets.join(', ')}`] : []),
    ...(gone.length > 0 ? [`REMOVE ${gone.map((name) => say.path(name)).join(', ')}`] : []),
  ].join(' ');
}
