import { shortened } from './plain-text.ts';

/** A3. SNS takes subjects of fewer than 100 characters; we keep to as many bytes, whichever way it counts. */
const MOST_BYTES = 99;
/** Room for a name, from plenty to hardly any: names give way before words do. */
const ROOM_FOR_NAMES = [60, 50, 40, 32, 26, 22, 18, 15, 12, 8];

/** A3. The longest of the subject's versions that fits; in the end the text is cut, too. */
export function fitSubject(write: (mostPerName: number) => string): string {
  const versions = ROOM_FOR_NAMES.map(write);
  const fitting = versions.find((subject) => bytesOf(subject) <= MOST_BYTES);
  return fitting ?? cut(versions.at(-1) ?? '');
}

function cut(subject: string): string {
  let most = [...subject].length;
  while (bytesOf(shortened(subject, most)) > MOST_BYTES) most -= 1;
  return shortened(subject, most);
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
