import { type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { topicName } from '#adapters/sns/topic-name.ts';
import { idOf } from '#domain/ids.ts';
import type { Channel } from '#domain/recipients/recipient.ts';

/** Whose topic it is. */
export type TopicOwner = { readonly tenant: string; readonly recipient: string; readonly channel: Channel };

/** Finds out whose topic a message went to: a topic's name hides tenant and recipient, so those that exist are tried. */
export type TopicOwners = {
  readonly ownerOf: (topicArn: string) => Promise<TopicOwner | undefined>;
  /** Every channel of the recipients with that id, in one tenant or in all. */
  readonly channelsOf: (recipient: string, tenant: string | undefined) => Promise<readonly TopicOwner[]>;
};

const KEY = /^TENANT#([^#]+)$/;
const CHANNELS: readonly Channel[] = ['email', 'sms'];

/** Looks recipients up in the tables when a topic is unknown, and remembers what it has seen. */
export function topicOwners(client: DynamoDBClient, tableNames: readonly string[]): TopicOwners {
  const known = new Map<string, TopicOwner>();
  const learn = async (): Promise<void> => {
    for (const owner of await readOwners(client, tableNames)) known.set(topicNameOf(owner), owner);
  };
  return {
    ownerOf: async (topicArn) => {
      if (find(known, topicArn) === undefined) await learn();
      return find(known, topicArn);
    },
    channelsOf: async (recipient, tenant) => {
      await learn();
      return [...known.values()].filter((owner) => owner.recipient === recipient && (tenant === undefined || owner.tenant === tenant));
    },
  };
}

function find(known: ReadonlyMap<string, TopicOwner>, topicArn: string): TopicOwner | undefined {
  return [...known].find(([name]) => topicArn.endsWith(name))?.[1];
}

/** How a topic's name ends, whatever the installation's prefix. */
export function topicNameOf({ tenant, recipient, channel }: TopicOwner): string {
  return topicName({ tenantId: idOf.tenant(tenant), recipientId: idOf.recipient(recipient), channel });
}

/** Only this machine's own look into its tables reads them whole: the product never does. */
async function readOwners(client: DynamoDBClient, tableNames: readonly string[]): Promise<readonly TopicOwner[]> {
  const owners: TopicOwner[] = [];
  for (const TableName of tableNames) {
    const recipients = {
      TableName,
      ProjectionExpression: 'pk, sk',
      FilterExpression: 'begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':prefix': { S: 'RECIPIENT#' } },
    };
    for await (const { Items = [] } of paginateScan({ client }, recipients)) {
      for (const { pk, sk } of Items) {
        const tenant = KEY.exec(pk?.S ?? '')?.[1];
        const recipient = sk?.S?.slice('RECIPIENT#'.length);
        if (tenant !== undefined && recipient !== undefined) owners.push(...CHANNELS.map((channel) => ({ tenant, recipient, channel })));
      }
    }
  }
  return owners;
}
