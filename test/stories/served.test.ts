import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { apiOperations, linkOperations } from '#contract/operations.ts';
import { instantOf } from '#domain/days/instant.ts';
import { anExport, EMAIL, premium } from '#test/support/control-hub-export.ts';
import { type RunningStack, startLocalStack } from '#test/support/local-stack.ts';
import { openLinkAbout } from '#test/support/story.ts';
import { tourOf } from '#test/support/tour.ts';

const T = '/v1/tenants/acme';
const NOBODY = '/v1/tenants/nobody';
const TENANT = { name: 'Acme', timeZone: 'Europe/Berlin', ladder: [60, 7] };
const SUBSCRIPTION = {
  name: 'Sales',
  department: 'Sales',
  offer: 'flex-3',
  licensing: 'named',
  telephony: 'webex-calling',
  startsOn: '2025-01-01',
  expiresOn: '2026-12-09',
  noticeDays: 30,
  commitments: [
    { kind: 'premium-agent', quantity: 10 },
    { kind: 'ivr', quantity: 2, since: '2025-02-01' },
  ],
};
const ADA = {
  name: 'Ada',
  email: 'ada@acme.example',
  roles: ['agent', 'admin'],
  adminLevel: 'full',
  assignments: [{ subscriptionId: 'Sub1', kind: 'premium-agent' }],
};
const ANNA = { name: 'Anna', language: 'en', email: 'anna@acme.example', mayAct: true };
const ENTRY = { kind: 'premium-agent' };
const holder = (personId: string, subscriptionId: string) => ({
  personId,
  name: personId,
  email: `${personId}@acme.example`,
  roles: ['agent'],
  assignments: [{ subscriptionId, ...ENTRY }],
});
const plan = z.object({ planHash: z.string() });
const run = z.object({ reassignmentId: z.string() });
const alerts = z.object({ items: z.array(z.object({ alertId: z.string(), severity: z.string(), channel: z.string() })) });
const imported = z.object({ importId: z.string() });
const key = (name: string) => ({ 'idempotency-key': name });

/** What no request is refused for: the page, and asking for a fresh link. */
const REFUSES_NOTHING = ['openLink', 'askFreshLink'];

