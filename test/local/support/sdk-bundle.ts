import { build } from 'esbuild';

let built: Promise<string> | undefined;

/**
 * A function that carries out what its caller, or a message, asks of AWS, with the real SDK: `{ service, command, input }`, and with
 * `attempts` how often the SDK may try. `GET /v1/variables` answers its environment.
 */
export function sdkBundle(): Promise<string> {
  built ??= bundle();
  return built;
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: SOURCE, resolveDir: process.cwd(), loader: 'js' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

const SOURCE = `
import * as dynamodb from '@aws-sdk/client-dynamodb';
import * as sqs from '@aws-sdk/client-sqs';
import * as sns from '@aws-sdk/client-sns';
import * as events from '@aws-sdk/client-eventbridge';
const services = { dynamodb, sqs, sns, events };
const clientOf = {
  dynamodb: (config) => new dynamodb.DynamoDBClient(config),
  sqs: (config) => new sqs.SQSClient(config),
  sns: (config) => new sns.SNSClient(config),
  events: (config) => new events.EventBridgeClient(config),
};
const clients = {};
const carryOut = async ({ service, command, input, attempts = 3 }) => {
  const client = (clients[service + attempts] ??= clientOf[service]({ maxAttempts: attempts }));
  try {
    const { $metadata, ...output } = await client.send(new services[service][command + 'Command'](input));
    return { ...output };
  } catch (error) {
    return { refused: error.name, detail: error.message };
  }
};
export const handler = async (event) => {
  if (event.rawPath === '/v1/variables') return process.env;
  if (event.Records === undefined) return carryOut(JSON.parse(event.body));
  for (const { body, attributes } of event.Records) {
    const asked = JSON.parse(body);
    if (asked.tick) continue;
    console.log(JSON.stringify({ message: 'received', count: attributes.ApproximateReceiveCount }));
    console.log(JSON.stringify({ message: 'answered', answer: await carryOut(asked) }));
  }
};
`;
