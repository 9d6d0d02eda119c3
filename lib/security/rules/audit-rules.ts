import { breachOf, type Rule } from './rule.ts';
import { type Statement, statementsOf } from './statements-of.ts';
import type { Resource, Templates } from './templates.ts';
import { listAt } from './value-at.ts';

/** What changes or deletes an item that is there. That a put replaces none is a condition of each put, which IAM cannot ask for. */
const CHANGES = ['dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem'];
const PUT = 'dynamodb:PutItem';

/** U1, U2. The partitions of the audit and of its chain. */
const AUDIT = 'TENANT#*#AUDIT';
const CHAIN = 'TENANT#*#CHAIN';

/** U1, U2. What has to hold of every role that may write to the table. */
export const AUDIT_RULES: readonly Rule[] = [
  {
    name: 'AuditUnchanged',
    holds: 'A role that may write to the table is denied changing and deleting entries of the audit, and links of its chain.',
    otherwise: 'Who moved whom can be rewritten by whoever runs code in a function, and nobody can tell.',
    remedy: 'Give the function what Table.protectsAudit() says, beside what it may write.',
    breaches: (templates) =>
      roles(templates)
        .filter((role) => [AUDIT, CHAIN].some((key) => CHANGES.some((action) => !isDenied(role, action, key))))
        .map((role) => breachOf(role, 'Properties.Policies')),
  },
  {
    name: 'ChainHasOneWriter',
    holds: 'One role at most may add links to the chain of the audit.',
    otherwise: 'Whoever runs code in the public page can put a false link there, and the proof of an honest audit fails.',
    remedy: 'Give every other function what Table.protectsChain() says.',
    breaches: (templates) => {
      const writers = roles(templates).filter((role) => !isDenied(role, PUT, CHAIN));
      return writers.length > 1 ? writers.map((role) => breachOf(role, 'Properties.Policies')) : [];
    },
  },
];

/** Those that may write to a table at all. */
function roles({ ofType }: Templates): readonly Resource[] {
  return ofType('AWS::IAM::Role').filter((role) => tablesWritten(role).length > 0);
}

function tablesWritten(role: Resource): readonly unknown[] {
  return statementsOf(role)
    .filter(writes)
    .flatMap(({ resources }) => resources);
}

/** Whatever names an action with a star may write, too. */
function writes({ effect, actions }: Statement): boolean {
  return (
    effect !== 'Deny' && actions.some((action) => [PUT, ...CHANGES].some((write) => write === action || matches(String(action), write)))
  );
}

function matches(pattern: string, action: string): boolean {
  const [before = '', ...after] = pattern.split('*');
  return after.length > 0 && action.startsWith(before);
}

/** Whether a role may not do that under those keys, in any table that it writes to. */
function isDenied(role: Resource, action: string, key: string): boolean {
  const denials = statementsOf(role).filter(({ effect }) => effect === 'Deny');
  return tablesWritten(role).every((table) => denials.some((denial) => denies(denial, action, key, table)));
}

function denies({ actions, resources, condition }: Statement, action: string, key: string, table: unknown): boolean {
  const keys = listAt(condition, 'ForAnyValue:StringLike.dynamodb:LeadingKeys');
  const isOnlyCondition = JSON.stringify(condition) === JSON.stringify({ 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': keys } });
  const isAboutTable = resources.some((resource) => JSON.stringify(resource) === JSON.stringify(table));
  return isOnlyCondition && keys.includes(key) && actions.includes(action) && isAboutTable;
}
