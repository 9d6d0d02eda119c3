import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Table } from '#lib/constructs/table.ts';

/** What must survive everything else: the table. It stays when this stack is removed. */
export class DataStack extends Stack {
  readonly table: Table;

  constructor(scope: Construct, id: string, props: StackProps = {}) {
    super(scope, id, { description: 'Lapsewatch: what it knows', ...props });
    this.table = new Table(this, 'Table');
    new CfnOutput(this, 'TableName', { description: 'Stays when the stacks are removed', value: this.table.name });
  }
}
