/** Line breaks of every kind, tabs and whatever else controls rather than shows. */
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;
/** Invisible characters that reorder or hide text, and code points that mean nothing; joiners stay, names and emoji need them. */
const INVISIBLE = /(?![\u200c\u200d])[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const SHOWS_SOMETHING = /[^\s\u200c\u200d]/u;

/**
 * A3. A name as one line of plain text: it cannot break a line, reorder its neighbours, hide anything or pass for a
 * link. Longer than `most` characters, it ends in an ellipsis; with nothing to show, it is the `fallback`.
 */
export function plainText(name: string, { most, fallback }: { readonly most: number; readonly fallback: string }): string {
  const line = name.toWellFormed().normalize('NFC').replace(BREAKS, ' ').replace(INVISIBLE, '').replaceAll('://', ': //').trim();
  return shortened(SHOWS_SOMETHING.test(line) ? line : fallback, most);
}

/** Text written from right to left between marks that keep its direction to itself. */
export function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}

/** At most so many characters (code points); what is cut off is replaced by an ellipsis. */
export function shortened(text: string, most: number, ellipsis = '…'): string {
  const characters = [...text];
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - ellipsis.length)
        .join('')
        .trimEnd()}${ellipsis}`;
}
