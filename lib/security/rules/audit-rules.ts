import { breachOf, type Rule } from './rule.ts';
import { type Statement, statementsOf } from './statements-of.ts';
import type { Resource } from './templates.ts';
import { listAt } from './value-at.ts';

/** What writes at all. */
const WRITES = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem'];

/** What changes or deletes an item that is there. That a put replaces none is a condition of each put, which IAM cannot ask for. */
const CHANGES = ['dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem'];

/** U1. The partitions of the audit. */
const KEPT = ['TENANT#*#AUDIT'];

/** U1. What has to hold of every role that may write to the table. */
export const AUDIT_RULES: readonly Rule[] = [
  {
    name: 'AuditUnchanged',
    holds: 'A role that may write to the table is denied changing and deleting entries of the audit, and links of its chain.',
    otherwise: 'Who moved whom can be rewritten by whoever runs code in a function, and nobody can tell.',
    remedy: 'Give the function what Table.protectsAudit() says, beside what it may write.',
    breaches: (templates) =>
      templates
        .ofType('AWS::IAM::Role')
        .filter((role) => mayWriteUnguarded(role))
        .map((role) => breachOf(role, 'Properties.Policies')),
  },
];

function mayWriteUnguarded(role: Resource): boolean {
  const statements = statementsOf(role);
  const written = statements.filter(writes).flatMap(({ resources }) => resources);
  const denials = statements.filter(({ effect }) => effect === 'Deny');
  return written.some(
    (table) => !CHANGES.every((action) => KEPT.every((key) => denials.some((denial) => denies(denial, action, key, table)))),
  );
}

/** Whatever names an action with a star may write, too. */
function writes({ effect, actions }: Statement): boolean {
  return effect !== 'Deny' && actions.some((action) => WRITES.some((write) => write === action || matches(String(action), write)));
}

function matches(pattern: string, action: string): boolean {
  const [before = '', ...after] = pattern.split('*');
  return after.length > 0 && action.startsWith(before);
}

function denies({ actions, resources, condition }: Statement, action: string, key: string, table: unknown): boolean {
  const keys = listAt(condition, 'ForAnyValue:StringLike.dynamodb:LeadingKeys');
  const isOnlyCondition = JSON.stringify(condition) === JSON.stringify({ 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': keys } });
  const isAboutTable = resources.some((resource) => JSON.stringify(resource) === JSON.stringify(table));
  return isOnlyCondition && keys.includes(key) && actions.includes(action) && isAboutTable;
}
