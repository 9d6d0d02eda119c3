import { type Signer, signAwsRequest } from './sign-aws-request.ts';
import { LOCAL_SIGNER } from './target.ts';

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

/** Calls an API with the signature that its IAM routes need; by default as the local stack takes it. */
export async function signedFetch(
  baseUrl: string,
  { method = 'GET', path, json, raw, headers = {} }: Request,
  signWith: Signer = LOCAL_SIGNER,
): Promise<Response> {
  const { host, href } = new URL(path, baseUrl);
  const sent = raw ?? (json === undefined ? undefined : { contentType: 'application/json', body: JSON.stringify(json) });
  const body = new Uint8Array(Buffer.from(sent?.body ?? ''));
  const { host: _, ...signed } = await signAwsRequest({
    method,
    path: href.slice(new URL(baseUrl).origin.length),
    headers: { ...headers, ...(sent === undefined ? {} : { 'content-type': sent.contentType }), host },
    body,
    signWith,
  });
  return fetch(href, { method, headers: signed, ...(sent === undefined ? {} : { body }) });
}
