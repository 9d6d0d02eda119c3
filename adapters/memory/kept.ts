/**
 * A value as the stores keep it: a copy of its own, without what is undefined, that nobody can change any more. So what
 * is read can be given away as it is, and what was written stays what it was whatever its writer does later.
 */
export function kept<Value>(value: Value): Value;
export function kept(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Object.freeze(value.filter((part) => part !== undefined).map((part) => kept(part)));
  const copy: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) if (part !== undefined) copy[name] = kept(part);
  return Object.freeze(copy);
}
