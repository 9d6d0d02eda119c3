import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importAnswer } from '#contract/imports.ts';
import { instantOf } from '#domain/days/instant.ts';
import { anExport, EMAIL, premium } from '#test/support/control-hub-export.ts';
import { type RunningStack, startLocalStack } from '#test/support/local-stack.ts';
import { type Answered, actorsOn, expectOk, linksOf, mailOf, openLinkAbout } from '#test/support/story.ts';

const T = '/v1/tenants/acme';
const HOST = 'canary.example';
const PHONE = '+4915799990001';
const TOKEN = 'canary-token-of-a-confirmation-mail';
/** Words that stand for what nobody may find: names, addresses, a number, a token, and parts of bodies that cannot be read. */
const CANARIES = ['Canarina', HOST, 'canary-', PHONE, PHONE.slice(1), TOKEN];

const CONTRACT = { offer: 'flex-3', licensing: 'named', telephony: 'webex-calling', startsOn: '2025-01-01' };
const OLD = { ...CONTRACT, name: 'Old', expiresOn: '2026-12-09', commitments: [{ kind: 'premium-agent', quantity: 10 }] };
const person = (id: string) => `canary-${id}@${HOST}`;
const PERSON = {
  name: 'Canarina Person',
  email: person('ada'),
  roles: ['admin'],
  adminLevel: 'full',
  assignments: [{ subscriptionId: 'Sub1', kind: 'premium-agent' }],
};
const RECIPIENT = { name: 'Canarina Recipient', language: 'en', email: person('recipient'), phone: PHONE, mayAct: true };

