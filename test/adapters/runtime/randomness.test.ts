import { decodeTime } from 'ulid';
import { describe, expect, it } from 'vitest';
import { seededRandomness } from '#adapters/memory/seeded-randomness.ts';
import { systemRandomness } from '#adapters/runtime/randomness.ts';
import { instantOf, millisecondsOf } from '#domain/days/instant.ts';
import type { Randomness } from '#use-cases/ports.ts';

const AT = instantOf(1_796_194_800_000);
let seeds = 0;

function fromASeed(): Randomness {
  seeds += 1;
  return seededRandomness(seeds);
}

describe.each([
  ['of the machine', systemRandomness],
  ['from a seed', fromASeed],
])('chance %s', (_whence, open) => {
  it('gives ids that tell their moment, and sort as they were drawn within it', () => {
    const { ulid } = open();
    const ids = Array.from({ length: 1000 }, () => ulid(AT));
    expect(ids.map((id) => decodeTime(id))).toEqual(ids.map(() => millisecondsOf(AT)));
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(1000);
  });

  it('gives an id for an earlier moment after one for a later moment', () => {
    const { ulid } = open();
    const later = ulid(AT);
    const earlier = ulid(instantOf(millisecondsOf(AT) - 1));
    expect(earlier < later).toBe(true);
    expect(decodeTime(earlier)).toBe(millisecondsOf(AT) - 1);
  });

  it('gives other ids for the same moment in another function', () => {
    expect(open().ulid(AT)).not.toBe(open().ulid(AT));
  });

  it.each([
    [16, 22],
    [32, 43],
  ] as const)('gives tokens of %i bytes as %i characters that fit a URL', (bytes, characters) => {
    const tokens = Array.from({ length: 100 }, () => open().token(bytes));
    expect(new Set(tokens).size).toBe(100);
    for (const token of tokens) expect(token).toMatch(new RegExp(`^[A-Za-z0-9_-]{${characters}}$`));
  });
});

describe('L9 a code', () => {
  it('has six digits, and begins with each of the ten as often as with any other', () => {
    const { code: draw } = systemRandomness();
    const codes = Array.from({ length: 20_000 }, draw);
    expect(codes.filter((code) => !/^\d{6}$/.test(code))).toEqual([]);
    const beginnings = Array.from({ length: 10 }, (_, digit) => codes.filter((code) => code.startsWith(String(digit))).length);
    // 2,000 each: its standard deviation is 42, so that one in a million runs is more than five of those away.
    expect(Math.max(...beginnings.map((count) => Math.abs(count - 2000)))).toBeLessThan(250);
  });
});

describe('a seed', () => {
  it('draws the same again', () => {
    const drawn = (seed: number) => {
      const { ulid, token, code } = seededRandomness(seed);
      return [ulid(AT), ulid(AT), token(16), token(32), code(), ulid(instantOf(1))];
    };
    expect(drawn(7)).toEqual(drawn(7));
    expect(drawn(7)).not.toEqual(drawn(8));
  });
});
