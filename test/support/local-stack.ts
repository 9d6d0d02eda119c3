import { rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import * as z from 'zod';
import { signedFetch } from '#local/client/signed-fetch.ts';
import type { FaultRequest } from '#local/faults/fault.ts';
import type { InboxItem } from '#local/inbox/inbox.ts';
import type { Options } from '#local/options.ts';
import type { TickReport } from '#local/queues/tick.ts';
import { type LocalStack, startStack } from '#local/start-stack.ts';
import { scratchFolder } from '#local/synth/scratch-folder.ts';
import { synthesize } from '#local/synth/synthesize.ts';

type SignedRequest = Parameters<typeof signedFetch>[1];
type Confirmation = {
  readonly recipient: string;
  readonly channel: 'email' | 'sms';
  readonly state: 'pending' | 'confirmed' | 'gone';
  readonly tenant?: string;
};

/** The whole synthesized stack, reached as people reach it: over HTTP. */
export type RunningStack = {
  readonly url: string;
  /** An API call with the signature that IAM routes need. */
  readonly call: (request: SignedRequest) => Promise<Response>;
  /** A call without one: the page, links and the control routes. `json` is sent as JSON by POST. */
  readonly open: (path: string, json?: unknown) => Promise<Response>;
  /** Fires the schedule and waits until the queues are empty. */
  readonly tick: () => Promise<TickReport>;
  readonly inbox: () => Promise<readonly InboxItem[]>;
  readonly emptyInbox: () => Promise<void>;
  readonly now: () => Promise<string>;
  readonly moveClock: (move: { readonly now: string } | { readonly advanceDays: number }) => Promise<void>;
  readonly confirm: (confirmation: Confirmation) => Promise<void>;
  /** What the functions printed, a line of JSON each. */
  readonly logs: () => Promise<string>;
  /** What functions failed on as often as their queues allow. */
  readonly deadLetters: () => Promise<readonly { readonly queue: string; readonly body: string }[]>;
  /** Arms a fault between the functions and AWS. */
  readonly faults: (fault: FaultRequest) => Promise<void>;
  /** How many calls each armed fault has struck so far, in the order of arming. */
  readonly struck: () => Promise<readonly number[]>;
  readonly clearFaults: () => Promise<void>;
  /** How many calls to tables the functions have made so far. */
  readonly tableCalls: () => number;
  /** What the role of each function allows, and what the function has used of it so far. */
  readonly permissions: LocalStack['permissions'];
  readonly stop: () => Promise<void>;
};

const DEFAULTS: Options = { port: 0, data: ':memory:', sample: false, confirm: 'by-themselves' };

const reportSchema = z.object({ invocations: z.number(), errors: z.number(), waiting: z.number() });
const faultList = z.object({ items: z.array(z.object({ struck: z.number() })) });
const deadLetterList = z.object({ items: z.array(z.object({ queue: z.string(), body: z.string() })) });
const itemSchema = z.object({
  tenant: z.string(),
  recipient: z.string(),
  channel: z.enum(['email', 'sms']),
  address: z.string(),
  subject: z.string().optional(),
  body: z.string(),
  at: z.string(),
});

/** Starts the stack on a free port, in memory and without the sample tenant; about three seconds. Whoever starts it stops it. */
export async function startLocalStack(options: Partial<Options> = {}): Promise<RunningStack> {
  const { url, tableCalls, permissions, stop } = await startStack({
    options: { ...DEFAULTS, ...options },
    synthesize: synthesizeOnce,
    onLost: (failure) => {
      throw failure;
    },
  });
  const open: RunningStack['open'] = (path, json) => fetch(`${url}${path}`, json === undefined ? {} : posted(json));
  const read = async <Schema extends z.ZodType>(schema: Schema, path: string, json?: unknown): Promise<z.output<Schema>> => {
    const response = await open(path, json);
    if (!response.ok) throw new Error(`${path} answered ${response.status} ${await response.text()}`);
    return schema.parse(await response.json());
  };
  return {
    url,
    tableCalls,
    permissions,
    stop,
    open,
    call: (request) => signedFetch(url, request),
    tick: () => read(reportSchema, '/_local/tick', {}),
    inbox: async () => (await read(z.object({ items: z.array(itemSchema) }), '/_local/inbox')).items,
    emptyInbox: async () => void (await fetch(`${url}/_local/inbox`, { method: 'DELETE' })),
    now: async () => (await read(z.object({ now: z.string() }), '/_local/clock')).now,
    moveClock: async (move) => void (await read(z.unknown(), '/_local/clock', move)),
    confirm: async (confirmation) => void (await read(z.unknown(), '/_local/confirm', confirmation)),
    faults: async (fault) => void (await read(z.unknown(), '/_local/faults', fault)),
    struck: async () => (await read(faultList, '/_local/faults')).items.map(({ struck }) => struck),
    clearFaults: async () => void (await fetch(`${url}/_local/faults`, { method: 'DELETE' })),
    deadLetters: async () => (await read(deadLetterList, '/_local/dead-letters')).items,
    logs: async () => (await open('/_local/logs')).text(),
  };
}

let synthesized: Promise<string> | undefined;

/** The app is the same for every stack of one test process, so it is synthesized for the first and copied for the others. */
async function synthesizeOnce(folder: string): Promise<void> {
  synthesized ??= synthesizeApart();
  await cp(await synthesized, folder, { recursive: true });
}

async function synthesizeApart(): Promise<string> {
  const folder = scratchFolder();
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await synthesize(folder);
  return folder;
}

function posted(json: unknown): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) };
}
