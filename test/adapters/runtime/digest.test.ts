import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/runtime/digest.ts';

describe('the digest', () => {
  it('is the SHA-256 of the text in UTF-8, in hexadecimal', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256('Zürich')).not.toBe(sha256('Zurich'));
  });
});