describe('S4 names, addresses, numbers and secrets that are planted everywhere', () => {
  let stack: RunningStack;
  let act: ReturnType<typeof actorsOn>;
  const refused: Answered[] = [];
  const secrets = new Set<string>();
  const codes: string[] = [];
  beforeAll(async () => {
    stack = await startLocalStack({ now: instantOf(Date.parse('2026-12-02T07:30:00Z')) });
    act = actorsOn(stack);
  });
  afterAll(() => stack.stop());

  const refuse = async (answering: Promise<Answered>, status: number) => {
    const answer = await answering;
    expect(answer.status, JSON.stringify(answer.body)).toBe(status);
    refused.push(answer);
  };
  const at = (id: string) => `${T}/people/${encodeURIComponent(person(id))}`;
  const collectSecrets = async () => {
    for (const channel of ['email', 'sms'] as const) for (const { secret } of await linksOf(stack, 'anna', channel)) secrets.add(secret);
  };

  it('go through an import, a warning, a move and its undo', async () => {
    await expectOk(act.api('PUT', T, { name: 'Acme', timeZone: 'Europe/Berlin', mode: 'book', assurance: 'code' }), 201);
    await expectOk(act.api('PUT', `${T}/subscriptions/Sub1`, OLD), 201);
    await expectOk(act.api('PUT', `${T}/subscriptions/Sub2`, { ...OLD, name: 'New', expiresOn: '2028-12-01' }), 201);
    const rows = [
      [person('cem'), 'TRUE'],
      [person('cem'), 'TRUE'],
      [`canary-without-host`, 'TRUE'],
      [person('dora'), 'perhaps'],
    ];
    const { rejected } = await expectOk(act.api('POST', `${T}/imports`, anExport([EMAIL, premium('Sub1')], rows)), 200, importAnswer);
    expect(rejected.length).toBeGreaterThan(0);
    refused.push({ status: 200, body: rejected, headers: new Headers() });
    await expectOk(act.api('PUT', at('ada'), PERSON), 201);
    await expectOk(act.api('PUT', `${T}/recipients/anna`, RECIPIENT), 201);
    await act.settle();
    expect((await mailOf(stack, 'anna')).join('\n')).toContain('Canarina Person');
    await collectSecrets();
    const { key, review } = await openLinkAbout(stack, 'anna', 'Sub1');
    const planHash = review.plans.find(({ bestFit }) => bestFit)?.planHash;
    const choice = { ...key, bestFit: true, planHash, confirm: true };
    await refuse(act.link('execute', choice), 403);
    await act.settle();
    const [code = ''] = /^\s*\d{6}/.exec((await mailOf(stack, 'anna', 'sms')).at(-1) ?? '') ?? [];
    codes.push(code.trim());
    await refuse(act.link('execute', { ...choice, code: code.trim() === '000000' ? '000001' : '000000' }), 403);
    await expectOk(act.link('execute', { ...choice, code: code.trim() }), 202);
    await act.settle();
    await expectOk(act.link('undo', { ...key, confirm: true }), 202);
    await act.settle();
    await collectSecrets();
    expect([secrets.size > 1, codes]).toEqual([true, [expect.stringMatching(/^\d{6}$/)]]);
  });

  it('come back in no answer to a request that is refused', async () => {
    await refuse(act.api('PUT', at('bad'), { ...PERSON, email: 'canary-no-address' }), 400);
    await refuse(act.api('PUT', at('bad'), { ...PERSON, roles: ['Canarina'] }), 400);
    await refuse(act.api('PUT', at('bad'), { ...PERSON, assignments: [{ subscriptionId: 'Sub9', kind: 'premium-agent' }] }), 422);
    await refuse(act.api('GET', at('nobody')), 404);
    await refuse(act.api('DELETE', at('nobody')), 404);
    await refuse(act.api('PUT', at('ada'), PERSON, { 'if-match': '"99"' }), 412);
    await refuse(act.api('PUT', `${T}/recipients/bad`, { ...RECIPIENT, phone: `${PHONE} ext canary-1` }), 400);
    await refuse(act.api('PUT', `${T}/recipients/bad`, { ...RECIPIENT, email: 'canary-no-address' }), 400);
    await refuse(act.api('POST', `${T}/recipients/anna/confirm`, { channel: 'canary-channel', token: TOKEN }), 400);
    await refuse(act.api('POST', `${T}/plans`, { fromSubscriptionId: 'Sub1', people: [person('nobody')] }), 422);
    await refuse(act.api('POST', `${T}/imports`, { people: 'canary-list' }), 400);
    await refuse(act.api('GET', `${T}/people?cursor=canary-cursor`), 400);
    await refuse(act.api('GET', `${T}/people?atRiskDays=canary-days`), 400);
    await refuse(act.raw({ method: 'PUT', path: at('ada'), raw: { contentType: 'application/json', body: '{"name":"Canarina' } }), 400);
    const { key } = await openLinkAbout(stack, 'anna', 'Sub1');
    for (const route of ['review', 'execute', 'status', 'control-hub.csv', 'confirm', 'cancel', 'resume', 'undo', 'renewed'])
      await refuse(act.link(route, { ...key, secret: 'canary-secret', confirm: true }), 404);
    await refuse(act.link('execute', { ...key, bestFit: true, planHash: 'canary-hash', confirm: true, code: 'canary-code' }), 400);
    await refuse(act.link('execute', { ...key, bestFit: true, planHash: 'canary-hash', confirm: true }), 403);
    await refuse(act.link('execute', { ...key, bestFit: 'canary-choice' }), 400);
  });

  it('come back in no answer when something breaks behind it', async () => {
    const { key } = await openLinkAbout(stack, 'anna', 'Sub1');
    for (const [name, ask] of [
      ['api', () => act.api('PUT', at('ada'), { ...PERSON, name: 'Canarina Anew' })],
      ['links', () => act.link('review', key)],
    ] as const) {
      const broken = { service: 'dynamodb', operation: '*', function: name, times: 100 } as const;
      await stack.faults({ ...broken, mode: 'throttle' });
      await refuse(ask(), 500);
      await stack.clearFaults();
      await stack.faults({ ...broken, mode: 'kill', times: 1 });
      await refuse(ask(), 500);
      await stack.clearFaults();
    }
  });

  it('are in no dead letter, whichever function fails for good', async () => {
    for (const name of ['deliver', 'check-tenant', 'work', 'tick'])
      await stack.faults({ service: 'dynamodb', operation: '*', mode: 'kill', function: name, times: 10_000 });
    await expectOk(act.api('PUT', `${T}/recipients/ben`, { ...RECIPIENT, name: 'Canarina Ben', email: person('ben') }), 201);
    const rows = Array.from({ length: 501 }, (_, number) => [person(`many-${number}`), 'TRUE']);
    await expectOk(act.api('POST', `${T}/imports`, anExport([EMAIL, premium('Sub1')], rows)), 202);
    await act.settle();
    await stack.clearFaults();
    const letters = await stack.deadLetters();
    expect(new Set(letters.map(({ queue }) => queue)).size).toBe(4);
    expectNone(letters.map(({ body }) => body).join('\n'));
  });

  it('leave nothing in the log when what failed is swept up, and everything is deleted', async () => {
    await stack.moveClock({ now: '2026-12-02T09:00:00Z' });
    expect(await act.settle()).toMatchObject({ errors: 0, waiting: 0 });
    await collectSecrets();
    await expectOk(act.api('DELETE', at('ada')), 204);
    await expectOk(act.api('DELETE', `${T}/recipients/anna`), 204);
    await expectOk(act.api('DELETE', T), 202);
    expect(await act.settle()).toMatchObject({ errors: 0, waiting: 0 });
    const logs = await stack.logs();
    for (const name of ['api', 'links', 'tick', 'check-tenant', 'deliver', 'work']) expect(logs).toContain(`"service":"${name}"`);
    expectNone(logs);
    expect(refused.length).toBeGreaterThan(25);
    for (const { body } of refused) expectNone(JSON.stringify(body, withoutPlan));
  });

  /** What a refused execute brings is the plan as it is now, for somebody who has shown the link's secret (L4). */
  function withoutPlan(key: string, value: unknown): unknown {
    return key === 'plan' ? undefined : value;
  }

  function expectNone(text: string): void {
    expect([...CANARIES, ...secrets].filter((canary) => text.includes(canary))).toEqual([]);
    // Six digits stand in many an id: only by themselves they are the code.
    expect(codes.filter((code) => new RegExp(`(?<![\\w-])${code}(?![\\w-])`).test(text))).toEqual([]);
  }
});
