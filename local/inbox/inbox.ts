import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import type { Instant } from '#domain/days/instant.ts';

const itemSchema = z.object({
  tenant: z.string().optional(),
  /** `unknown` for a topic that belongs to no recipient any more. */
  recipient: z.string(),
  channel: z.enum(['email', 'sms']),
  address: z.string(),
  subject: z.string().optional(),
  body: z.string(),
  at: z.string(),
});

/** One e-mail or SMS that would have reached a person. */
export type InboxItem = z.infer<typeof itemSchema>;

/** Everything that would have been received, oldest first. */
export type Inbox = {
  readonly receive: (item: Omit<InboxItem, 'at'>) => void;
  readonly items: () => readonly InboxItem[];
  readonly empty: () => void;
};

type Open = {
  readonly now: () => Instant;
  /** Where items are kept, one JSON line each; nowhere when absent. */
  readonly file?: string;
  /** Links in kept items lead to the address of the run that sent them: they are made to lead here. */
  readonly baseUrl: string;
};

export function openInbox({ now, file, baseUrl }: Open): Inbox {
  let items: readonly InboxItem[] = file === undefined ? [] : keptItems(file, baseUrl);
  return {
    receive: (received) => {
      const item = { ...received, at: now() };
      items = [...items, item];
      if (file !== undefined) appendFileSync(file, `${JSON.stringify(item)}\n`);
    },
    items: () => items,
    empty: () => {
      items = [];
      if (file !== undefined) writeFileSync(file, '');
    },
  };
}

function keptItems(file: string, baseUrl: string): readonly InboxItem[] {
  return read(file)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => itemSchema.parse(JSON.parse(line)))
    .map((item) => ({ ...item, body: item.body.replaceAll(/http:\/\/127\.0\.0\.1:\d+(?=\/(r|_local)\/)/g, baseUrl) }));
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
