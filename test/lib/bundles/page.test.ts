import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BuiltPage, buildPage } from '#lib/bundles/page.ts';

let page: BuiltPage;

beforeAll(async () => {
  page = await buildPage();
});

describe('L8 The policy of the page', () => {
  it.each(['script', 'style'])('allows its own %s by its hash, and no other', (element) => {
    const content = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(page.html)?.[1] ?? '';
    const hash = createHash('sha256').update(content, 'utf8').digest('base64');
    expect(page.csp).toContain(`${element}-src 'sha256-${hash}'`);
  });

  it('allows nothing that is not named', () => {
    expect(page.csp).toMatch(/^default-src 'none'; /);
    expect(page.csp).not.toContain('unsafe-');
  });

  it.each(["connect-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"])('says %s', (directive) => {
    expect(page.csp.split('; ')).toContain(directive);
  });
});

describe('L2 The page', () => {
  it('is one document that asks for nothing else', () => {
    expect(page.html).not.toMatch(/<(link|img|iframe|script|object)[^>]+(src|href|data)=/);
  });

  it('has one script and one style, each where the template wants it', () => {
    expect(page.html.match(/<script>/g)).toHaveLength(1);
    expect(page.html.match(/<style>/g)).toHaveLength(1);
    expect(page.html).not.toMatch(/<!--(script|style)-->/);
  });
});
