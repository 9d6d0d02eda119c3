/**
 * A value as the stores keep it: a copy of its own, without what is undefined, that nobody can change any more. So what
 * is read can be given away as it is, and what was written stays what it was whatever its writer does later.
 */
export function kept<Value>(value: Value): Value;
export function kept(value: unknown): unknown {
  if (Array.isArray(value)) return keptList(value);
  return isRecord(value) ? keptRecord(value) : value;
}

/** A history writes thousands of these: names are walked, because entries would each make a list of their own. */
function keptRecord(value: Readonly<Record<string, unknown>>): unknown {
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const part = value[name];
    if (part !== undefined) copy[name] = kept(part);
  }
  return Object.freeze(copy);
}

function keptList(values: readonly unknown[]): unknown {
  const copy: unknown[] = [];
  for (const part of values) if (part !== undefined) copy.push(kept(part));
  return Object.freeze(copy);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
