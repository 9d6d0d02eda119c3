import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { daysBetween } from '#domain/days/day.ts';
import { livedThrough } from './live-through.ts';
import { historiesIn } from './read-history.ts';

const FOLDER = new URL('.', import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));

describe.each(FILES)('the histories of %s', (file) => {
  it.each(historiesIn(readFileSync(new URL(file, FOLDER), 'utf8')).map((history) => [history.title, history] as const))(
    '%s',
    (_, history) => {
      expect(livedThrough(history)).toEqual(history.expected);
    },
  );
});

describe('the table of histories', () => {
  it('has forty and more, each of a year or longer', () => {
    const all = FILES.flatMap((file) => historiesIn(readFileSync(new URL(file, FOLDER), 'utf8')));
    expect(all.length).toBeGreaterThanOrEqual(40);
    for (const { title, from, to } of all) expect(daysBetween({ from, to }), title).toBeGreaterThanOrEqual(364);
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
  });
});
