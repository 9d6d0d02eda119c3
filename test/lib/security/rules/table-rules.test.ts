import { describe } from 'vitest';
import { TABLE_RULES } from '#lib/security/rules/table-rules.ts';
import { hold } from './hold.ts';

const REPLICA = {
  Region: 'eu-central-1',
  DeletionProtectionEnabled: true,
  PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
};
const KEPT = { Type: 'AWS::DynamoDB::GlobalTable', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' };
const aGlobalTable = (properties: object = {}) => ({
  ...KEPT,
  Properties: { SSESpecification: { SSEEnabled: true }, Replicas: [REPLICA], ...properties },
});

describe('S5 The rules about tables', () => {
  hold(TABLE_RULES, {
    TableBackups: {
      passes: [
        ['a table with backups', {}],
        [
          'a global table with backups in both regions',
          { Global: aGlobalTable({ Replicas: [REPLICA, { ...REPLICA, Region: 'eu-west-1' }] }) },
        ],
      ],
      fails: [
        ['a table that says nothing', 'Table', { 'Table.Properties.PointInTimeRecoverySpecification': undefined }],
        [
          'a table that decides at deployment',
          'Table',
          { 'Table.Properties.PointInTimeRecoverySpecification': { 'Fn::If': ['Cheap', 1, 2] } },
        ],
        [
          'a global table without backups in its second region',
          'Global',
          { Global: aGlobalTable({ Replicas: [REPLICA, withoutBackups()] }) },
        ],
        ['a global table whose replicas cannot be read', 'Global', { Global: aGlobalTable({ Replicas: { Ref: 'Regions' } }) }],
      ],
    },
    TableDeletion: {
      passes: [
        ['a table that is protected', {}],
        ['a global table that is protected', { Global: aGlobalTable() }],
      ],
      fails: [
        ['a table that is not protected', 'Table', { 'Table.Properties.DeletionProtectionEnabled': false }],
        [
          'a global table that is not protected',
          'Global',
          { Global: aGlobalTable({ Replicas: [{ ...REPLICA, DeletionProtectionEnabled: false }] }) },
        ],
      ],
    },
    TableStays: {
      passes: [
        ['a table that stays', {}],
        ['a global table that stays', { Global: aGlobalTable() }],
      ],
      fails: [
        ['a table that goes with its stack', 'Table', { 'Table.DeletionPolicy': 'Delete' }],
        ['a table that goes when it is replaced', 'Table', { 'Table.UpdateReplacePolicy': undefined }],
        ['a global table that goes with its stack', 'Global', { Global: { ...aGlobalTable(), DeletionPolicy: 'Delete' } }],
      ],
    },
    TableEncryption: {
      passes: [
        ['a table with the key that AWS manages', {}],
        ['a table with a key of its own', { 'Table.Properties.SSESpecification': { SSEEnabled: true, KMSMasterKeyId: 'alias/own' } }],
        ['a global table with a key', { Global: aGlobalTable() }],
      ],
      fails: [
        ['a table that says nothing', 'Table', { 'Table.Properties.SSESpecification': undefined }],
        ['a global table that says nothing', 'Global', { Global: aGlobalTable({ SSESpecification: undefined }) }],
      ],
    },
  });
});

function withoutBackups(): object {
  return { ...REPLICA, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false } };
}
