import { beforeAll, describe, expect, it } from 'vitest';
import { type RunningStack, startLocalStack } from '#test/support/local-stack.ts';

let stack: RunningStack;
beforeAll(async () => {
  stack = await startLocalStack({ confirm: 'manual' });
  const tenant = { name: 'Acme', timeZone: 'Europe/Berlin' };
  await stack.call({ method: 'PUT', path: '/v1/tenants/acme', json: tenant });
  return stack.stop;
});

async function recipient(id: string): Promise<unknown> {
  const json = { name: 'Ada', language: 'en', email: `${id}@example.com`, phone: '+441632960961', mayAct: true };
  const response = await stack.call({ method: 'PUT', path: `/v1/tenants/acme/recipients/${id}`, json });
  expect(response.status).toBe(201);
  return stored(id);
}

async function stored(id: string): Promise<unknown> {
  return (await stack.call({ path: `/v1/tenants/acme/recipients/${id}` })).json();
}

describe('recipients who do not confirm by themselves', () => {
  it('get a mail with a link that confirms', async () => {
    await recipient('link');
    await stack.tick();
    const mail = (await stack.inbox()).find((item) => item.recipient === 'link');
    expect(mail).toMatchObject({
      tenant: 'acme',
      channel: 'email',
      address: 'link@example.com',
      subject: expect.stringContaining('Confirmation'),
    });
    expect((await fetch(/http:\S+/.exec(mail?.body ?? '')?.[0] ?? '')).status).toBe(200);
    await stack.moveClock({ advanceDays: 1 });
    await stack.tick();
    expect(await stored('link')).toMatchObject({ channels: { email: { delivery: 'confirmed' }, sms: { delivery: 'confirmed' } } });
  });

  it('are confirmed, and unsubscribed, by the control route', async () => {
    await recipient('route');
    await stack.confirm({ recipient: 'route', channel: 'email', state: 'confirmed' });
    await stack.moveClock({ advanceDays: 1 });
    await stack.tick();
    expect(await stored('route')).toMatchObject({ channels: { email: { delivery: 'confirmed' } } });
    await stack.confirm({ recipient: 'route', channel: 'email', state: 'gone', tenant: 'acme' });
    await stack.moveClock({ advanceDays: 1 });
    await stack.tick();
    expect(await stored('route')).toMatchObject({ channels: { email: { delivery: 'gone' } } });
  });
});
