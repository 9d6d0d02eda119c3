import { TRANSLITERATIONS } from './transliterations.ts';

/** The default alphabet of GSM 03.38, and the characters of its extension, each of which takes the room of two. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const EXTENSION = new Set('^{}\\[~]|€');

/** The room a text takes in an SMS of GSM-7, in characters of 7 bits; undefined when it has others, which need UCS-2. */
export function gsm7Length(text: string): number | undefined {
  let length = 0;
  for (const character of text) {
    if (!BASIC.has(character) && !EXTENSION.has(character)) return undefined;
    length += BASIC.has(character) ? 1 : 2;
  }
  return length;
}

/**
 * A3. The text in characters of GSM-7 only: accents that the alphabet lacks are dropped, Greek and Cyrillic are written
 * in Latin letters. What cannot be written (emoji, other scripts) is left out, so the answer may be empty.
 */
export function toGsm7(text: string): string {
  return [...text.normalize('NFC')].map(written).join('').replace(/ {2,}/g, ' ').trim();
}

function written(character: string): string {
  if (isGsm7(character)) return character;
  if (/\s/u.test(character)) return ' ';
  return (
    transliterated(character) ??
    [...character.normalize('NFKD')].map((part) => (isGsm7(part) ? part : (transliterated(part) ?? ''))).join('')
  );
}

/** Latin capitals of the table are made from its small letters: `Ж` from `zh` is `Zh`. */
function transliterated(character: string): string | undefined {
  const found = TRANSLITERATIONS.get(character);
  if (found !== undefined) return found;
  const small = TRANSLITERATIONS.get(character.toLowerCase());
  return small && small.slice(0, 1).toUpperCase() + small.slice(1);
}

function isGsm7(character: string): boolean {
  return BASIC.has(character) || EXTENSION.has(character);
}
