import { describe, expect, it } from 'vitest';
import { actionsOf, allStatements, statementsOf } from '../statements.ts';
import { synthesized } from '../synthesized.ts';

const { service } = synthesized();

/** Roles by how their logical ids begin, and what each may do with items of the table. */
const TABLE_ACTIONS = [
  ['api', 'ApiFunctionRole', ['BatchGetItem', 'ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem']],
  ['links', 'LinksFunctionRole', ['BatchGetItem', 'ConditionCheckItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem']],
  ['tick', 'TicksTickRole', ['Query']],
  ['check-tenant', 'ChecksCheckTenantRole', ['BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem']],
  ['deliver', 'DeliveriesDeliverRole', ['GetItem', 'PutItem', 'UpdateItem']],
  ['work', 'WorkRole', ['BatchGetItem', 'BatchWriteItem', 'ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem']],
] as const;

/** AWS knows no resource for these. */
const WITHOUT_RESOURCE = ['sns:GetSubscriptionAttributes', 'sns:Unsubscribe', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments'];

const deniedTo = (role: string, action: string) =>
  statementsOf(service, role).filter(({ Effect, Action }) => Effect === 'Deny' && Action.includes(action));

describe('The roles', () => {
  it('are one for each function and one for the schedule', () => {
    expect(Object.keys(service.findResources('AWS::IAM::Role'))).toHaveLength(7);
    expect(Object.keys(service.findResources('AWS::IAM::Policy'))).toEqual([]);
  });

  it('name every action', () => {
    const actions = allStatements(service).flatMap(({ Action }) => Action);
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  });

  it('scan nothing and change no table', () => {
    const actions = allStatements(service).flatMap(({ Action }) => Action.filter((action) => action.startsWith('dynamodb:')));
    expect(actions.filter((action) => /Scan|Table|PartiQL|Stream|Backup/.test(action))).toEqual([]);
  });

  it('name every resource, except where AWS has none', () => {
    const everywhere = allStatements(service).filter(({ Resource }) => Resource.includes('*'));
    expect([...new Set(everywhere.flatMap(({ Action }) => Action))].toSorted()).toEqual(WITHOUT_RESOURCE);
  });

  it.each(TABLE_ACTIONS)('of %s does with the table what its use cases do, and no more', (_name, role, actions) => {
    expect(actionsOf(service, role, 'dynamodb')).toEqual(actions);
  });

  it.each(TABLE_ACTIONS.filter(([, , actions]) => actions.some((action) => action === 'UpdateItem')))(
    'U1 of %s may neither change nor delete an audit entry, whatever else it may',
    (_name, role) => {
      expect(deniedTo(role, 'dynamodb:UpdateItem')).toEqual([
        {
          Effect: 'Deny',
          Action: ['dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem'],
          Resource: expect.anything(),
          Condition: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['TENANT#*#AUDIT', 'TENANT#*#CHAIN'] } },
        },
      ]);
    },
  );

  it.each(TABLE_ACTIONS.filter(([, , actions]) => actions.some((action) => action === 'PutItem')))(
    'U2 of %s adds a link to an audit chain only if it is that of work',
    (name, role) => {
      const kept = {
        Effect: 'Deny',
        Action: ['dynamodb:PutItem'],
        Resource: expect.anything(),
        Condition: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['TENANT#*#CHAIN'] } },
      };
      expect(deniedTo(role, 'dynamodb:PutItem')).toEqual(name === 'work' ? [] : [kept]);
    },
  );

  it('of tick reaches the two sparse indexes alone', () => {
    const reached = statementsOf(service, 'TicksTickRole').filter(({ Action }) => Action.includes('dynamodb:Query'));
    expect(JSON.stringify(reached)).toMatch(/\/index\/due.*\/index\/open/);
    expect(reached.flatMap(({ Resource }) => Resource)).toHaveLength(2);
  });

  it('of deliver keeps its hands off topics that are not recipients’', () => {
    const kept = statementsOf(service, 'DeliveriesDeliverRole').filter(({ Action }) => Action.includes('sns:DeleteTopic'));
    expect(JSON.stringify(kept.flatMap(({ Resource }) => Resource))).toMatch(/:LapsewatchService-recipient-\*"/);
  });

  it('of two installations reach different topics', () => {
    const other = synthesized({ name: 'Trial' }).service;
    expect(JSON.stringify(statementsOf(other, 'DeliveriesDeliverRole'))).toContain(':TrialService-recipient-*');
  });

  it.each(['ApiFunctionRole', 'LinksFunctionRole', 'TicksTickRole', 'ChecksCheckTenantRole', 'WorkRole'])(
    'of %s publishes to nobody',
    (role) => {
      expect(actionsOf(service, role, 'sns').filter((action) => action !== 'GetSubscriptionAttributes')).toEqual([]);
      expect(actionsOf(service, role, 'events')).toEqual([]);
    },
  );
});
