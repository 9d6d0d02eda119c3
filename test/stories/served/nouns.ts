import { expect } from 'vitest';
import { anExport, EMAIL, premium } from '#test/support/control-hub-export.ts';
import { ADA, ANNA, ENTRY, holder, imported, NOBODY, type OnTour, SUBSCRIPTION, T, TENANT } from './tenant.ts';

/** The document holds of tenants and of what needs no tenant. */
export async function ofTenants({ tour }: OnTour): Promise<void> {
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
}

/** The document holds of subscriptions. */
export async function ofSubscriptions({ tour }: OnTour): Promise<void> {
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
}

/** The document holds of people and imports. */
export async function ofPeopleAndImports({ tour, stack }: OnTour): Promise<void> {
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
}

/** The document holds of partners. */
export async function ofPartners({ tour }: OnTour): Promise<void> {
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
}

/** The document holds of recipients. */
export async function ofRecipients({ tour }: OnTour): Promise<void> {
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
}
