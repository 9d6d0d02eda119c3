import { describe, expect, it } from 'vitest';
import { canonical } from '#domain/canonical.ts';

describe('a value as canonical JSON', () => {
  it('is the same in whatever order its fields stand, at any depth', () => {
    expect(canonical({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
    expect(canonical({ a: 'x', b: [{ c: null, d: 1 }] })).toBe(canonical({ b: [{ d: 1, c: null }], a: 'x' }));
  });

  it('tells a missing field from an empty one, and an order of rows from another', () => {
    expect(canonical({ a: undefined })).toBe(canonical({}));
    expect(canonical({ a: null })).not.toBe(canonical({}));
    expect(canonical([1, 2])).not.toBe(canonical([2, 1]));
  });
});
