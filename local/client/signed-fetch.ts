import { LOCAL_CREDENTIALS } from '#local/emulators/local-dynamodb-client.ts';
import { LOCAL_REGION } from '#local/template/world.ts';
import { signAwsRequest } from './sign-aws-request.ts';

type Request = {
  readonly method?: string;
  /** Percent-encoded, with its query: `/v1/tenants?limit=10`. */
  readonly path: string;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is, with its content type. */
  readonly raw?: { readonly contentType: string; readonly body: string | Uint8Array<ArrayBuffer> };
  readonly headers?: Readonly<Record<string, string>>;
};

/** Calls the local stack's API with the signature that its IAM routes need. */
export async function signedFetch(baseUrl: string, { method = 'GET', path, json, raw, headers = {} }: Request): Promise<Response> {
  const { host, href } = new URL(path, baseUrl);
  const sent = raw ?? (json === undefined ? undefined : { contentType: 'application/json', body: JSON.stringify(json) });
  const body = new Uint8Array(Buffer.from(sent?.body ?? ''));
  const { host: _, ...signed } = await signAwsRequest({
    method,
    path: href.slice(new URL(baseUrl).origin.length),
    headers: { ...headers, ...(sent === undefined ? {} : { 'content-type': sent.contentType }), host },
    body,
    signWith: { service: 'execute-api', region: LOCAL_REGION, credentials: LOCAL_CREDENTIALS },
  });
  return fetch(href, { method, headers: signed, ...(sent === undefined ? {} : { body }) });
}