describe('the OpenAPI document that is served', () => {
  let stack: RunningStack;
  let tour: Awaited<ReturnType<typeof tourOf>>;
  beforeAll(async () => {
    stack = await startLocalStack({ now: instantOf(Date.parse('2026-12-02T06:00:00Z')) });
    tour = await tourOf(stack);
  });
  afterAll(() => stack.stop());

  it('holds of tenants and of what needs no tenant', async () => {
    await tour.open(200, '/health');
    await tour.open(200, '/openapi.json');
    await tour.open(400, '/health?colour=red');
    await tour.open(400, '/openapi.json?colour=red');
    await tour.open(403, '/v1/tenants');
    await tour.api(201, 'PUT', T, { body: TENANT });
    await tour.api(200, 'PUT', T, { body: TENANT });
    await tour.api(400, 'PUT', T, { body: { ...TENANT, colour: 'red' } });
    await tour.api(412, 'PUT', T, { body: TENANT, headers: { 'if-match': '"99"' } });
    await tour.api(415, 'PUT', T, { body: 'a,b' });
    await tour.api(422, 'PUT', T, { body: { ...TENANT, mode: 'webex' } });
    await tour.api(200, 'GET', T);
    await tour.api(404, 'GET', NOBODY);
    await tour.api(200, 'GET', '/v1/tenants?limit=1');
    await tour.api(400, 'GET', '/v1/tenants?limit=0');
    await tour.api(200, 'GET', '/v1/expiring?withinDays=30&limit=1');
    await tour.api(400, 'GET', '/v1/expiring?withinDays=soon');
    await tour.api(400, 'GET', '/v1/tenants/no%23body');
    await tour.api(201, 'PUT', '/v1/tenants/spare', { body: TENANT });
    await tour.api(202, 'DELETE', '/v1/tenants/spare');
    await tour.api(404, 'DELETE', '/v1/tenants/spare');
  });

  it('holds of subscriptions', async () => {
    await tour.api(201, 'PUT', `${T}/subscriptions/Sub1`, { body: SUBSCRIPTION });
    for (const id of ['Sub3', 'Sub4']) await tour.api(201, 'PUT', `${T}/subscriptions/${id}`, { body: { ...SUBSCRIPTION, name: id } });
    await tour.api(201, 'PUT', `${T}/subscriptions/Sub2`, { body: { ...SUBSCRIPTION, expiresOn: '2028-12-01', ladder: [30, 7] } });
    await tour.api(200, 'PUT', `${T}/subscriptions/Sub1`, { body: SUBSCRIPTION });
    await tour.api(400, 'PUT', `${T}/subscriptions/Sub1`, { body: { ...SUBSCRIPTION, expiresOn: '2024-01-01' } });
    await tour.api(409, 'PUT', `${T}/subscriptions/Sub5`, { body: { ...SUBSCRIPTION, licensing: 'concurrent' } });
    await tour.api(412, 'PUT', `${T}/subscriptions/Sub5`, { body: SUBSCRIPTION, headers: { 'if-match': '*' } });
    await tour.api(201, 'PUT', `${T}/subscriptions/Sub5`, { body: SUBSCRIPTION });
    const planned = { ...SUBSCRIPTION, subscriptionId: 'Sub9', startsOn: '2027-01-01', expiresOn: '2028-01-01', telephony: 'vpop' };
    expect(await tour.api(200, 'POST', `${T}/subscription-checks`, { body: planned })).toMatchObject({ allowed: true });
    await tour.api(400, 'POST', `${T}/subscription-checks`, { body: SUBSCRIPTION });
    await tour.api(412, 'DELETE', `${T}/subscriptions/Sub5`, { headers: { 'if-match': '"9"' } });
    await tour.api(204, 'DELETE', `${T}/subscriptions/Sub5`, { headers: { 'if-match': '*' } });
    await tour.api(404, 'GET', `${T}/subscriptions/Sub5`);
    await tour.api(200, 'GET', `${T}/subscriptions/Sub1`);
    await tour.api(200, 'GET', `${T}/subscriptions?status=active&limit=2`);
    await tour.api(400, 'GET', `${T}/subscriptions?status=asleep`);
  });

  it('holds of people and imports', async () => {
    await tour.api(201, 'PUT', `${T}/people/ada`, { body: ADA });
    await tour.api(200, 'PUT', `${T}/people/ada`, { body: ADA });
    await tour.api(422, 'PUT', `${T}/people/bob`, { body: { ...ADA, assignments: [{ subscriptionId: 'Sub9', ...ENTRY }] } });
    await tour.api(409, 'DELETE', `${T}/subscriptions/Sub1`);
    await tour.api(201, 'PUT', `${T}/people/bo%2Bb%40acme.example`, { body: { ...ADA, email: 'bo+b@acme.example', assignments: [] } });
    await tour.api(200, 'GET', `${T}/people/bo%2Bb%40acme.example`);
    await tour.api(204, 'DELETE', `${T}/people/bo%2Bb%40acme.example`);
    await tour.api(404, 'DELETE', `${T}/people/bob`);
    await tour.api(404, 'GET', `${T}/people/bob`);
    await tour.api(400, 'GET', `${T}/people?stranded=perhaps`);
    const people = [holder('cem', 'Sub3'), holder('dora', 'Sub3'), holder('emil', 'Sub4'), { ...holder('fred', 'Sub4'), roles: ['king'] }];
    await tour.api(200, 'POST', `${T}/imports`, { body: { people } });
    await tour.api(200, 'POST', `${T}/imports?dryRun=true`, { body: { people, subscriptions: [{ subscriptionId: 'Sub7' }] } });
    await tour.api(415, 'POST', `${T}/imports`, { body: '{}', headers: { 'content-encoding': 'br' } });
    const rows = Array.from({ length: 501 }, (_, index) => [`agent-${index}@acme.example`, 'TRUE']);
    const file = anExport([EMAIL, premium('Sub8')], [...rows, ['nobody', 'TRUE']]);
    const { importId } = imported.parse(await tour.api(202, 'POST', `${T}/imports`, { body: file }));
    await stack.tick();
    await tour.api(200, 'GET', `${T}/imports/${importId}`);
    await tour.api(404, 'GET', `${T}/imports/none`);
    await tour.api(200, 'GET', `${T}/people?atRiskDays=30&limit=200`);
  });

  it('holds of partners', async () => {
    const body = { name: 'Nordlicht', access: 'provisioning-admin' };
    await tour.api(201, 'PUT', `${T}/partners/nordlicht`, { body });
    await tour.api(200, 'PUT', `${T}/partners/nordlicht`, { body });
    await tour.api(400, 'PUT', `${T}/partners/suedwind`, { body: { ...body, access: 'all' } });
    await tour.api(200, 'GET', `${T}/partners/nordlicht`);
    await tour.api(404, 'GET', `${T}/partners/suedwind`);
    await tour.api(200, 'GET', `${T}/partners?limit=1`);
    await tour.api(404, 'GET', `${NOBODY}/partners`);
    await tour.api(201, 'PUT', `${T}/recipients/petra`, { body: { ...ANNA, email: 'petra@acme.example', partnerId: 'nordlicht' } });
    await tour.api(422, 'PUT', `${T}/recipients/quentin`, { body: { ...ANNA, partnerId: 'suedwind' } });
    await tour.api(409, 'DELETE', `${T}/partners/nordlicht`);
    await tour.api(204, 'DELETE', `${T}/recipients/petra`);
    await tour.api(204, 'DELETE', `${T}/partners/nordlicht`);
    await tour.api(404, 'DELETE', `${T}/partners/nordlicht`);
  });

  it('holds of recipients', async () => {
    await tour.api(201, 'PUT', `${T}/recipients/anna`, { body: ANNA });
    await tour.api(200, 'PUT', `${T}/recipients/anna`, { body: ANNA });
    const bernd = { ...ANNA, language: 'de', email: 'bernd@acme.example', phone: '+441632960000', mayAct: false, departments: ['Sales'] };
    await tour.api(201, 'PUT', `${T}/recipients/bernd`, { body: bernd });
    await tour.api(400, 'PUT', `${T}/recipients/carla`, { body: { ...ANNA, email: 'carla' } });
    await tour.api(202, 'POST', `${T}/recipients/anna/resend`, { body: { channel: 'email' } });
    await tour.api(422, 'POST', `${T}/recipients/anna/resend`, { body: { channel: 'sms' } });
    await tour.api(202, 'POST', `${T}/recipients/anna/confirm`, { body: { channel: 'email', token: 'pasted' } });
    await tour.api(400, 'POST', `${T}/recipients/anna/confirm`, { body: { channel: 'email' } });
    await tour.api(200, 'GET', `${T}/recipients/anna`);
    await tour.api(404, 'GET', `${T}/recipients/carla`);
    await tour.api(200, 'GET', `${T}/recipients`);
    await tour.api(404, 'GET', `${NOBODY}/recipients`);
    await tour.api(404, 'DELETE', `${T}/recipients/carla`);
  });

  it('holds of what is watched, told and kept', async () => {
    await stack.moveClock({ now: '2026-12-03T07:30:00Z' });
    await stack.tick();
    await tour.api(200, 'GET', `${T}/coverage?on=2026-12-10&days=0`);
    await tour.api(400, 'GET', `${T}/coverage?days=soon`);
    await tour.api(200, 'GET', `${T}/findings?on=2026-12-10`);
    await tour.api(400, 'GET', `${T}/findings?on=today`);
    await tour.api(200, 'POST', `${T}/checks`);
    await tour.api(200, 'POST', `${T}/checks`, { body: { dryRun: true, asOf: '2027-01-01' } });
    await tour.api(400, 'POST', `${T}/checks`, { body: { asOf: '2027-01-01' } });
    await tour.api(200, 'GET', `${T}/calendar.ics`);
    await tour.api(404, 'GET', `${NOBODY}/calendar.ics`);
    await tour.api(200, 'GET', `${T}/alerts?limit=200`);
    await tour.api(404, 'GET', `${NOBODY}/alerts`);
    const { items } = alerts.parse(await tour.api(200, 'GET', `${T}/alerts?limit=200`));
    const waits = items.find(({ severity, channel }) => severity === 'warning' && channel === 'email');
    await tour.api(200, 'POST', `${T}/alerts/${waits?.alertId}/snooze`, { body: { reason: 'The order is out' } });
    await tour.api(404, 'POST', `${T}/alerts/none/snooze`, { body: { reason: 'x' } });
    await tour.api(200, 'GET', `${T}/audit?limit=200`);
    await tour.api(404, 'GET', `${NOBODY}/audit`);
    await tour.api(200, 'GET', `${T}/audit/verify?from=1`);
    await tour.api(400, 'GET', `${T}/audit/verify?from=0`);
    await tour.api(404, 'GET', `${NOBODY}/audit/verify`);
  });

  it('holds of usage and of what is to be expected', async () => {
    const usage = { items: [{ subscriptionId: 'Sub1', type: 'ivr', quantity: 3 }] };
    await tour.api(200, 'PUT', `${T}/usage/2026-11`, { body: usage });
    await tour.api(412, 'PUT', `${T}/usage/2026-11`, { body: usage, headers: { 'if-match': '"7"' } });
    await tour.api(400, 'PUT', `${T}/usage/2027-01`, { body: usage });
    await tour.api(400, 'PUT', `${T}/usage/2026-13`, { body: usage });
    await tour.api(400, 'PUT', `${T}/usage/2026-10`, { body: { items: [usage.items[0], usage.items[0]] } });
    await tour.api(422, 'PUT', `${T}/usage/2026-10`, { body: { items: [{ ...usage.items[0], subscriptionId: 'Sub99' }] } });
    await tour.api(200, 'GET', `${T}/usage/2026-11`);
    await tour.api(404, 'GET', `${T}/usage/2026-10`);
    await tour.api(400, 'GET', `${T}/usage/2026`);
    await tour.api(200, 'GET', `${T}/forecast?from=2026-12-05&to=2027-03-31`);
    await tour.api(400, 'GET', `${T}/forecast?from=2026-12-01`);
    await tour.api(404, 'GET', `${NOBODY}/forecast`);
    const renewed = { ...SUBSCRIPTION, subscriptionId: 'Sub1', expiresOn: '2028-12-09' };
    const seats = [{ subscriptionId: 'Sub2', kind: 'premium-agent', quantity: 1 }];
    const ask = (status: number, body: object) => tour.api(status, 'POST', `${T}/what-if`, { body });
    await ask(200, {});
    await ask(200, { asOf: '2027-01-01', without: ['Sub3'], with: [renewed], seats });
    await ask(400, { asOf: '2026-12-01' });
    await ask(400, { without: ['Sub1'], with: [renewed] });
    await ask(409, { with: [{ ...renewed, licensing: 'concurrent' }] });
    await ask(422, { without: ['Sub99'] });
    const writes = ['PutItem', 'UpdateItem', 'DeleteItem', 'TransactWriteItems', 'BatchWriteItem'];
    // A fault that does no harm counts calls.
    const count = { service: 'dynamodb', function: 'api', mode: 'delay', delayMilliseconds: 1, times: 100 } as const;
    for (const operation of [...writes, 'Query']) await stack.faults({ ...count, operation });
    await ask(200, { without: ['Sub3'], with: [renewed], seats });
    expect(await stack.struck(), 'calls to the table of a what-if: no write, one read').toEqual([0, 0, 0, 0, 0, 1]);
    await stack.clearFaults();
  });

  it('holds of plans and reassignments', async () => {
    const request = { fromSubscriptionId: 'Sub3', toSubscriptionId: 'Sub2' };
    const { planHash } = plan.parse(await tour.api(200, 'POST', `${T}/plans`, { body: request }));
    await tour.api(200, 'POST', `${T}/plans?limit=1`, { body: { fromSubscriptionId: 'Sub3', people: ['cem', 'dora'] } });
    await tour.api(422, 'POST', `${T}/plans`, { body: { fromSubscriptionId: 'Sub9' } });
    const start = (status: number, body: object, headers = {}) => tour.api(status, 'POST', `${T}/reassignments`, { body, headers });
    await start(400, { ...request, planHash });
    await start(409, { ...request, planHash: 'of another day' }, key('first'));
    const { reassignmentId } = run.parse(await start(202, { ...request, planHash }, key('first')));
    await start(422, { ...request, planHash, acceptOverage: true }, key('first'));
    await stack.tick();
    const path = `${T}/reassignments/${reassignmentId}`;
    await tour.api(200, 'GET', `${T}/reassignments`);
    await tour.api(404, 'GET', `${NOBODY}/reassignments`);
    await tour.api(200, 'GET', `${path}?limit=1`);
    await tour.api(404, 'GET', `${T}/reassignments/none`);
    await tour.api(200, 'GET', `${path}/control-hub.csv?part=1`);
    await tour.api(404, 'GET', `${path}/control-hub.csv?part=2`);
    await tour.api(400, 'POST', `${path}/confirm`);
    await tour.api(202, 'POST', `${path}/confirm`, { headers: key('second') });
    await stack.tick();
    await tour.api(409, 'POST', `${path}/confirm`, { headers: key('third') });
    await tour.api(400, 'POST', `${path}/undo`);
    await tour.api(202, 'POST', `${path}/undo`, { headers: key('fourth') });
    await stack.tick();
    await tour.api(202, 'POST', `${path}/confirm`, { headers: key('fifth') });
    await stack.tick();
    await tour.api(409, 'POST', `${path}/undo`, { headers: key('sixth') });
  });

  it('holds of runs that stop, go on, are cancelled and undone', async () => {
    const seats = (quantity: number) => ({ ...SUBSCRIPTION, expiresOn: '2029-12-01', commitments: [{ kind: 'premium-agent', quantity }] });
    await tour.api(201, 'PUT', `${T}/subscriptions/Sub10`, { body: seats(600) });
    const { key: link, review } = await openLinkAbout(stack, 'anna', 'Sub8');
    const planHash = review.plans.find(({ toSubscriptionId }) => toSubscriptionId === 'Sub10')?.planHash;
    await heldUp();
    const { reassignmentId } = run.parse(await tour.link(202, 'execute', { ...link, toSubscriptionId: 'Sub10', planHash, confirm: true }));
    await tour.api(200, 'PUT', `${T}/subscriptions/Sub10`, { body: seats(10) });
    await stack.tick();
    const path = `${T}/reassignments/${reassignmentId}`;
    expect(await tour.api(200, 'GET', path)).toMatchObject({ status: 'stopped' });
    for (const route of ['cancel', 'resume', 'undo']) {
      await tour.link(404, route, { ...link, secret: 'wrong', confirm: true });
      await tour.link(400, route, link);
    }
    await tour.link(202, 'resume', { ...link, confirm: true });
    await stack.tick();
    await heldUp();
    await tour.api(202, 'POST', `${path}/resume`, { headers: key('again') });
    await tour.link(202, 'cancel', { ...link, confirm: true });
    await stack.tick();
    expect(await tour.api(200, 'GET', path)).toMatchObject({ status: 'cancelled' });
    await tour.api(409, 'POST', `${path}/cancel`, { headers: key('late') });
    await tour.api(409, 'POST', `${path}/resume`, { headers: key('over') });
    await tour.link(202, 'undo', { ...link, confirm: true });
    await stack.tick();
    expect(await tour.api(200, 'GET', path)).toMatchObject({ status: 'undone' });
    const request = { fromSubscriptionId: 'Sub8', toSubscriptionId: 'Sub10' };
    const anew = plan.parse(await tour.api(200, 'POST', `${T}/plans`, { body: request }));
    await heldUp();
    const second = await tour.api(202, 'POST', `${T}/reassignments`, { body: { ...request, ...anew }, headers: key('anew') });
    await tour.api(202, 'POST', `${T}/reassignments/${run.parse(second).reassignmentId}/cancel`, { headers: key('stop') });
    await stack.tick();
  });

  /** What `work` reads first comes late: long enough for a request in between. */
  const heldUp = () =>
    stack.faults({ service: 'dynamodb', operation: '*', mode: 'delay', delayMilliseconds: 1000, function: 'work', times: 2 });

  it('holds of links', async () => {
    let { key: link } = await openLinkAbout(stack, 'anna', 'Sub1');
    const { review } = await openLinkAbout(stack, 'anna', 'Sub1');
    const { key: berndsLink } = await openLinkAbout(stack, 'bernd', 'Sub1');
    const { key: renewal } = await openLinkAbout(stack, 'anna', 'Sub4');
    await tour.open(200, `/r/${link.linkId}`);
    await tour.link(200, 'review', { ...link, acceptOverage: true });
    for (const route of ['review', 'execute', 'status', 'control-hub.csv', 'confirm', 'renewed'])
      await tour.link(404, route, { ...link, secret: 'wrong' });
    await tour.link(409, 'status', link);
    await tour.link(400, 'execute', { ...link, bestFit: true });
    const planned = review.plans.find(({ toSubscriptionId }) => toSubscriptionId === 'Sub2');
    const choice = { toSubscriptionId: 'Sub2', planHash: planned?.planHash, confirm: true, code: '123456' };
    await tour.link(403, 'execute', { ...berndsLink, ...choice });
    await tour.link(200, 'snooze', { ...berndsLink, reason: 'The order is out' });
    await tour.link(400, 'snooze', berndsLink);
    await tour.link(202, 'pass-on', berndsLink);
    await tour.link(409, 'pass-on', berndsLink);
    await stack.tick();
    ({ key: link } = await openLinkAbout(stack, 'anna', 'Sub1'));
    await tour.link(409, 'execute', { ...link, ...choice, planHash: 'of another day' });
    await tour.link(422, 'execute', { ...link, ...choice, toSubscriptionId: 'Sub99' });
    await tour.link(202, 'execute', { ...link, ...choice });
    await stack.tick();
    await tour.link(200, 'status', link);
    await tour.link(200, 'control-hub.csv', { ...link, part: 1 });
    await tour.link(404, 'control-hub.csv', { ...link, part: 9 });
    await tour.link(202, 'confirm', link);
    await stack.tick();
    await tour.link(409, 'confirm', link);
    await tour.link(410, 'review', link);
    await tour.link(400, 'renewed', { ...renewal, expiresOn: '2026-12-09', confirm: true });
    await tour.link(200, 'renewed', { ...renewal, expiresOn: '2027-12-09', confirm: true });
    await tour.link(202, 'fresh', { linkId: renewal.linkId });
    await tour.api(204, 'DELETE', `${T}/recipients/anna`);
  });

  it('has no operation that was not seen to succeed and, where it can, to refuse', () => {
    const all = Object.keys({ ...apiOperations, ...linkOperations });
    expect(tour.document.operations.map(({ operationId }) => operationId).toSorted()).toEqual(all.toSorted());
    expect([...tour.succeeded].toSorted()).toEqual(all.toSorted());
    expect([...tour.refused].toSorted()).toEqual(all.filter((each) => !REFUSES_NOTHING.includes(each)).toSorted());
  });
});
