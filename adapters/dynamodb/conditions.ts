/** The name of an attribute, or the names that lead to one inside a map. */
export type Path = string | readonly string[];

/** The `#n` and `:v` placeholders of one request: names and values never stand in an expression themselves. */
export type Placeholders = {
  readonly path: (path: Path) => string;
  readonly value: (value: unknown) => string;
  /** What a request carries beside its expressions. */
  readonly attributes: () => {
    readonly ExpressionAttributeNames?: Record<string, string>;
    readonly ExpressionAttributeValues?: Record<string, unknown>;
  };
};

/** What must hold of the item as it is stored, or nothing is written. */
export type Condition = (say: Placeholders) => string;

export const equals =
  (path: Path, value: unknown): Condition =>
  (say) =>
    `${say.path(path)} = ${say.value(value)}`;

export const atLeast =
  (path: Path, value: number): Condition =>
  (say) =>
    `${say.path(path)} >= ${say.value(value)}`;

export const after =
  (path: Path, value: string): Condition =>
  (say) =>
    `${say.path(path)} > ${say.value(value)}`;

export const notAfter =
  (path: Path, value: string): Condition =>
  (say) =>
    `${say.path(path)} <= ${say.value(value)}`;

export const present =
  (path: Path): Condition =>
  (say) =>
    `attribute_exists(${say.path(path)})`;

export const absent =
  (path: Path): Condition =>
  (say) =>
    `attribute_not_exists(${say.path(path)})`;

/** The item exists. */
export const exists: Condition = present('pk');

/** The item does not exist. */
export const isNew: Condition = absent('pk');

export const anyOf =
  (...conditions: readonly [Condition, Condition, ...Condition[]]): Condition =>
  (say) =>
    `(${conditions.map((condition) => condition(say)).join(' OR ')})`;

export const bothOf =
  (left: Condition, right: Condition): Condition =>
  (say) =>
    `(${left(say)} AND ${right(say)})`;

/** A whole expression; without parentheses around it, because DynamoDB refuses redundant ones. */
export function all(say: Placeholders, conditions: readonly Condition[]): string {
  return conditions.map((condition) => condition(say)).join(' AND ');
}

/** Placeholders for one request. */
export function placeholders(): Placeholders {
  const names = new Map<string, string>();
  const values = new Map<string, unknown>();
  return {
    path: (path) =>
      [path]
        .flat()
        .map((name) => nameOf(names, name))
        .join('.'),
    value: (value) => {
      const placeholder = `:v${values.size}`;
      values.set(placeholder, value);
      return placeholder;
    },
    attributes: () => ({
      ...(names.size > 0 && { ExpressionAttributeNames: Object.fromEntries([...names].map(([name, placeholder]) => [placeholder, name])) }),
      ...(values.size > 0 && { ExpressionAttributeValues: Object.fromEntries(values) }),
    }),
  };
}

function nameOf(names: Map<string, string>, name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  const placeholder = `#n${names.size}`;
  names.set(name, placeholder);
  return placeholder;
}
