import { decodeTime } from 'ulid';
import { describe, expect, it } from 'vitest';
import { systemRandomness } from '#adapters/runtime/randomness.ts';
import { instantOf, millisecondsOf } from '#domain/days/instant.ts';

const AT = instantOf(1_796_194_800_000);

describe('chance', () => {
  it('gives ids that tell their moment, and sort as they were drawn within it', () => {
    const { ulid } = systemRandomness();
    const ids = Array.from({ length: 1000 }, () => ulid(AT));
    expect(ids.map((id) => decodeTime(id))).toEqual(ids.map(() => millisecondsOf(AT)));
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(1000);
  });

  it('gives an id for an earlier moment after one for a later moment', () => {
    const { ulid } = systemRandomness();
    const later = ulid(AT);
    const earlier = ulid(instantOf(millisecondsOf(AT) - 1));
    expect(earlier < later).toBe(true);
    expect(decodeTime(earlier)).toBe(millisecondsOf(AT) - 1);
  });

  it('gives other ids for the same moment in another function', () => {
    expect(systemRandomness().ulid(AT)).not.toBe(systemRandomness().ulid(AT));
  });

  it.each([
    [16, 22],
    [32, 43],
  ] as const)('gives tokens of %i bytes as %i characters that fit a URL', (bytes, characters) => {
    const tokens = Array.from({ length: 100 }, () => systemRandomness().token(bytes));
    expect(new Set(tokens).size).toBe(100);
    for (const token of tokens) expect(token).toMatch(new RegExp(`^[A-Za-z0-9_-]{${characters}}$`));
  });
});
