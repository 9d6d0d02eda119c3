import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type Instant, instantOf } from '#domain/days/instant.ts';
import { idOf } from '#domain/ids.ts';
import type { OutboxItem, OutboxState } from '#domain/outbox/outbox-item.ts';
import type { Channel, Delivery } from '#domain/recipients/recipient.ts';
import type { Change } from '#use-cases/change.ts';
import type { Stores, TopicOwner } from '#use-cases/ports.ts';
import type { CheckPorts } from '#use-cases/read-situation.ts';
import type { StoredChannel, StoredRecipient } from '#use-cases/stored.ts';
import { intercept } from './faults.ts';
import { portsOn, type TestPorts } from './ports.ts';
import type { Bench } from './stores.ts';

/** What SNS says of a channel that a check looks at. Called between the check's reading and its writing, so others may act here. */
export type Look = (owner: TopicOwner, recorded: StoredChannel) => Promise<Delivery>;
export type CheckBench = Omit<TestPorts, 'ports'> & { readonly ports: CheckPorts };

/** Ports for a check: the real table, and an SNS that says what is recorded unless `look` says otherwise. */
export function checkPortsOn(bench: Bench, { look, stores }: { readonly look?: Look; readonly stores?: Stores } = {}): CheckBench {
  const { ports, ...rest } = portsOn(bench);
  const deliveryOf: Look = look ?? (async (_owner, { delivery }) => delivery);
  return { ...rest, ports: { ...ports, ...(stores && { stores }), topics: { deliveryOf } } };
}

/** A recipient with an address on each of the channels, confirmed unless told otherwise. */
export function aRecipient(recipientId: string, channels: readonly Channel[] = ['email'], delivery: Delivery = 'confirmed'): Change {
  const [email, phone] = [`${recipientId}@acme.example`, '+4915112345678'];
  const stored: StoredRecipient['channels'] = {
    ...(channels.includes('email') && { email: { address: email, delivery, subscriptionArn: 'arn:email' } }),
    ...(channels.includes('sms') && { sms: { address: phone, delivery, subscriptionArn: 'arn:sms' } }),
  };
  const addresses = { ...(channels.includes('email') && { email }), ...(channels.includes('sms') && { phone }) };
  const recipient = {
    recipientId: idOf.recipient(recipientId),
    name: recipientId,
    language: 'en',
    mayAct: true,
    escalation: false,
  } as const;
  return { change: 'put-recipient', recipient: { ...recipient, ...addresses }, revision: 'absent', channels: stored };
}

/** The sort keys, or else partition keys, of what each transaction of a client writes, in order. */
export function transactionsOf(client: DynamoDBDocumentClient): readonly (readonly string[])[] {
  const seen: string[][] = [];
  intercept(client, 'TransactWriteItemsCommand', (input) => void seen.push(keysIn(input)));
  return seen;
}

function keysIn(input: unknown): string[] {
  return [...JSON.stringify(input).matchAll(/"(?:Key|Item)":\{"pk":(?:\{"S":)?"([^"]+)"\}?,"sk":(?:\{"S":)?"([^"]+)"/g)].map(
    ([, pk = '', sk = '']) => (pk.startsWith('TENANT') ? sk : (pk.split('#')[0] ?? pk)),
  );
}

/** Everything in the outbox that waits. */
export async function outboxOf({
  ports,
  asked,
}: Pick<CheckBench, 'ports' | 'asked'>): Promise<readonly (OutboxItem & { readonly state: OutboxState })[]> {
  const items = await Promise.all([...new Set(asked.deliveries)].map((outboxId) => ports.stores.readOutbox(outboxId)));
  return items.filter((item) => item !== undefined);
}

/** Who gets a message: `anna email`. */
export async function messagesOf(checked: Pick<CheckBench, 'ports' | 'asked'>): Promise<readonly string[]> {
  const items = await outboxOf(checked);
  return items.flatMap(({ work }) => (work.work === 'message' ? [`${work.recipientId} ${work.channel}`] : [])).toSorted();
}

/** 08:00 in Berlin on a day of winter. */
export function morningOf(day: string): Instant {
  return instantOf(Date.parse(`${day}T07:00:00.000Z`));
}
