/**
 * What stands in a template at a place such as `Properties.Target.Arn`, or nothing. Nothing is known of a template beforehand,
 * so everything that is read comes as `unknown`, and a rule says what it has to be.
 */
export function valueAt(value: unknown, place: string): unknown {
  return place.split('.').reduce(member, value);
}

/** The members of a list there, or none when there is no list: an `Fn::If` in its place is none. */
export function listAt(value: unknown, place: string): readonly unknown[] {
  const found = valueAt(value, place);
  return Array.isArray(found) ? found : [];
}

/** The members of an object there by their names, or none. */
export function entriesAt(value: unknown, place: string): readonly (readonly [string, unknown])[] {
  const found = valueAt(value, place);
  return typeof found === 'object' && found !== null ? Object.entries(found) : [];
}

/** Whether something is a number of at least so much, and at most so much. A text or a reference is no number. */
export function isWithin(value: unknown, least: number, most = Number.POSITIVE_INFINITY): boolean {
  return typeof value === 'number' && value >= least && value <= most;
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
