import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { instantOf } from '#domain/days/instant.ts';
import { openInbox } from '#local/inbox/inbox.ts';

const now = () => instantOf(Date.parse('2026-12-02T07:00:00Z'));
const MESSAGE = {
  recipient: 'ada',
  channel: 'email',
  address: 'ada@example.com',
  subject: 'S',
  body: 'http://127.0.0.1:4100/r/abc#x',
} as const;

function keptFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'inbox-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'inbox.jsonl');
}

describe('the inbox', () => {
  it('is kept between runs, and its links follow the stack to another port', () => {
    const file = keptFile();
    openInbox({ now, file, baseUrl: 'http://127.0.0.1:4100' }).receive(MESSAGE);
    const again = openInbox({ now, file, baseUrl: 'http://127.0.0.1:5200' });
    expect(again.items()).toEqual([{ ...MESSAGE, body: 'http://127.0.0.1:5200/r/abc#x', at: '2026-12-02T07:00:00.000Z' }]);
  });

  it('stays empty once it was emptied', () => {
    const file = keptFile();
    const inbox = openInbox({ now, file, baseUrl: 'http://127.0.0.1:4100' });
    inbox.receive(MESSAGE);
    inbox.empty();
    expect([inbox.items(), openInbox({ now, file, baseUrl: '' }).items()]).toEqual([[], []]);
  });
});
