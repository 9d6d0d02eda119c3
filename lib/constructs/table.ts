import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, TableEncryption, Table as TableResource } from 'aws-cdk-lib/aws-dynamodb';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { allow, deny } from './given.ts';

/** What may be done to single items and partitions. Neither `Scan` nor anything that changes the table itself is among it. */
type ItemAction = 'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'ConditionCheckItem' | 'BatchWriteItem';
type Index = 'due' | 'tenants' | 'open';

const CHAIN = 'TENANT#*#CHAIN';

/** Everything Lapsewatch keeps: one table, on demand, with 35 days of backups, that nothing here can delete. */
export class Table extends Construct {
  readonly name: string;
  private readonly arn: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    // Not TableV2: of the rules that are checked at synthesis, those of cdk-nag do not look at it.
    const table = new TableResource(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      timeToLiveAttribute: 'ttl',
    });
    // Sparse: an item is in an index while it has that index's two attributes, so looking for work reads only what is due.
    table.addGlobalSecondaryIndex({ ...keys('due', 'duePk', 'dueSk'), projectionType: ProjectionType.KEYS_ONLY });
    table.addGlobalSecondaryIndex({
      ...keys('tenants', 'tenantsPk', 'tenantsSk'),
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: ['counts'],
    });
    table.addGlobalSecondaryIndex({ ...keys('open', 'openPk', 'openSk'), projectionType: ProjectionType.KEYS_ONLY });
    this.name = table.tableName;
    this.arn = table.tableArn;
  }

  /** The parts of a transaction are allowed one by one: there is no action for the whole. */
  allows(...actions: readonly ItemAction[]): PolicyStatement {
    return allow(
      actions.map((action) => `dynamodb:${action}`),
      [this.arn],
    );
  }

  /** U1, U2. No role changes or deletes an audit entry or a link of its chain: whoever writes to the table at all is given this, too. */
  protectsAudit(): PolicyStatement {
    const actions = ['UpdateItem', 'DeleteItem', 'BatchWriteItem'].map((action) => `dynamodb:${action}`);
    return deny({ actions, resources: [this.arn], leadingKeys: ['TENANT#*#AUDIT', CHAIN] });
  }

  /** U2. Only the function that chains the audit adds a link: every other one that writes is given this, too. */
  protectsChain(): PolicyStatement {
    return deny({ actions: ['dynamodb:PutItem'], resources: [this.arn], leadingKeys: [CHAIN] });
  }

  allowsQueriesOf(...indexes: readonly Index[]): PolicyStatement {
    return allow(
      ['dynamodb:Query'],
      indexes.map((index) => `${this.arn}/index/${index}`),
    );
  }
}

function keys(indexName: Index, partitionKey: string, sortKey: string) {
  return {
    indexName,
    partitionKey: { name: partitionKey, type: AttributeType.STRING },
    sortKey: { name: sortKey, type: AttributeType.STRING },
  };
}
