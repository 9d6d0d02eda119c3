import { expect } from 'vitest';
import { alerts, NOBODY, type OnTour, SUBSCRIPTION, T } from './tenant.ts';

/** The document holds of what is watched, told and kept. */
export async function ofWhatIsWatched({ tour, stack }: OnTour): Promise<void> {
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
}

/** The document holds of usage and of what is to be expected. */
export async function ofUsageAndForecast({ tour, stack }: OnTour): Promise<void> {
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
}
