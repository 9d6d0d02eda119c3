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
      writersIn(templates)
        .filter((writer) => [AUDIT, CHAIN].some((key) => CHANGES.some((action) => !isDenied(writer, action, key))))
        .map(({ role }) => breachOf(role, 'Properties.Policies')),
  },
  {
    name: 'ChainHasOneWriter',
    holds: 'One role at most may add links to the chain of the audit.',
    otherwise: 'Whoever runs code in the public page can put a false link there, and the proof of an honest audit fails.',
    remedy: 'Give every other function what Table.protectsChain() says.',
    breaches: (templates) => {
      const writers = writersIn(templates).filter((writer) => !isDenied(writer, PUT, CHAIN));
      return writers.length > 1 ? writers.map(({ role }) => breachOf(role, 'Properties.Policies')) : [];
    },
  },
];

/** A role that may write to tables at all: to which, and what it is denied. */
type Writer = { readonly role: Resource; readonly tables: readonly unknown[]; readonly denials: readonly Statement[] };

function writersIn({ ofType }: Templates): readonly Writer[] {
  const all = ofType('AWS::IAM::Role').map((role): Writer => {
    const statements = statementsOf(role);
    const tables = statements.filter(writes).flatMap(({ resources }) => resources);
    return { role, tables, denials: statements.filter(({ effect }) => effect === 'Deny') };
  });
  return all.filter(({ tables }) => tables.length > 0);
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
function isDenied({ tables, denials }: Writer, action: string, key: string): boolean {
  return tables.every((table) => denials.some((denial) => denies(denial, action, key, table)));
}

function denies({ actions, resources, condition }: Statement, action: string, key: string, table: unknown): boolean {
  const keys = listAt(condition, 'ForAnyValue:StringLike.dynamodb:LeadingKeys');
  const isOnlyCondition = JSON.stringify(condition) === JSON.stringify({ 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': keys } });
  const isAboutTable = resources.some((resource) => JSON.stringify(resource) === JSON.stringify(table));
  return isOnlyCondition && keys.includes(key) && actions.includes(action) && isAboutTable;
}
