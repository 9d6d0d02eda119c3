import { createHash } from 'node:crypto';
import type { Key } from './keys.ts';

/** Sort keys that name nobody: everything else may hold an e-mail address. */
const NAMES_NOBODY = /^(TENANT|LINK|OUTBOX|SUBSCRIPTION#.*|[0-9A-HJKMNP-TV-Z]{26}(#[A-Z-]+#\d+)?)$/;

/**
 * An item's key for the text of an error. What may name a person is given as the first 16 hexadecimal digits of its
 * SHA-256, so that somebody who knows the id finds the item and a log line tells nobody's address.
 */
export function keyText({ pk, sk }: Key): string {
  if (NAMES_NOBODY.test(sk)) return `${pk} / ${sk}`;
  const noun = sk.startsWith('PERSON#') || sk.startsWith('RECIPIENT#') ? sk.slice(0, sk.indexOf('#') + 1) : '';
  return `${pk} / ${noun}sha256:${createHash('sha256').update(sk.slice(noun.length)).digest('hex').slice(0, 16)}`;
}
