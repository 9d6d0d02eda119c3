import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LINK = /\[[^\]]*\]\((?<target>[^)\s]+)\)/g;

const pages = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], { cwd: ROOT, encoding: 'utf8' })
  .trim()
  .split('\n');

describe('The documents', () => {
  it.each(pages)('%s leads to files and headings that exist', (page) => {
    const dead = linksOf(page).filter((link) => !exists(page, link));
    expect(dead).toEqual([]);
  });

  it('have links at all, so that the test above looks at something', () => {
    expect(pages.flatMap(linksOf).length).toBeGreaterThan(50);
  });

  it('H4 begin with a README of less than 150 lines', () => {
    expect(read('README.md').split('\n').length).toBeLessThan(150);
  });
});

/** Links inside this repository; what is elsewhere cannot be looked at from here. */
function linksOf(page: string): readonly string[] {
  return [...read(page).matchAll(LINK)].map(({ groups }) => groups?.['target'] ?? '').filter((target) => !/^[a-z]+:/.test(target));
}

function exists(page: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const file = path === '' ? page : relative(ROOT, join(ROOT, dirname(page), path));
  if (!existsSync(join(ROOT, file))) return false;
  return heading === undefined || headingsOf(file).includes(heading);
}

/** As GitHub links to them. */
function headingsOf(page: string): readonly string[] {
  return [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^a-z0-9 _-]/g, '')
      .replaceAll(' ', '-'),
  );
}

function read(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8');
}
