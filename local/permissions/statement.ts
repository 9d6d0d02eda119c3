import * as z from 'zod';
import type { Access } from './access.ts';

const oneOrMore = z.union([z.array(z.string()), z.string().transform((only) => [only])]);

/** What is not named here would decide differently in AWS, so it is refused instead of overlooked. */
const statementSchema = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: oneOrMore,
  Resource: oneOrMore,
  Condition: z.strictObject({ 'ForAnyValue:StringLike': z.strictObject({ 'dynamodb:LeadingKeys': oneOrMore }) }).optional(),
});

/** A statement of an identity policy. */
export type Statement = z.infer<typeof statementSchema>;

export const policySchema = z.object({
  PolicyDocument: z.strictObject({ Version: z.string().optional(), Statement: z.array(statementSchema) }),
});

/** How IAM decides, and which kind of no it is. */
export type Decision = 'allowed' | 'explicit-deny' | 'implicit-deny';

/** A statement that denies wins over all that allow; what nobody mentions is denied. */
export function decide(statements: readonly Statement[], access: Access): Decision {
  const effects = new Set(statements.filter((statement) => applies(statement, access)).map(({ Effect }) => Effect));
  if (effects.has('Deny')) return 'explicit-deny';
  return effects.has('Allow') ? 'allowed' : 'implicit-deny';
}

function applies({ Action, Resource, Condition }: Statement, { action, resource, leadingKeys = [] }: Access): boolean {
  const named = Action.some((pattern) => isLike(pattern.toLowerCase(), action.toLowerCase()));
  if (!named || !Resource.some((pattern) => isLike(pattern, resource))) return false;
  // "For any value": a call without the key meets no such condition.
  const keys = Condition?.['ForAnyValue:StringLike']['dynamodb:LeadingKeys'];
  return keys === undefined || leadingKeys.some((key) => keys.some((pattern) => isLike(pattern, key)));
}

/** IAM's wildcards: `*` for anything, `?` for one character. */
function isLike(pattern: string, text: string): boolean {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(text);
}
