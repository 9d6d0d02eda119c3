import { describe, expect, it } from 'vitest';
import { linkOperations } from '#contract/operations.ts';
import { routerOf } from '#lambdas/http/router.ts';
import { linkPage } from '#lambdas/links/link-page.ts';
import { linkRoutes } from '#lambdas/links/link-routes.ts';
import { answerRefusedBody } from '#lambdas/links/refused-body.ts';
import { buildPage } from '#lib/bundles/page.ts';
import { aRecipientWithLink, aTenantToMove, LINK, SECRET } from '#test/support/a-tenant-to-move.ts';
import { called } from '#test/support/call-handler.ts';
import { countCalls } from '#test/support/faults.ts';
import { portsOn } from '#test/support/ports.ts';
import { storesOnDynoxide } from '#test/support/stores.ts';

const bench = storesOnDynoxide();
const key = { linkId: LINK, secret: SECRET };

async function links() {
  const { ports } = portsOn(bench);
  await aTenantToMove(ports);
  await aRecipientWithLink({ ports, bench });
  const page = linkPage(JSON.stringify(await buildPage()));
  const handler = routerOf(linkOperations, linkRoutes(ports, page), {
    answerRefused: (event, refusal) => answerRefusedBody(ports, event, refusal),
  });
  const send = (method: string, path: string, body?: unknown, query: Readonly<Record<string, string>> = {}) =>
    called(handler, { method, path, query, ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }) });
  return { send, post: (path: string, body: unknown) => send('POST', path, body) };
}

describe('L7 no oracle', () => {
  it('answers every refused body byte for byte alike, until the secret matches', async () => {
    const { post } = await links();
    const bodies = [
      { linkId: 'c'.repeat(22), secret: SECRET },
      { linkId: LINK, secret: 'wrong' },
      { linkId: LINK },
      { linkId: 7, secret: [] },
      { ...key, secret: 'wrong', toSubscriptionId: '*', unknown: true },
      'not json',
      '[]',
      '',
    ];
    const routes = ['review', 'execute', 'status', 'control-hub.csv', 'confirm', 'renewed'];
    const answers = await Promise.all(routes.flatMap((route) => bodies.map((body) => post(`/links/${route}`, body))));
    expect(new Set(answers.map(({ statusCode, body, headers }) => JSON.stringify([statusCode, headers, body]))).size).toBe(1);
    expect(answers[0]?.statusCode).toBe(404);
  });

  it('says what is wrong with a request only to somebody whose secret matches', async () => {
    const { post } = await links();
    const answer = await post('/links/execute', { ...key, planHash: '', confirm: false });
    expect(answer.statusCode).toBe(400);
    expect((JSON.parse(answer.body ?? '') as { errors: { path: string }[] }).errors.map(({ path }) => path)).toEqual([
      'planHash',
      'confirm',
      'toSubscriptionId',
    ]);
  });

  it('answers 202 to everybody who asks for a fresh link', async () => {
    const { post } = await links();
    const answers = await Promise.all([{ linkId: LINK }, { linkId: 'unknown' }, 'not json', {}].map((body) => post('/links/fresh', body)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.statusCode).toBe(202);
  });
});

describe('L2, L8 the page', () => {
  it('is the same for every id, and reads nothing from the table', async () => {
    const { send } = await links();
    const calls = countCalls(bench.client());
    const [one, other] = await Promise.all([send('GET', `/r/${LINK}`), send('GET', '/r/anything-at-all')]);
    expect(one).toEqual(other);
    expect(calls()).toBe(0);
    await send('POST', '/links/status', key);
    expect(calls()).toBeGreaterThan(0);
  });

  it('S3 is the same with whatever a mail gateway adds to the address', async () => {
    const { send } = await links();
    const calls = countCalls(bench.client());
    const plain = await send('GET', `/r/${LINK}`);
    expect(await send('GET', `/r/${LINK}`, undefined, { utm_source: 'mail' })).toEqual(plain);
    expect(await send('GET', '/r/%23')).toEqual(plain);
    expect(calls()).toBe(0);
  });

  it('lets no answer to a post be kept, framed or found', async () => {
    const { headers = {} } = await (await links()).post('/links/review', key);
    expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' });
  });

  it('allows its own script and style and nothing else, is kept nowhere, and frames nowhere', async () => {
    const { headers = {} } = await (await links()).send('GET', `/r/${LINK}`);
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'sha256-[A-Za-z0-9+/=]+'; style-src 'sha256-[A-Za-z0-9+/=]+'; connect-src 'self';/,
    );
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
    });
  });

  it.each([
    ['DELETE', '/links/review', 405],
    ['GET', '/links/execute', 405],
    ['HEAD', `/r/${LINK}`, 405],
    ['GET', '/links/anything', 404],
  ])('answers %s %s with %i', async (method, path, status) => {
    expect((await (await links()).send(method, path)).statusCode).toBe(status);
  });
});
