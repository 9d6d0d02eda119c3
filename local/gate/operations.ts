/** The operations of AWS that the gate knows, by service: what it can let through, hold up or strike with a fault. */
export const OPERATIONS = {
  dynamodb: [
    'GetItem',
    'PutItem',
    'UpdateItem',
    'DeleteItem',
    'Query',
    'Scan',
    'BatchGetItem',
    'BatchWriteItem',
    'TransactGetItems',
    'TransactWriteItems',
  ],
  sns: [
    'CreateTopic',
    'DeleteTopic',
    'Publish',
    'PublishBatch',
    'Subscribe',
    'ConfirmSubscription',
    'ListSubscriptions',
    'ListSubscriptionsByTopic',
    'GetSubscriptionAttributes',
    'SetSubscriptionAttributes',
    'Unsubscribe',
  ],
  sqs: ['SendMessage', 'SendMessageBatch', 'ReceiveMessage', 'DeleteMessage', 'ChangeMessageVisibility', 'GetQueueAttributes'],
  events: ['PutEvents'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Service = keyof typeof OPERATIONS;
