import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '#domain/days/instant.ts';
import { FUNCTION_NAMES } from '#lib/bundles/function-names.ts';
import { anExport, EMAIL, premium } from '#test/support/control-hub-export.ts';
import { type RunningStack, startLocalStack } from '#test/support/local-stack.ts';
import { ADA, ANNA, SALES, SERVICE, T, TENANT } from '#test/support/small-tenant.ts';
import { type LinkKey, mailOf, openLinkAbout } from '#test/support/story.ts';
import { tourOf } from '#test/support/tour.ts';

/** What AWS itself does in the name of every function's role. */
const LOGGING = ['logs:CreateLogStream', 'logs:PutLogEvents', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments'];
/** What Lambda does in the name of those that a queue wakes. */
const POLLING = ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'];
const WOKEN_BY_A_QUEUE = ['tick', 'check-tenant', 'deliver', 'work'];

const bo = { ...ADA, personId: 'bo', name: 'Bo', email: 'bo@acme.example' };

describe('the permissions of the functions, over the main job from the first import to the purge', () => {
  let stack: RunningStack;
  let tour: Awaited<ReturnType<typeof tourOf>>;
  let link: LinkKey;
  beforeAll(async () => {
    stack = await startLocalStack({ now: instantOf(Date.parse('2026-12-02T06:00:00Z')), confirm: 'manual' });
    tour = await tourOf(stack);
  });
  afterAll(() => stack.stop());

  it('suffice to take in a tenant, at once and in chunks', async () => {
    await tour.api(201, 'PUT', T, { body: TENANT });
    const subscriptions = [
      { subscriptionId: 'Sub1', ...SALES },
      { subscriptionId: 'Sub2', ...SERVICE },
    ];
    await tour.api(200, 'POST', `${T}/imports`, { body: { subscriptions, people: [{ ...ADA, personId: 'ada' }, bo] } });
    const withoutLicence = Array.from({ length: 500 }, (_, index) => [`agent-${index}@acme.example`, 'FALSE']);
    const file = anExport([EMAIL, premium('Sub2')], [['cem@acme.example', 'TRUE'], ...withoutLicence]);
    await tour.api(202, 'POST', `${T}/imports`, { body: file });
    expect(await stack.tick()).toMatchObject({ errors: 0, waiting: 0 });
  });

  it('suffice to make a recipient’s topic and to confirm it by the pasted link', async () => {
    await tour.api(201, 'PUT', `${T}/recipients/anna`, { body: ANNA });
    await stack.tick();
    const token = /Token=(\w+)/.exec((await stack.inbox())[0]?.body ?? '')?.[1];
    await tour.api(202, 'POST', `${T}/recipients/anna/confirm`, { body: { channel: 'email', token } });
    expect(await stack.tick()).toMatchObject({ errors: 0, waiting: 0 });
  });

  it('suffice to find and tell what is due, and to see that another check was faster', async () => {
    await tour.api(200, 'PUT', `${T}/subscriptions/Sub2`, { body: { ...SERVICE, noticeDays: 30 } });
    await stack.moveClock({ now: '2026-12-03T07:30:00Z' });
    const hold = { service: 'dynamodb', operation: 'Query', function: 'check-tenant', mode: 'delay', delayMilliseconds: 60_000 } as const;
    await stack.faults({ ...hold, times: 1 });
    const ticking = stack.tick();
    await expect.poll(async () => (await mailOf(stack, 'anna')).join(), { timeout: 20_000 }).toContain('/r/');
    await stack.clearFaults();
    expect(await ticking).toMatchObject({ errors: 0, waiting: 0 });
    expect((await mailOf(stack, 'anna')).filter((text) => text.includes('/r/'))).toHaveLength(1);
  });

  it('suffice to move people through the link, to fetch the file for Control Hub, and to confirm it', async () => {
    const { key, review } = await openLinkAbout(stack, 'anna', 'Sub1');
    link = key;
    const planHash = review.plans.find(({ toSubscriptionId }) => toSubscriptionId === 'Sub2')?.planHash;
    await tour.link(202, 'fresh', { linkId: link.linkId });
    await tour.link(202, 'execute', { ...link, toSubscriptionId: 'Sub2', planHash, confirm: true });
    await stack.tick();
    await tour.link(200, 'status', link);
    await tour.link(200, 'control-hub.csv', { ...link, part: 1 });
    await tour.link(202, 'confirm', link);
    expect(await stack.tick()).toMatchObject({ errors: 0, waiting: 0 });
  });

  it('suffice to undo it, and to plan, check and prove through the API', async () => {
    await tour.link(202, 'undo', { ...link, confirm: true });
    await stack.tick();
    await tour.api(200, 'POST', `${T}/plans`, { body: { fromSubscriptionId: 'Sub2' } });
    await tour.api(200, 'GET', `${T}/reassignments`);
    await tour.api(200, 'POST', `${T}/checks`);
    await tour.api(200, 'GET', `${T}/audit/verify`);
    expect(await stack.tick()).toMatchObject({ errors: 0, waiting: 0 });
  });

  it('suffice to give up an address, a person, a recipient and the tenant', async () => {
    await tour.api(200, 'PUT', `${T}/recipients/anna`, { body: { ...ANNA, email: 'other@acme.example' } });
    await stack.tick();
    await tour.api(204, 'DELETE', `${T}/people/ada`);
    await tour.api(204, 'DELETE', `${T}/recipients/anna`);
    await tour.api(202, 'DELETE', T);
    expect(await stack.tick()).toMatchObject({ errors: 0, waiting: 0 });
  });

  it('S6 are used, every one of them, but for what AWS itself does in the roles’ names', async () => {
    const report = stack.permissions();
    expect(Object.keys(report).toSorted()).toEqual([...FUNCTION_NAMES].toSorted());
    const granted = Object.entries(report).map(([name, permissions]) => [name, permissions.granted]);
    const accountedFor = Object.entries(report).map(([name, { used }]) => {
      const polling = WOKEN_BY_A_QUEUE.includes(name) ? POLLING : [];
      return [name, [...used, ...LOGGING, ...polling].toSorted()];
    });
    expect(Object.fromEntries(granted)).toEqual(Object.fromEntries(accountedFor));
  });
});
