import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signAwsRequest } from '#local/client/sign-aws-request.ts';
import { type SignedRequest, verifySignature } from '#local/edge/signature.ts';

type Signing = {
  readonly service?: string;
  readonly key?: string;
  readonly secret?: string;
  readonly region?: string;
  readonly signedAt?: Date;
};

const BODY = Buffer.from('{"name":"Acme"}');
const PATH = '/v1/tenants/acme/people/ada%40example.com?text=a%2Bb%20c&limit=2&limit=10';

async function signed({
  service = 'execute-api',
  key = 'local',
  secret = 'local',
  region = 'eu-central-1',
  signedAt = new Date(),
}: Signing = {}) {
  const headers = await signAwsRequest({
    method: 'PUT',
    path: PATH,
    headers: { host: '127.0.0.1:4100', 'content-type': 'application/json' },
    body: BODY,
    signWith: { service, region, credentials: { accessKeyId: key, secretAccessKey: secret } },
    signedAt,
  });
  return { method: 'PUT', path: PATH, headers: { ...headers, 'user-agent': 'test' }, body: BODY } satisfies SignedRequest;
}

describe('the signature of an IAM route', () => {
  it.each(['eu-central-1', 'us-east-1', 'nowhere-9'])('holds in region %s', async (region) => {
    expect(await verifySignature(await signed({ region }))).toEqual({ ok: true, value: { accessKeyId: 'local' } });
  });

  it('holds with the hash of the body among its headers', async () => {
    const hash = createHash('sha256').update(BODY).digest('hex');
    const request = await signed();
    expect(await verifySignature({ ...request, headers: { ...request.headers, 'x-amz-content-sha256': hash } })).toMatchObject({
      ok: true,
    });
  });

  it.each<[string, Signing, string]>([
    ['of another service', { service: 's3' }, 'execute-api'],
    ['by an unknown access key', { key: 'somebody' }, 'unknown'],
    ['with a wrong secret', { secret: 'guess' }, 'does not match'],
    ['of ten minutes ago', { signedAt: new Date(Date.now() - 600_000) }, 'older than five minutes'],
  ])('is refused when it is %s', async (_case, signing, reason) => {
    expect(await verifySignature(await signed(signing))).toEqual({ ok: false, refusal: expect.stringContaining(reason) });
  });

  it.each<[string, (request: SignedRequest) => SignedRequest]>([
    ['body', (request) => ({ ...request, body: Buffer.from('{"name":"Evil"}') })],
    ['path', (request) => ({ ...request, path: request.path.replace('acme', 'evil') })],
    ['query', (request) => ({ ...request, path: request.path.replace('limit=10', 'limit=11') })],
    ['method', (request) => ({ ...request, method: 'DELETE' })],
    ['host', (request) => ({ ...request, headers: { ...request.headers, host: 'evil.example' } })],
  ])('is refused when the %s was changed afterwards', async (_case, tamper) => {
    expect(await verifySignature(tamper(await signed()))).toMatchObject({ ok: false });
  });

  it('is refused when a body does not have the hash its header says', async () => {
    const request = await signed();
    const headers = { ...request.headers, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };
    expect(await verifySignature({ ...request, headers })).toEqual({ ok: false, refusal: 'the body is not the one that was signed' });
  });

  it.each([
    ['missing', {}],
    ['of another kind', { authorization: 'Bearer abc' }],
  ])('is refused when it is %s', async (_case, headers) => {
    expect(await verifySignature({ method: 'GET', path: '/', headers, body: Buffer.alloc(0) })).toMatchObject({ ok: false });
  });
});
