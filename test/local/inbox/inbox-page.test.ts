import { describe, expect, it } from 'vitest';
import { instantOf } from '#domain/days/instant.ts';
import { inboxPage } from '#local/inbox/inbox-page.ts';

const NOW = instantOf(Date.parse('2026-12-02T07:00:00Z'));

function pageWith(body: string, subject = 'Six days left'): string {
  return inboxPage({
    now: NOW,
    items: [{ tenant: 'acme', recipient: 'ada', channel: 'email', address: 'ada@example.com', subject, body, at: NOW }],
  });
}

describe('the inbox page', () => {
  it('makes links of web addresses, with what follows a sentence left out', () => {
    const page = pageWith('See http://127.0.0.1:4100/r/abc#s-_1. Then act.');
    expect(page).toContain('<a href="http://127.0.0.1:4100/r/abc#s-_1">http://127.0.0.1:4100/r/abc#s-_1</a>. Then act.');
  });

  it.each([
    ['a body', '<script>alert(1)</script>', 'x'],
    ['a subject', 'x', '<img src=x onerror=alert(1)>'],
    ['a link', 'http://a.example/"onmouseover="alert(1)', 'x'],
    ['another scheme', 'javascript:alert(1)', 'x'],
  ])('shows markup in %s as text', (_case, body, subject) => {
    const page = pageWith(body, subject);
    expect(page).not.toMatch(/<script|<img|"onmouseover|href="javascript/);
  });

  it('says when nothing was sent', () => {
    expect(inboxPage({ now: NOW, items: [] })).toContain('Nothing has been sent yet.');
  });

  it('shows the newest message first', () => {
    const item = { recipient: 'ada', channel: 'sms', address: '+441632960961', at: NOW } as const;
    const page = inboxPage({
      now: NOW,
      items: [
        { ...item, body: 'autumn' },
        { ...item, body: 'winter' },
      ],
    });
    expect(page.indexOf('winter')).toBeLessThan(page.indexOf('autumn'));
  });
});
