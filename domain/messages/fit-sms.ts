import type { Clean } from './clean.ts';
import { gsm7Length, toGsm7 } from './gsm7.ts';
import { plainText, shortened } from './plain-text.ts';

/**
 * A3. Two parts of an SMS in GSM-7: 153 characters each, because a part of several carries seven of its own. One is kept
 * free: a character of the extension is not cut in two, so that the first part may have to end one earlier.
 */
const TWO_PARTS = 2 * 153 - 1;
/** An SMS of one part. */
const ONE_PART = 160;
/** Room for a name, from plenty to hardly any: names give way before words do. */
const ROOM_FOR_NAMES = [40, 28, 20, 14, 8];
/** A name is longer than anybody may enter only when somebody wants it to be. */
const LONGEST_NAME = 400;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * A3. The longest of the text's versions that fits two parts together with the link, in GSM-7. In the end the text is
 * cut, too; the link is always complete.
 */
export function fitSms(write: (clean: Clean) => string, link?: string): string {
  const text = fitted(write, link === undefined ? TWO_PARTS : TWO_PARTS - lengthOf(link) - 1);
  return [text, ...(link === undefined ? [] : [link])].filter((part) => part !== '').join(' ');
}

/** L9. The longest of the text's versions that fits one part, in GSM-7. */
export function fitOnePart(write: (clean: Clean) => string): string {
  return fitted(write, ONE_PART);
}

function fitted(write: (clean: Clean) => string, room: number): string {
  const versions = ROOM_FOR_NAMES.map((most) => toGsm7(write(smsName(most))));
  return versions.find((version) => lengthOf(version) <= room) ?? cut(versions.at(-1) ?? '', room);
}

/** A name in GSM-7; one of which no letter and no digit is left is replaced by its fallback. */
function smsName(most: number): Clean {
  return (name, fallback) => {
    const written = unlinked(toGsm7(plainText(name, { most: LONGEST_NAME, fallback })));
    return shortened(LETTER_OR_DIGIT.test(written) ? written : toGsm7(fallback), most, '...');
  };
}

/** What looked like something else may have become the beginning of a link when it was written in GSM-7: `：／／`. */
function unlinked(name: string): string {
  return name.replaceAll('://', ': //');
}

function cut(text: string, room: number): string {
  let most = Math.max(room, 0);
  while (most > 3 && lengthOf(shortened(text, most, '...')) > room) most -= 1;
  return most > 3 ? shortened(text, most, '...') : '';
}

/** A link that is not in GSM-7 (none of ours) counts as it is. */
function lengthOf(text: string): number {
  return gsm7Length(text) ?? text.length;
}
