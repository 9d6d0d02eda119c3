import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Callers } from './callers.ts';
import type { Forward, GateAnswer, GateRequest } from './forward.ts';
import { snsRefusal } from './sns-answers.ts';

/** The AWS services that functions reach, each as the local stack answers it. */
type Services = { readonly dynamodb: Forward; readonly sns: Forward; readonly sqs: Forward; readonly events: Forward };

/** The door between functions and emulators. It opens before the services behind it are known, and waits for them. */
export type Gate = {
  readonly url: string;
  readonly connect: (services: Services, callers: Callers) => void;
  /** How many calls to tables have come through so far: what must cause none is shown by it. */
  readonly tableCalls: () => number;
  readonly stop: () => Promise<void>;
};

type Behind = { readonly services: Services; readonly callers: Callers };

/** Opens the gate on a free port of the loopback address. */
export async function openGate(): Promise<Gate> {
  const behind = Promise.withResolvers<Behind>();
  let tableCalls = 0;
  const server = createServer(async (incoming, outgoing) => {
    try {
      const request = await read(incoming);
      if (isTableCall(request)) tableCalls += 1;
      write(outgoing, await answer(request, await behind.promise));
    } catch (error) {
      write(outgoing, jsonRefusal(500, 'InternalServerError', error instanceof Error ? error.message : String(error)));
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The gate has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    connect: (services, callers) => behind.resolve({ services, callers }),
    tableCalls: () => tableCalls,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, 'close');
    },
  };
}

/** Which service a request is for: JSON services say it in `X-Amz-Target`, SNS sends a form. */
async function answer(request: GateRequest, { services, callers }: Behind): Promise<GateAnswer> {
  const target = request.headers['x-amz-target'];
  if (callers.callerOf(request.headers['authorization']) === undefined) {
    const message = 'The access key belongs to no function of this stack.';
    return target === undefined
      ? snsRefusal(403, 'InvalidClientTokenId', message)
      : jsonRefusal(400, 'UnrecognizedClientException', message);
  }
  if (target === undefined) return services.sns(request);
  if (isTableCall(request)) return services.dynamodb(request);
  if (target.startsWith('AmazonSQS.')) return services.sqs(request);
  if (target.startsWith('AWSEvents.')) return services.events(request);
  return jsonRefusal(400, 'UnknownOperationException', `The local stack does not know ${target}.`);
}

function isTableCall({ headers }: GateRequest): boolean {
  return headers['x-amz-target']?.startsWith('DynamoDB_') ?? false;
}

function jsonRefusal(status: number, type: string, message: string): GateAnswer {
  const body = Buffer.from(JSON.stringify({ __type: `com.amazon.coral.service#${type}`, message }));
  return { status, headers: { 'content-type': 'application/x-amz-json-1.0' }, body };
}

async function read(incoming: IncomingMessage): Promise<GateRequest> {
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]);
  return {
    method: incoming.method ?? 'GET',
    path: incoming.url ?? '/',
    headers: Object.fromEntries(headers.filter(([, value]) => value !== undefined)),
    body: await buffer(incoming),
  };
}

function write(outgoing: ServerResponse, { status, headers, body }: GateAnswer): void {
  outgoing.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
}
