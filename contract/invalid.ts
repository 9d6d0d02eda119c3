import type * as z from 'zod';

/** One wrong field of a request: where, and what to do about it. */
type FieldError = { readonly path: string; readonly message: string };
export type InvalidRequest = { readonly reason: 'invalid-request'; readonly errors: readonly FieldError[] };

/** Every wrong field that a schema found, each with a path such as `commitments[0].quantity`. */
export function invalidRequest({ issues }: Pick<z.ZodError, 'issues'>, under: readonly PropertyKey[] = []): InvalidRequest {
  return { reason: 'invalid-request', errors: issues.flatMap((issue) => errorsOf(issue, under)) };
}

function errorsOf(issue: z.core.$ZodIssue, under: readonly PropertyKey[]): readonly FieldError[] {
  const path = [...under, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: pathText([...path, key]), message: 'This field is not known; leave it out.' }));
  return [{ path: pathText(path), message: messageOf(issue) }];
}

/** The schema's own words where it has some, else what the field must be. */
function messageOf(issue: z.core.$ZodIssue): string {
  if (!/^(Invalid|Too) /.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return `${issue.message.endsWith('received undefined') ? 'Is missing; must' : 'Must'} be ${article(issue.expected)}.`;
    case 'invalid_value':
      return `Must be one of: ${issue.values.map(String).join(', ')}.`;
    case 'too_small':
      return issue.origin === 'array'
        ? `Must have at least ${issue.minimum} entries.`
        : `Must be at least ${issue.minimum}${unit(issue.origin)}.`;
    case 'too_big':
      return issue.origin === 'array'
        ? `Must have at most ${issue.maximum} entries.`
        : `Must be at most ${issue.maximum}${unit(issue.origin)}.`;
    default:
      return issue.message;
  }
}

function unit(origin: string): string {
  return origin === 'string' ? ' characters long' : '';
}

function article(expected: string): string {
  if (expected === 'int') return 'a whole number';
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}${text === '' ? '' : '.'}${String(part)}`),
    '',
  );
}
