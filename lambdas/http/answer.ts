import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** What a handler answers: JSON unless it says otherwise. */
export type Answer = {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** L8. Nothing of ours is for caches, frames, search engines or other sites. */
const ALWAYS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
} as const;

/** An answer in API Gateway's words (payload format 2.0). A text body is sent as it is, everything else as JSON. */
export function toResult({ status, body, headers = {} }: Answer): APIGatewayProxyStructuredResultV2 {
  if (body === undefined) return { statusCode: status, headers: { ...ALWAYS, ...headers } };
  const text = typeof body === 'string';
  return {
    statusCode: status,
    headers: { ...ALWAYS, 'content-type': text ? 'text/plain; charset=utf-8' : 'application/json', ...headers },
    body: text ? body : JSON.stringify(body),
  };
}
