import { createHash, timingSafeEqual } from 'node:crypto';
import { ok, type Result, refused } from '#domain/result.ts';
import { signAwsRequest } from '#local/client/sign-aws-request.ts';
import { LOCAL_CREDENTIALS } from '#local/emulators/local-credentials.ts';

/** A request as it came over the wire. */
export type SignedRequest = {
  readonly method: string;
  /** Percent-encoded as sent, with its query. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

const SHAPE =
  /^AWS4-HMAC-SHA256 Credential=([^/,]+)\/(\d{8})\/([^/,]+)\/([^/,]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
/** AWS's own tolerance. */
const TOLERANCE_MS = 5 * 60_000;

/**
 * Holds a request against its AWS signature (version 4), for service `execute-api` in any region, by the real clock: the
 * caller's computer signs by it, however far the stack's own clock was moved.
 * @returns the access key, or in words why the signature is refused.
 */
export async function verifySignature(request: SignedRequest): Promise<Result<{ readonly accessKeyId: string }, string>> {
  const { headers, body } = request;
  const authorization = headers['authorization'];
  if (authorization === undefined) return refused('the request is not signed');
  const [, accessKeyId = '', day = '', region = '', service = '', names = '', signature = ''] = SHAPE.exec(authorization) ?? [];
  if (signature === '') return refused('the Authorization header is not a signature of version 4');
  if (accessKeyId !== LOCAL_CREDENTIALS.accessKeyId) return refused('the access key is unknown');
  if (service !== 'execute-api') return refused(`the request is signed for ${service}, not for execute-api`);
  const signedAt = momentOf(headers['x-amz-date'] ?? '');
  if (signedAt === undefined || !headers['x-amz-date']?.startsWith(day))
    return refused('X-Amz-Date is missing or of another day than the signature');
  if (Math.abs(Date.now() - signedAt.getTime()) > TOLERANCE_MS)
    return refused('the signature is older than five minutes, or from the future');
  const signedNames = names.split(';');
  if (!signedNames.includes('host')) return refused('the Host header is not signed');
  const hash = headers['x-amz-content-sha256'];
  if (hash !== undefined && hash !== createHash('sha256').update(body).digest('hex'))
    return refused('the body is not the one that was signed');
  const again = await signAgain({ request, names: signedNames, region, signedAt });
  if (again === undefined || !isSame(again, signature))
    return refused('the signature does not match (curl before 8.3 signs some paths and queries otherwise than AWS: use npm run api)');
  return ok({ accessKeyId });
}

type Again = { readonly request: SignedRequest; readonly names: readonly string[]; readonly region: string; readonly signedAt: Date };

async function signAgain({ request, names, region, signedAt }: Again): Promise<string | undefined> {
  const headers = Object.fromEntries(names.filter((name) => name !== 'x-amz-date').map((name) => [name, request.headers[name] ?? '']));
  const signWith = { service: 'execute-api', region, credentials: LOCAL_CREDENTIALS };
  const { method, path, body } = request;
  const signed = await signAwsRequest({ method, path, headers, body, signWith, signedAt });
  return /Signature=([0-9a-f]{64})/.exec(signed['authorization'] ?? '')?.[1];
}

/** `20261202T070000Z`. */
function momentOf(text: string): Date | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  const moment = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

function isSame(left: string, right: string): boolean {
  return timingSafeEqual(Buffer.from(left), Buffer.from(right));
}
