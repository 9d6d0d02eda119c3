import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { signedFetch } from '#local/client/signed-fetch.ts';
import type { Options } from '#local/options.ts';
import { output, readJson, variables } from '../support/read-json.ts';
import { sdkBundle } from '../support/sdk-bundle.ts';
import { tinyStack } from '../support/tiny-stack.ts';

const items = z.object({ items: z.array(z.object({ subject: z.string().optional(), body: z.string() }).loose()) });

async function stackWithTopic(options: Partial<Options> = {}) {
  const { url } = await tinyStack({ api: await sdkBundle() }, options);
  const call = async (service: string, command: string, input: object) =>
    readJson(await signedFetch(url, { method: 'POST', path: '/v1/call', json: { service, command, input } }), output);
  const { TOPIC_ARN: TopicArn = '' } = await readJson(await signedFetch(url, { path: '/v1/variables' }), variables);
  const inbox = async () => (await readJson(await fetch(`${url}/_local/inbox`), items)).items;
  const mail = async () => (await inbox())[0]?.body ?? '';
  return { url, call, TopicArn, inbox, mail };
}

const EMAIL = { Protocol: 'email', Endpoint: 'ada@example.com' };
const SMS = { Protocol: 'sms', Endpoint: '+441632960961' };

describe('SNS behind the gate', () => {
  it('delivers to everybody who is confirmed: an e-mail with its subject, an SMS without', async () => {
    const { call, TopicArn, inbox } = await stackWithTopic();
    await call('sns', 'Subscribe', { TopicArn, ...EMAIL });
    await call('sns', 'Subscribe', { TopicArn, ...SMS });
    await call('sns', 'Publish', { TopicArn, Subject: 'Grüße', Message: 'Hello <b>you</b> & all' });
    expect((await inbox()).toSorted((left, right) => (left.subject ?? '').localeCompare(right.subject ?? ''))).toEqual([
      { recipient: 'unknown', channel: 'sms', address: '+441632960961', body: 'Hello <b>you</b> & all', at: expect.any(String) },
      {
        recipient: 'unknown',
        channel: 'email',
        address: 'ada@example.com',
        subject: 'Grüße',
        body: 'Hello <b>you</b> & all',
        at: expect.any(String),
      },
    ]);
  });

  it('gives each protocol its own text of a structured message', async () => {
    const { call, TopicArn, inbox } = await stackWithTopic();
    await call('sns', 'Subscribe', { TopicArn, ...EMAIL });
    await call('sns', 'Subscribe', { TopicArn, ...SMS });
    await call('sns', 'Publish', { TopicArn, MessageStructure: 'json', Message: JSON.stringify({ default: 'long', sms: 'short' }) });
    expect((await inbox()).map(({ body }) => body).toSorted()).toEqual(['long', 'short']);
  });

  it('shows a subscription as pending, and delivers nothing, until its link is followed', async () => {
    const { call, TopicArn, inbox, mail, url } = await stackWithTopic({ confirm: 'manual' });
    expect(await call('sns', 'Subscribe', { TopicArn, ...EMAIL })).toEqual({ SubscriptionArn: 'pending confirmation' });
    const listed = async () => (await call('sns', 'ListSubscriptionsByTopic', { TopicArn }))['Subscriptions'];
    expect(await listed()).toMatchObject([{ SubscriptionArn: 'PendingConfirmation', Endpoint: 'ada@example.com' }]);
    await call('sns', 'Publish', { TopicArn, Message: 'too early' });
    expect((await inbox()).map(({ subject }) => subject)).toEqual(['AWS Notification - Subscription Confirmation']);
    const link = /http:\S+/.exec(await mail())?.[0] ?? '';
    expect(link.startsWith(url)).toBe(true);
    expect((await fetch(link)).status).toBe(200);
    expect(await listed()).toMatchObject([{ SubscriptionArn: expect.stringContaining(TopicArn) }]);
  });

  it('confirms by a signed call with the token of the mail', async () => {
    const { call, TopicArn, mail } = await stackWithTopic({ confirm: 'manual' });
    await call('sns', 'Subscribe', { TopicArn, ...EMAIL });
    const Token = /Token=(\w+)/.exec(await mail())?.[1];
    expect(await call('sns', 'ConfirmSubscription', { TopicArn, Token })).toEqual({ SubscriptionArn: expect.stringContaining(TopicArn) });
    expect(await call('sns', 'ConfirmSubscription', { TopicArn, Token: 'abcd' })).toMatchObject({
      refused: expect.stringContaining('InvalidParameter'),
    });
  });

  it('confirms telephones by itself, as SNS does', async () => {
    const { call, TopicArn } = await stackWithTopic({ confirm: 'manual' });
    expect(await call('sns', 'Subscribe', { TopicArn, ...SMS })).toEqual({ SubscriptionArn: expect.stringContaining(TopicArn) });
  });

  it.each([
    ['of 100 characters', 'x'.repeat(100)],
    ['with a line break', 'one\ntwo'],
    ['with a control character', 'bell\u0007'],
  ])('refuses a subject %s', async (_case, Subject) => {
    const { call, TopicArn, inbox } = await stackWithTopic();
    await call('sns', 'Subscribe', { TopicArn, ...EMAIL });
    expect(await call('sns', 'Publish', { TopicArn, Subject, Message: 'x' })).toMatchObject({
      refused: expect.stringContaining('InvalidParameter'),
    });
    expect(await inbox()).toEqual([]);
  });
});

describe('EventBridge behind the gate', () => {
  const event = { Source: 'tiny', DetailType: 'alert', Detail: '{"a":1}' };

  it('takes events for the bus of the template', async () => {
    const { call } = await stackWithTopic();
    const Entries = [{ ...event, EventBusName: 'tiny-bus' }];
    expect(await call('events', 'PutEvents', { Entries })).toEqual({ FailedEntryCount: 0, Entries: [{ EventId: expect.any(String) }] });
  });

  it.each([
    ['another bus', { EventBusName: 'other' }, 'ResourceNotFoundException'],
    ['a detail that is no JSON', { EventBusName: 'tiny-bus', Detail: 'x' }, 'MalformedDetail'],
  ])('reports %s as a failed entry', async (_case, change, ErrorCode) => {
    const { call } = await stackWithTopic();
    const answer = await call('events', 'PutEvents', { Entries: [{ ...event, ...change }] });
    expect(answer).toMatchObject({ FailedEntryCount: 1, Entries: [{ ErrorCode }] });
  });
});
