import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { tableShape } from '#adapters/dynamodb/table-shape.ts';
import { synthesized } from '../synthesized.ts';

const { data } = synthesized();

describe('The data stack', () => {
  it('keeps the logical id of its table, or the next deployment would make an empty one', () => {
    expect(Object.keys(data.findResources('AWS::DynamoDB::Table'))).toEqual(['Table710B521B']);
  });

  it('holds the table and nothing else', () => {
    expect(Object.keys(data.toJSON()['Resources'])).toEqual(['Table710B521B']);
  });

  it('keeps the names of what the other stacks import', () => {
    const outputs = Object.keys(data.toJSON()['Outputs']);
    expect(outputs.filter((name) => name.startsWith('Exports')).toSorted()).toEqual([
      'ExportsOutputFnGetAttTable710B521BArn570AFAD4',
      'ExportsOutputRefTable710B521B3741E805',
    ]);
  });
});

describe('The table', () => {
  it('can be put back to any moment of the last weeks', () => {
    expect(tableProperties()['PointInTimeRecoverySpecification']).toEqual({ PointInTimeRecoveryEnabled: true });
  });

  it('can be deleted neither with its stack nor by accident', () => {
    expect(data.findResources('AWS::DynamoDB::Table', { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' })).toHaveProperty(
      'Table710B521B',
    );
    expect(tableProperties()['DeletionProtectionEnabled']).toBe(true);
  });

  it('is encrypted with a key whose use is on record', () => {
    expect(tableProperties()['SSESpecification']).toEqual({ SSEEnabled: true });
  });

  it('is paid for by request', () => {
    expect(tableProperties()['BillingMode']).toBe('PAY_PER_REQUEST');
  });

  it('forgets what has had its time', () => {
    expect(tableProperties()['TimeToLiveSpecification']).toEqual({ AttributeName: 'ttl', Enabled: true });
  });

  it('has the keys and indexes that the adapter asks for', () => {
    const { TableName: _name, BillingMode: _mode, ...shape } = tableShape('any');
    const attributes = shape.AttributeDefinitions ?? [];
    data.hasResourceProperties('AWS::DynamoDB::Table', {
      KeySchema: shape.KeySchema,
      AttributeDefinitions: Match.arrayWith(attributes),
      GlobalSecondaryIndexes: Match.arrayWith([...(shape.GlobalSecondaryIndexes ?? [])]),
    });
    expect(tableProperties()['AttributeDefinitions']).toHaveLength(attributes.length);
  });
});

function tableProperties(): Record<string, unknown> {
  return data.findResources('AWS::DynamoDB::Table')['Table710B521B']?.['Properties'];
}
