import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { StartFailure } from '#local/failure.ts';
import { gatewayAnswer, type HttpAnswer } from './http-answer.ts';
import type { SignedRequest } from './signature.ts';

/** Answers one request; the source is the caller's address. */
type Answerer = (request: SignedRequest, sourceIp: string) => Promise<HttpAnswer>;

/** The one address people and tests talk to. It listens before anything else starts, and answers once it is told how. */
export type Edge = { readonly url: string; readonly connect: (answerer: Answerer) => void; readonly stop: () => Promise<void> };

/** API Gateway's limit for a request. */
const BODY_LIMIT = 10 * 1024 * 1024;

/** @throws StartFailure when the port is in use. */
export async function openEdge(port: number): Promise<Edge> {
  let answerer: Answerer = async () => gatewayAnswer(503, 'Service Unavailable');
  const server = createServer(async (incoming, outgoing) => {
    const answer = await answerTo(incoming, (request, sourceIp) => answerer(request, sourceIp));
    write(incoming, outgoing, answer);
  });
  const listening = once(server, 'listening');
  server.listen(port, '127.0.0.1');
  await listening.catch((error: unknown) => {
    const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    throw inUse ? new StartFailure(`Port ${port} is in use: choose another with --port, or 0 for any free one.`) : error;
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The edge has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    connect: (next) => {
      answerer = next;
    },
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answerTo(incoming: IncomingMessage, answerer: Answerer): Promise<HttpAnswer> {
  try {
    const body = await readBody(incoming);
    if (body === undefined) return gatewayAnswer(413, 'Request Entity Too Large');
    const request = { method: incoming.method ?? 'GET', path: incoming.url ?? '/', headers: headersOf(incoming), body };
    return await answerer(request, incoming.socket.remoteAddress ?? '');
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return gatewayAnswer(500, 'Internal Server Error');
  }
}

/** The whole body; undefined when it is larger than API Gateway takes. The rest is read and dropped, so that the answer arrives. */
async function readBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming) {
    length += chunk.length;
    if (length <= BODY_LIMIT) chunks.push(chunk);
  }
  return length <= BODY_LIMIT ? Buffer.concat(chunks) : undefined;
}

function headersOf(incoming: IncomingMessage): Readonly<Record<string, string>> {
  const headers = Object.entries(incoming.headersDistinct).map(([name, values = []]) => [
    name,
    values.join(name === 'cookie' ? '; ' : ','),
  ]);
  return Object.fromEntries(headers);
}

function write(incoming: IncomingMessage, outgoing: ServerResponse, { status, headers, body }: HttpAnswer): void {
  const plain = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]));
  outgoing.writeHead(status, { ...plain, 'content-length': body.length });
  outgoing.end(incoming.method === 'HEAD' ? undefined : body);
}
