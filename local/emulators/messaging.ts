import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import * as z from 'zod';
import type { TemplateReader } from '#local/template/template-reader.ts';
import { LOCAL_REGION } from '#local/template/world.ts';
import { sqsCall } from './sqs-call.ts';

const LISTEN = 'tracing:net.server.listen:asyncStart';

/** Starts the SNS and SQS emulator inside this process, on the loopback address alone. `folder`: where messages are kept. */
export async function startMessaging(folder: string | undefined): Promise<FauxqsServer> {
  subscribe(LISTEN, keepOnLoopback);
  try {
    const kept = folder === undefined ? {} : { dataDir: folder };
    return await startFauxqs({ port: 0, logger: false, defaultRegion: LOCAL_REGION, ...kept });
  } finally {
    unsubscribe(LISTEN, keepOnLoopback);
  }
}

/** The emulator takes no address and would listen on all of them: any neighbour on the network could publish. */
function keepOnLoopback(message: unknown): void {
  const listening = z.object({ options: z.looseObject({ host: z.string() }) }).safeParse(message);
  if (listening.success && isListenMessage(message)) message.options.host = '127.0.0.1';
}

function isListenMessage(message: unknown): message is { readonly options: { host: string } } {
  return typeof message === 'object' && message !== null && 'options' in message;
}

const queueSchema = z.object({
  DelaySeconds: z.coerce.string().optional(),
  VisibilityTimeout: z.coerce.string().optional(),
  MessageRetentionPeriod: z.coerce.string().optional(),
  RedrivePolicy: z
    .object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() })
    .transform((policy) => JSON.stringify(policy))
    .optional(),
});

/** Makes the template's queues and topics; on kept data it leaves what is in them and takes the template's settings. */
export async function makeQueuesAndTopics(server: FauxqsServer, reader: TemplateReader): Promise<void> {
  const queues = reader.resourcesOf('AWS::SQS::Queue').map((resource) => ({
    name: reader.nameOf(resource),
    attributes: settings(queueSchema.parse(reader.propertiesOf(resource))),
  }));
  const topics = reader.resourcesOf('AWS::SNS::Topic').map((resource) => ({ name: reader.nameOf(resource) }));
  const { queues: made } = server.setup({ region: LOCAL_REGION, queues, topics });
  for (const { url, name, created } of made) {
    const attributes = queues.find((queue) => queue.name === name)?.attributes;
    if (!created) await sqsCall(server.address, 'SetQueueAttributes', { QueueUrl: url, Attributes: attributes });
  }
}

function settings(queue: z.infer<typeof queueSchema>): Record<string, string> {
  return Object.fromEntries(Object.entries(queue).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}
