import { Agent, request as httpRequest, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { request as httpsRequest, Agent as SecureAgent } from 'node:https';
import { buffer } from 'node:stream/consumers';

/** A request of a function to AWS, read whole. */
export type GateRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

export type GateAnswer = { readonly status: number; readonly headers: OutgoingHttpHeaders; readonly body: Buffer };

/** Hands a request on to an emulator, or to the DynamoDB of DYNAMODB_ENDPOINT, and reads its answer whole. */
export type Forward = (request: GateRequest) => Promise<GateAnswer>;

/** What belongs to one connection and not to the request. */
const HOP_BY_HOP = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'keep-alive']);

/** @throws Error when the other side does not answer. */
export function forwardTo(endpoint: string): Forward & { readonly stop: () => void } {
  const base = new URL(endpoint);
  const secure = base.protocol === 'https:';
  const agent = secure ? new SecureAgent({ keepAlive: true }) : new Agent({ keepAlive: true });
  const send = secure ? httpsRequest : httpRequest;
  const forward: Forward = ({ method, path, headers, body }) =>
    new Promise((resolve, reject) => {
      const outgoing = send(
        new URL(path, base),
        { method, headers: { ...endToEnd(headers), 'content-length': body.length }, agent },
        (incoming) => {
          const { statusCode: status = 502, headers: answered } = incoming;
          buffer(incoming).then((read) => resolve({ status, headers: endToEnd(answered), body: read }), reject);
        },
      );
      outgoing.on('error', (error) => reject(new Error(`${base.origin} does not answer: ${error.message}`, { cause: error })));
      outgoing.end(body);
    });
  return Object.assign(forward, { stop: () => agent.destroy() });
}

function endToEnd(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name)));
}
