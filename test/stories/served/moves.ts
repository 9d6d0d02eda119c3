import { expect } from 'vitest';
import type { RunningStack } from '#test/support/local-stack.ts';
import { openLinkAbout } from '#test/support/story.ts';
import { key, NOBODY, type OnTour, plan, run, SUBSCRIPTION, T } from './tenant.ts';

/** The document holds of plans and reassignments. */
export async function ofPlansAndReassignments({ tour, stack }: OnTour): Promise<void> {
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
}

/** The document holds of runs that stop, go on, are cancelled and undone. */
export async function ofRuns({ tour, stack }: OnTour): Promise<void> {
  const seats = (quantity: number) => ({ ...SUBSCRIPTION, expiresOn: '2029-12-01', commitments: [{ kind: 'premium-agent', quantity }] });
  await tour.api(201, 'PUT', `${T}/subscriptions/Sub10`, { body: seats(600) });
  const { key: link, review } = await openLinkAbout(stack, 'anna', 'Sub8');
  const planHash = review.plans.find(({ toSubscriptionId }) => toSubscriptionId === 'Sub10')?.planHash;
  await heldUp(stack);
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
  await heldUp(stack);
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
  await heldUp(stack);
  const second = await tour.api(202, 'POST', `${T}/reassignments`, { body: { ...request, ...anew }, headers: key('anew') });
  await tour.api(202, 'POST', `${T}/reassignments/${run.parse(second).reassignmentId}/cancel`, { headers: key('stop') });
  await stack.tick();
}

/** The document holds of links. */
export async function ofLinks({ tour, stack }: OnTour): Promise<void> {
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
}

/** What `work` reads first comes late: long enough for a request in between. */
function heldUp(stack: RunningStack): Promise<void> {
  return stack.faults({ service: 'dynamodb', operation: '*', mode: 'delay', delayMilliseconds: 1000, function: 'work', times: 2 });
}
