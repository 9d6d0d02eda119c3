import { breachOf, type Rule } from './rule.ts';
import type { Resource, Templates } from './templates.ts';
import { listAt, valueAt } from './value-at.ts';

const TABLE = 'AWS::DynamoDB::Table';
const GLOBAL_TABLE = 'AWS::DynamoDB::GlobalTable';

/** What has to hold of every table, in either of the two forms that CloudFormation knows; cdk-nag looks at the first alone. */
export const TABLE_RULES: readonly Rule[] = [
  {
    name: 'TableBackups',
    holds: 'Every table can be put back to any moment of the last weeks.',
    otherwise: 'After a slip nobody knows any more whose access ends when, and nobody is warned.',
    remedy: 'Turn point-in-time recovery on, in each replica.',
    breaches: (templates) => perReplica(templates, 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled'),
  },
  {
    name: 'TableDeletion',
    holds: 'No table can be deleted by accident.',
    otherwise: 'One wrong call takes every tenant, and every warning that was still to come.',
    remedy: 'Turn deletion protection on, in each replica.',
    breaches: (templates) => perReplica(templates, 'DeletionProtectionEnabled'),
  },
  {
    name: 'TableStays',
    holds: 'Every table stays when its stack is removed or its definition replaced.',
    otherwise: 'A deployment that goes wrong begins with an empty table and an empty audit.',
    remedy: 'Give it the removal policy RETAIN.',
    breaches: (templates) => [
      ...allTables(templates).flatMap((table) => unlessEqual(table, 'DeletionPolicy', 'Retain')),
      ...allTables(templates).flatMap((table) => unlessEqual(table, 'UpdateReplacePolicy', 'Retain')),
    ],
  },
  {
    name: 'TableEncryption',
    holds: 'Every table is encrypted with a key whose use is on record.',
    otherwise: 'Whoever reads names and addresses of people outside of Lapsewatch leaves no trace.',
    remedy: 'Encrypt it with the key that AWS manages in the account, or with one of your own.',
    breaches: (templates) => allTables(templates).flatMap((table) => unlessEqual(table, 'Properties.SSESpecification.SSEEnabled', true)),
  },
];

function allTables(templates: Templates): readonly Resource[] {
  return templates.ofType(TABLE, GLOBAL_TABLE);
}

/** A global table says it for each replica; one whose replicas cannot be read here says it for none. */
function perReplica(templates: Templates, place: string): ReturnType<Rule['breaches']> {
  const globals = templates.ofType(GLOBAL_TABLE).flatMap((table) => {
    const count = Math.max(1, listAt(table.body, 'Properties.Replicas').length);
    return Array.from({ length: count }, (_, n) => unlessEqual(table, `Properties.Replicas.${n}.${place}`, true)).flat();
  });
  return [...templates.ofType(TABLE).flatMap((table) => unlessEqual(table, `Properties.${place}`, true)), ...globals];
}

function unlessEqual(resource: Resource, location: string, expected: string | boolean): ReturnType<Rule['breaches']> {
  return valueAt(resource.body, location) === expected ? [] : [breachOf(resource, location)];
}
