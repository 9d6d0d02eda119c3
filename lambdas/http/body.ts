import { gunzipSync } from 'node:zlib';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { ok, type Result, refused } from '#domain/result.ts';

/** The contract's limits: 4 MB as sent, 32 MB unpacked. */
const SENT_BYTES = 4 * 1024 * 1024;
const UNPACKED_BYTES = 32 * 1024 * 1024;

export type BodyRefusal = { readonly reason: 'payload-too-large' } | { readonly reason: 'unsupported-media-type'; readonly detail: string };

/** The request's body as bytes, unpacked where it was sent with `content-encoding: gzip`. */
export function bodyBytes(event: Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded' | 'headers'>): Result<Buffer, BodyRefusal> {
  const sent = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (sent.byteLength > SENT_BYTES) return refused({ reason: 'payload-too-large' });
  const encoding = event.headers['content-encoding']?.toLowerCase() ?? 'identity';
  if (encoding === 'identity') return ok(sent);
  if (encoding !== 'gzip')
    return refused({ reason: 'unsupported-media-type', detail: `The body is encoded as "${encoding}"; send it plain or as gzip.` });
  return unpacked(sent);
}

function unpacked(sent: Buffer): Result<Buffer, BodyRefusal> {
  try {
    return ok(gunzipSync(sent, { maxOutputLength: UNPACKED_BYTES }));
  } catch (error) {
    if (error instanceof RangeError) return refused({ reason: 'payload-too-large' });
    if (error instanceof Error)
      return refused({ reason: 'unsupported-media-type', detail: 'The header says gzip, but the body is not a gzip stream.' });
    throw error;
  }
}
