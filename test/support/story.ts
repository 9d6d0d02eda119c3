import { expect } from 'vitest';
import * as z from 'zod';
import { reviewAnswer } from '#contract/links.ts';
import type { RunningStack } from './local-stack.ts';

/** What was answered: JSON as values, anything else as text. */
export type Answered = { readonly status: number; readonly body: unknown; readonly headers: Headers };

/** What the page posts to prove that somebody has the link. */
export type LinkKey = { readonly linkId: string; readonly secret: string };
export type SentLink = { readonly url: string; readonly key: LinkKey };

/** Any list of the API. */
export const anyList = z.object({ items: z.array(z.looseObject({})), next: z.string().optional() });

/** Short words for what people and tooling do to a running stack: JSON goes in, or an export as text, and JSON comes out. */
export function actorsOn(stack: RunningStack) {
  const api = async (method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answered> => {
    const sent = typeof body === 'string' ? { raw: { contentType: 'text/csv', body } } : { json: body };
    return answered(await stack.call({ method, path, headers, ...(body !== undefined && sent) }));
  };
  const link = async (route: string, body: object): Promise<Answered> => answered(await stack.open(`/links/${route}`, body));
  const raw = async (request: Parameters<RunningStack['call']>[0]): Promise<Answered> => answered(await stack.call(request));
  return { api, raw, link, settle: () => stack.tick() };
}

/** The body of an answer with the status that was expected, in the shape that a story counts on. */
export async function expectOk<Schema extends z.ZodType = z.ZodUnknown>(
  answer: Promise<Answered>,
  status: number,
  schema?: Schema,
): Promise<z.output<Schema>> {
  const { status: got, body } = await answer;
  expect(got, JSON.stringify(body)).toBe(status);
  return (schema ?? z.unknown()).parse(body) as z.output<Schema>;
}

async function answered(response: Response): Promise<Answered> {
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
}

/** Everything a recipient was sent over one channel, oldest first. */
export async function mailOf(stack: RunningStack, recipient: string, channel: 'email' | 'sms' = 'email'): Promise<readonly string[]> {
  const items = (await stack.inbox()).filter((item) => item.recipient === recipient && item.channel === channel);
  return items.toSorted((left, right) => (left.at < right.at ? -1 : 1)).map(({ subject, body }) => `${subject ?? ''}\n${body}`);
}

/** The newest link a recipient was sent. @throws when there is none. */
export async function newestLink(stack: RunningStack, recipient: string, channel: 'email' | 'sms' = 'email'): Promise<SentLink> {
  for (const text of (await mailOf(stack, recipient, channel)).toReversed()) {
    const [url, linkId, secret] = /https?:\S+\/r\/([\w-]+)#([\w-]+)/.exec(text) ?? [];
    if (url !== undefined && linkId !== undefined && secret !== undefined) return { url, key: { linkId, secret } };
  }
  throw new Error(`${recipient} was sent no link over ${channel}.`);
}

/** Every link a recipient was sent over a channel, the newest message's first, each in the order of its message. */
export async function linksOf(stack: RunningStack, recipient: string, channel: 'email' | 'sms' = 'email'): Promise<readonly LinkKey[]> {
  const texts = (await mailOf(stack, recipient, channel)).toReversed();
  return texts.flatMap((text) => [...text.matchAll(/\/r\/([\w-]+)#([\w-]+)/g)].map(([, linkId = '', secret = '']) => ({ linkId, secret })));
}

/** The recipient's open link about a subscription, with its ready plans. @throws when there is none. */
export async function openLinkAbout(
  stack: RunningStack,
  recipient: string,
  subscriptionId: string,
): Promise<{ readonly key: LinkKey; readonly review: z.output<typeof reviewAnswer> }> {
  const { link } = actorsOn(stack);
  for (const key of await linksOf(stack, recipient)) {
    const { status, body } = await link('review', key);
    const review = status === 200 ? reviewAnswer.parse(body) : undefined;
    if (review?.subscription.subscriptionId === subscriptionId) return { key, review };
  }
  throw new Error(`${recipient} has no open link about ${subscriptionId}.`);
}
