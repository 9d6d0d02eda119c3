import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/runtime/digest.ts';
import { instantOf, secondsAfter } from '#domain/days/instant.ts';
import { idOf } from '#domain/ids.ts';
import { codeHash, codeStandingOf, openWindow } from '#domain/links/code.ts';

const ASKED = instantOf(Date.parse('2026-12-02T07:00:00Z'));
const fresh = openWindow(ASKED);
const spent = { ...fresh, triesLeft: 0 };

describe('L9 the codes of a link', () => {
  it('have ten minutes, five tries, and two more to ask for', () => {
    expect(fresh).toEqual({ endsAt: '2026-12-02T07:10:00.000Z', askedAt: ASKED, hashes: [], triesLeft: 5, codesLeft: 2 });
  });

  it.each([
    ['none was asked for yet', undefined, 0, 'none'],
    ['one was asked for a moment ago', fresh, 59, 'just-asked'],
    ['one was asked for a minute ago', fresh, 60, 'may-ask'],
    ['the last second has begun', fresh, 599, 'may-ask'],
    ['ten minutes are over', fresh, 600, 'none'],
    ['three were asked for, the last a moment ago', { ...fresh, codesLeft: 0 }, 59, 'just-asked'],
    ['three were asked for', { ...fresh, codesLeft: 0 }, 60, 'all-sent'],
    ['all tries are gone', spent, 60, 'used-up'],
    ['all tries are gone, until the last second', spent, 599, 'used-up'],
    ['all tries are gone, and the ten minutes too', spent, 600, 'none'],
  ] as const)('stand so when %s', (_case, window, seconds, standing) => {
    expect(codeStandingOf(window, secondsAfter(ASKED, seconds))).toMatchObject({ standing });
  });

  it('are hashed with their link, so that one code has another hash in another link', () => {
    const of = (linkId: string) => codeHash(sha256, { linkId: idOf.link(linkId), code: '123456' });
    expect(of('a')).toBe(sha256('a 123456'));
    expect(of('a')).not.toBe(of('b'));
  });
});
