type Asked = {
  readonly expression: string;
  /** What `#…` stands for in it. */
  readonly names: Readonly<Record<string, string>>;
  readonly partitionKey: string;
};

/**
 * The placeholder (`:…`) that a key condition holds the partition key against: DynamoDB takes nothing but `=` there.
 * @throws Error when the condition does not name the partition key.
 */
export function partitionInQuery({ expression, names, partitionKey }: Asked): string {
  for (const [, path = '', placeholder] of expression.matchAll(/([#\w.-]+)\s*=\s*(:\w+)/g)) {
    if ((names[path] ?? path) === partitionKey && placeholder !== undefined) return placeholder;
  }
  throw new Error(`the condition "${expression}" does not say which ${partitionKey}`);
}
