import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { ArmedFaults } from '#local/faults/armed-faults.ts';
import { strike } from '#local/faults/strike.ts';
import { type Callers, ENVIRONMENT_HEADER } from './callers.ts';
import type { Forward, GateAnswer, GateRequest } from './forward.ts';
import { type GateCall, gateCallOf } from './gate-call.ts';
import { coralType, jsonRefusal } from './json-refusal.ts';
import type { Service } from './operations.ts';
import { snsRefusal } from './sns-answers.ts';

/** The AWS services that functions reach, each as the local stack answers it. */
type Services = Readonly<Record<Service, Forward>>;

/** The door between functions and emulators. It opens before the services behind it are known, and waits for them. */
export type Gate = {
  readonly url: string;
  readonly connect: (behind: Behind) => void;
  /** How many calls to tables have come through so far: what must cause none is shown by it. */
  readonly tableCalls: () => number;
  readonly stop: () => Promise<void>;
};

/** What is behind the gate, and who comes to it. */
type Behind = {
  readonly services: Services;
  readonly callers: Callers;
  /** What a function's role makes AWS refuse; undefined for what it allows. */
  readonly refusal: (functionName: string, call: GateCall) => GateAnswer | undefined;
  readonly faults: ArmedFaults;
  /** Ends one execution environment of a function at once. */
  readonly kill: (functionName: string, environmentId: string) => Promise<void>;
};

/** Opens the gate on a free port of the loopback address. */
export async function openGate(): Promise<Gate> {
  const behind = Promise.withResolvers<Behind>();
  let tableCalls = 0;
  const server = createServer(async (incoming, outgoing) => {
    try {
      const request = await read(incoming);
      const call = gateCallOf(request);
      if (call?.service === 'dynamodb') tableCalls += 1;
      write(outgoing, await answer({ request, call }, await behind.promise));
    } catch (error) {
      write(outgoing, internalError(error));
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The gate has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    connect: behind.resolve,
    tableCalls: () => tableCalls,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, 'close');
    },
  };
}

type Coming = { readonly request: GateRequest; readonly call: GateCall | undefined };

/** The service's answer to a function; undefined when a fault keeps it from arriving. */
async function answer({ request, call }: Coming, { services, callers, refusal, faults, kill }: Behind): Promise<GateAnswer | undefined> {
  const functionName = callers.callerOf(request.headers['authorization']);
  if (functionName === undefined) return unknownCaller(request);
  if (call === undefined) return unknownOperation(request);
  const refused = refusal(functionName, call);
  if (refused !== undefined) return refused;
  const carryOut = () => services[call.service](request);
  const striking = faults.striking({ ...call, functionName });
  if (striking === undefined) return carryOut();
  return strike(striking, { call, carryOut, kill: () => kill(functionName, request.headers[ENVIRONMENT_HEADER] ?? '') });
}

function unknownCaller({ headers }: GateRequest): GateAnswer {
  const message = 'The access key belongs to no function of this stack.';
  return headers['x-amz-target'] === undefined
    ? snsRefusal(403, 'InvalidClientTokenId', message)
    : jsonRefusal({ type: coralType('UnrecognizedClientException'), message });
}

function unknownOperation({ headers, body }: GateRequest): GateAnswer {
  const target = headers['x-amz-target'];
  return target === undefined
    ? snsRefusal(400, 'InvalidAction', `The local stack does not know ${new URLSearchParams(body.toString()).get('Action')} of SNS.`)
    : jsonRefusal({ type: coralType('UnknownOperationException'), message: `The local stack does not know ${target}.` });
}

function internalError(error: unknown): GateAnswer {
  const message = error instanceof Error ? error.message : String(error);
  return jsonRefusal({ status: 500, type: coralType('InternalServerError'), message });
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

/** An answer that a fault keeps back is a cut connection. */
function write(outgoing: ServerResponse, answered: GateAnswer | undefined): void {
  if (answered === undefined) {
    outgoing.destroy();
    return;
  }
  const { status, headers, body } = answered;
  outgoing.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
}
