import { build } from 'esbuild';

let built: Promise<string> | undefined;

/**
 * A function that carries out what its caller asks of SQS, SNS or EventBridge, with the real SDK: `{ service, command, input }`.
 * `GET /v1/variables` answers its environment.
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
import * as sqs from '@aws-sdk/client-sqs';
import * as sns from '@aws-sdk/client-sns';
import * as events from '@aws-sdk/client-eventbridge';
const services = { sqs, sns, events };
const clients = { sqs: new sqs.SQSClient({}), sns: new sns.SNSClient({}), events: new events.EventBridgeClient({}) };
export const handler = async (event) => {
  if (event.rawPath === '/v1/variables') return process.env;
  const { service, command, input } = JSON.parse(event.body);
  try {
    const { $metadata, ...output } = await clients[service].send(new services[service][command + 'Command'](input));
    return { ...output };
  } catch (error) {
    return { refused: error.name, detail: error.message };
  }
};
`;
