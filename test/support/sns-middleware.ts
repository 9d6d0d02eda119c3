import {
  ConfirmSubscriptionCommand,
  GetSubscriptionAttributesCommand,
  type ListSubscriptionsByTopicCommandOutput,
  type SNSClient,
  type SubscribeCommandInput,
  type SubscribeCommandOutput,
} from '@aws-sdk/client-sns';

type Command = abstract new (...input: never[]) => { readonly input: unknown };

/** The inputs of the commands a client has sent, by class and in order. */
export type Sent = { readonly of: (command: Command) => readonly unknown[] };

/** Writes down what a client sends from now on. */
export function recorded(client: SNSClient): Sent {
  const commands: { readonly name: string; readonly input: unknown }[] = [];
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        commands.push({ name: commandName, input: args.input });
        return next(args);
      },
    { step: 'initialize' },
  );
  return { of: (command) => commands.filter(({ name }) => name === command.name).map(({ input }) => input) };
}

/** Makes the emulator behave as SNS does: lists hide the ARNs of pending subscriptions, and a telephone needs no confirmation. */
export function asSnsDoes(client: SNSClient, emulator: SNSClient): SNSClient {
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const answer = await next(args);
        if (commandName === 'ListSubscriptionsByTopicCommand')
          await hidePending(emulator, answer.output as ListSubscriptionsByTopicCommandOutput);
        if (commandName === 'SubscribeCommand')
          await confirmTelephone(emulator, args.input as SubscribeCommandInput, answer.output as SubscribeCommandOutput);
        return answer;
      },
    { step: 'initialize', priority: 'low' },
  );
  return client;
}

async function hidePending(emulator: SNSClient, { Subscriptions = [] }: ListSubscriptionsByTopicCommandOutput): Promise<void> {
  for (const subscription of Subscriptions) {
    const { Attributes } = await emulator.send(new GetSubscriptionAttributesCommand({ SubscriptionArn: subscription.SubscriptionArn }));
    if (Attributes?.['PendingConfirmation'] === 'true') subscription.SubscriptionArn = 'PendingConfirmation';
  }
}

async function confirmTelephone(
  emulator: SNSClient,
  { TopicArn, Protocol }: SubscribeCommandInput,
  { SubscriptionArn }: SubscribeCommandOutput,
): Promise<void> {
  if (Protocol === 'sms') await emulator.send(new ConfirmSubscriptionCommand({ TopicArn, Token: SubscriptionArn }));
}
