import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemBody } from '#contract/problems.ts';
import { instantOf } from '#domain/days/instant.ts';
import { type RunningStack, startLocalStack } from '#test/support/local-stack.ts';
import { actorsOn, anyList, expectOk, type LinkKey, mailOf, newestLink } from '#test/support/story.ts';

const T = '/v1/tenants/acme';
const ROUTES = ['review', 'execute', 'status', 'control-hub.csv', 'confirm', 'renewed'];
const JSON_TYPE = 'application/json';

const contract = { offer: 'flex-3', licensing: 'named', telephony: 'webex-calling', startsOn: '2025-01-01' };
const commitments = [{ kind: 'premium-agent', quantity: 10 }];
const ada = { name: 'Ada', email: 'ada@acme.example', roles: ['agent'], assignments: [{ subscriptionId: 'Sub1', kind: 'premium-agent' }] };
const anna = { name: 'Anna', language: 'en', email: 'anna@acme.example', mayAct: true };

describe('bad input to a link', () => {
  let stack: RunningStack;
  let act: ReturnType<typeof actorsOn>;
  let key: LinkKey;

  /** What anybody would see of an answer: everything but its date. */
  async function posted(route: string, body: string, contentType = JSON_TYPE) {
    const response = await fetch(`${stack.url}/links/${route}`, { method: 'POST', headers: { 'content-type': contentType }, body });
    const headers = [...response.headers].filter(([name]) => name !== 'date');
    return { status: response.status, headers, text: await response.text() };
  }
  const auditLength = async () => (await expectOk(act.api('GET', `${T}/audit?limit=200`), 200, anyList)).items.length;
  const freshMails = async () => (await mailOf(stack, 'anna')).filter((text) => /fresh|new link/i.test(text)).length;

  beforeAll(async () => {
    stack = await startLocalStack({ now: instantOf(Date.parse('2026-12-02T07:30:00Z')) });
    act = actorsOn(stack);
    await expectOk(act.api('PUT', T, { name: 'Acme', timeZone: 'Europe/Berlin' }), 201);
    await expectOk(act.api('PUT', `${T}/subscriptions/Sub1`, { name: 'Sales', ...contract, expiresOn: '2026-12-09', commitments }), 201);
    await expectOk(act.api('PUT', `${T}/subscriptions/Sub2`, { name: 'Service', ...contract, expiresOn: '2028-12-01', commitments }), 201);
    await expectOk(act.api('PUT', `${T}/people/ada`, ada), 201);
    await expectOk(act.api('PUT', `${T}/recipients/anna`, anna), 201);
    await act.settle();
    ({ key } = await newestLink(stack, 'anna'));
  });
  afterAll(() => stack.stop());

  it('L7 answers everything but the right secret with the same bytes, on every route', async () => {
    const before = await auditLength();
    const wrong = [
      { ...key, linkId: 'A'.repeat(22) },
      { ...key, secret: 'A'.repeat(43) },
      { ...key, secret: '' },
      { ...key, linkId: '../../tenants' },
      { ...key, linkId: 7 },
      { linkId: key.linkId },
      { secret: key.secret },
      { ...key, secret: key.secret.toLowerCase(), confirm: true, planHash: '0'.repeat(64), bestFit: true, expiresOn: '2027-12-09' },
      [key],
      null,
    ].map((body) => JSON.stringify(body));
    const first = await posted('review', '{}');
    expect([first.status, problemBody.parse(JSON.parse(first.text)).reason]).toEqual([404, 'link-not-found']);
    for (const route of ROUTES) {
      for (const body of [...wrong, '', '{', 'linkId=1']) expect(await posted(route, body), `${route} ${body}`).toEqual(first);
      expect(await posted(route, 'secret=1', 'text/plain'), route).toEqual(first);
    }
    expect(await posted('execute', `"${'x'.repeat(4 * 1024 * 1024 + 1)}"`)).toEqual(first);
    expect(await auditLength()).toBe(before);
  });

  it('L7 says what is wrong with a request only to whoever has the secret', async () => {
    const before = await auditLength();
    const paths = async (route: string, more: object) => {
      const { errors = [] } = await expectOk(act.link(route, { ...key, ...more }), 400, problemBody);
      return errors.map(({ path }) => path).toSorted();
    };
    expect(await paths('execute', {})).toEqual(['confirm', 'planHash', 'toSubscriptionId']);
    expect(await paths('execute', { toSubscriptionId: 'Sub2', bestFit: true, planHash: '0'.repeat(64), confirm: false })).toEqual([
      'confirm',
      'toSubscriptionId',
    ]);
    expect(await paths('renewed', { expiresOn: '2026-13-01' })).toEqual(['confirm', 'expiresOn']);
    expect(await paths('renewed', { expiresOn: '2026-12-01', confirm: true })).toEqual(['expiresOn']);
    expect(await paths('review', { colour: 'red' })).toEqual(['colour']);
    const stale = { toSubscriptionId: 'Sub2', planHash: '0'.repeat(64), confirm: true };
    expect(await act.link('execute', { ...key, ...stale })).toMatchObject({ status: 409, body: { reason: 'plan-changed' } });
    expect(await auditLength()).toBe(before);
  });

  it('S3 gives every visitor the same page for every link, and changes nothing', async () => {
    const before = await auditLength();
    const pages = await Promise.all([key.linkId, 'A'.repeat(22), 'x'].map(async (id) => (await stack.open(`/r/${id}`)).text()));
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).not.toMatch(/Acme|Sales|Ada/);
    expect(await auditLength()).toBe(before);
  });

  it('L2 answers 202 to whoever asks for a fresh link, and sends one an hour to its own recipient', async () => {
    const ask = (linkId: unknown) => posted('fresh', JSON.stringify({ linkId }));
    const first = await ask('A'.repeat(22));
    expect([first.status, first.text]).toEqual([202, '']);
    const others = [
      await ask(key.linkId),
      await ask(key.linkId),
      await ask(7),
      await posted('fresh', '{'),
      await posted('fresh', 'x', 'text/plain'),
    ];
    for (const other of others) expect(other).toEqual(first);
    await act.settle();
    expect(await freshMails()).toBe(1);
    await stack.moveClock({ now: '2026-12-02T08:20:00Z' });
    await ask(key.linkId);
    await act.settle();
    expect(await freshMails()).toBe(1);
    await stack.moveClock({ now: '2026-12-02T08:40:00Z' });
    await Promise.all(Array.from({ length: 5 }, () => ask(key.linkId)));
    await act.settle();
    expect(await freshMails()).toBe(2);
    const { key: fresh } = await newestLink(stack, 'anna');
    expect([fresh.linkId, fresh.secret === key.secret]).toEqual([key.linkId, false]);
    for (const each of [key, fresh]) expect((await act.link('review', each)).status).toBe(200);
  });
});
