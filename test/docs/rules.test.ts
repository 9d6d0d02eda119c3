import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ruleComments } from './rule-comments.ts';
import { explaining, RULES, rulesDocument } from './rules-document.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ALL = Object.values(RULES).flatMap((rules) => Object.keys(rules));

describe('docs/rules.md', () => {
  it('says what the comments of the rules say (npm run rules writes it)', () => {
    expect(readFileSync(`${ROOT}/docs/rules.md`, 'utf8')).toBe(rulesDocument());
  });

  it.each(ALL)('explains %s with an example', (rule) => {
    expect(
      explaining(ruleComments(), rule)
        .flatMap(({ examples }) => examples)
        .join('').length,
    ).toBeGreaterThan(40);
  });

  it.each(ALL)('tells of %s, which a test is named after', (rule) => {
    const named = execFileSync('git', ['grep', '-lE', `(describe|it)(\\.each)?\\(.*\\b${rule}\\b`, '--', 'test/domain'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(named.trim()).not.toBe('');
  });
});
