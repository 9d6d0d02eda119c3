import { SignatureV4 } from '@smithy/signature-v4';
import { Sha256 } from './sha256.ts';

type Credentials = { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string };
/** In whose name, for which service and region a request is signed. */
export type Signer = { readonly service: string; readonly region: string; readonly credentials: Credentials };

type ToSign = {
  readonly method: string;
  /** As it is sent, percent-encoded, with its query. */
  readonly path: string;
  /** Exactly these are signed, and the date. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly signWith: Signer;
  /** The computer's time when absent: signatures go by the real clock. */
  readonly signedAt?: Date;
};

/** The headers of a request with its AWS signature (version 4) among them. */
export async function signAwsRequest({
  method,
  path,
  headers,
  body,
  signWith,
  signedAt = new Date(),
}: ToSign): Promise<Record<string, string>> {
  const [pathname = '/', query = ''] = splitAt(path, '?');
  const signer = new SignatureV4({ ...signWith, sha256: Sha256, applyChecksum: false });
  const request = {
    method,
    protocol: 'http:',
    hostname: headers['host'] ?? '',
    path: pathname,
    query: queryOf(query),
    headers: { ...headers },
    body,
  };
  const signed = await signer.sign(request, { signingDate: signedAt, signableHeaders: new Set(Object.keys(headers)) });
  return signed.headers;
}

/** A plus stays a plus: in a signed query only percent-encoding means something else. */
function queryOf(query: string): Record<string, string[]> {
  const pairs: Record<string, string[]> = {};
  for (const pair of query.split('&').filter((part) => part !== '')) {
    const [name = '', value = ''] = splitAt(pair, '=').map(decodeURIComponent);
    pairs[name] = [...(pairs[name] ?? []), value];
  }
  return pairs;
}

function splitAt(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
