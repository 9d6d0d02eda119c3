import * as z from 'zod';

/** What goes back over the wire. */
export type HttpAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
};

const headerValue = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const resultSchema = z.object({
  statusCode: z.coerce.number().int(),
  headers: z.record(z.string(), headerValue).default({}),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
  cookies: z.array(z.string()).default([]),
});

/** API Gateway's own answers, word for word: `Forbidden`, `Not Found`, `Internal Server Error`. */
export function gatewayAnswer(status: number, message: string): HttpAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify({ message })) };
}

/** A function's result as the HTTP API (payload format 2.0) answers it; without a status code the result itself is the body. */
export function httpAnswer(payload: string): HttpAnswer {
  const value: unknown = JSON.parse(payload);
  if (typeof value !== 'object' || value === null || !('statusCode' in value)) {
    return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(payload) };
  }
  const result = resultSchema.safeParse(value);
  if (!result.success) return gatewayAnswer(500, 'Internal Server Error');
  const { statusCode, headers, body, isBase64Encoded, cookies } = result.data;
  const lower = Object.fromEntries(Object.entries(headers).map(([name, content]) => [name.toLowerCase(), content]));
  return {
    status: statusCode,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...lower, ...(cookies.length === 0 ? {} : { 'set-cookie': cookies }) },
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  };
}
