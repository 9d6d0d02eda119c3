import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Api } from '#lib/constructs/api.ts';
import { Checks } from '#lib/constructs/checks.ts';
import { Deliveries } from '#lib/constructs/deliveries.ts';
import { HttpDoors } from '#lib/constructs/http-doors.ts';
import { Links } from '#lib/constructs/links.ts';
import type { DomainChoice } from '#lib/constructs/own-domain.ts';
import { RecipientTopics } from '#lib/constructs/recipient-topics.ts';
import type { Table } from '#lib/constructs/table.ts';
import { Ticks } from '#lib/constructs/ticks.ts';
import { Tooling } from '#lib/constructs/tooling.ts';
import type { Surroundings } from '#lib/constructs/watched-function.ts';
import { Work } from '#lib/constructs/work.ts';
import { WorkQueue } from '#lib/constructs/work-queue.ts';

export type ServiceStackProps = StackProps &
  Surroundings & {
    readonly table: Table;
    /** @default the host that API Gateway gives */
    readonly domain?: DomainChoice | undefined;
  };

/** What Lapsewatch does: ticks, checks, deliveries, work, and the doors of its HTTP API. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, { bundles, alarms, table, domain, ...props }: ServiceStackProps) {
    super(scope, id, { description: 'Lapsewatch: what it does', ...props });
    const shared = { bundles, alarms, table };

    const doors = new HttpDoors(this, 'Http', { alarms, domain });
    const recipientTopics = new RecipientTopics(this, 'RecipientTopics');
    const tooling = new Tooling(this, 'Tooling');

    const { queue: deliveryQueue } = new Deliveries(this, 'Deliveries', {
      ...shared,
      recipientTopics,
      tooling,
      linkBaseUrl: doors.linkBaseUrl,
    });
    const workQueue = new WorkQueue(this, 'WorkQueue', { alarms });
    const { queue: checkQueue } = new Checks(this, 'Checks', { ...shared, deliveryQueue, workQueue });
    new Work(this, 'Work', { ...shared, queue: workQueue, checkQueue, deliveryQueue });
    const queues = { checkQueue, deliveryQueue, workQueue };
    new Ticks(this, 'Ticks', { ...shared, ...queues });

    const { door: api } = new Api(this, 'Api', { ...shared, ...queues });
    const { door: links } = new Links(this, 'Links', { ...shared, ...queues });
    doors.leadTo({ api: api.lambda, links: links.lambda });

    new CfnOutput(this, 'RecipientTopicPrefix', { description: 'How the topics made at run time begin', value: recipientTopics.prefix });
    new CfnOutput(this, 'ToolingTopicArn', { description: 'Carries each alert as JSON, for tooling', value: tooling.topicArn });
    new CfnOutput(this, 'EventBusName', { description: 'Carries alerts and reassignments, for tooling', value: tooling.busName });
  }
}
