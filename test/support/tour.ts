import { expect } from 'vitest';
import { type Exchange, readDocument } from './documented.ts';
import type { RunningStack } from './local-stack.ts';

type Headers = Readonly<Record<string, string>>;
/** A step of the tour: the body as JSON, or a file as text. */
type Step = { readonly body?: unknown; readonly headers?: Headers };

/**
 * A client of a running stack that has its OpenAPI document in hand: it takes no answer that is not as documented, and notes
 * which operations it has seen succeed and refuse.
 */
export async function tourOf(stack: RunningStack) {
  const document = readDocument(await (await stack.open('/openapi.json')).json());
  const succeeded = new Set<string>();
  const refused = new Set<string>();
  const note = async (request: Pick<Exchange, 'method' | 'path' | 'sent'>, response: Response, status: number): Promise<unknown> => {
    const text = await response.text();
    const mediaType = response.headers.get('content-type')?.split(';')[0];
    const exchange: Exchange = { ...request, status: response.status, mediaType, body: text };
    const { operationId, departures } = document.hold(exchange);
    const what = `${request.method} ${request.path}: ${text.slice(0, 400)}`;
    expect(departures, what).toEqual([]);
    expect(response.status, what).toBe(status);
    (response.status < 300 ? succeeded : refused).add(operationId);
    return mediaType?.endsWith('json') ? JSON.parse(text) : text;
  };
  const api = async (status: number, method: string, path: string, { body, headers = {} }: Step = {}): Promise<unknown> => {
    const sent = typeof body === 'string' ? { raw: { contentType: 'text/csv', body } } : { json: body };
    const response = await stack.call({ method, path, headers, ...(body !== undefined && sent) });
    return note({ method, path, sent: body }, response, status);
  };
  const open = async (status: number, path: string): Promise<unknown> => note({ method: 'GET', path }, await stack.open(path), status);
  const link = async (status: number, route: string, body: object): Promise<unknown> =>
    note({ method: 'POST', path: `/links/${route}`, sent: body }, await stack.open(`/links/${route}`, body), status);
  return { api, open, link, document, succeeded, refused };
}
