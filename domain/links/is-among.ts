/**
 * L5, L9. Whether a hash is one of those that are known. Every one is compared, and each to its end, so that the time it takes
 * tells nothing.
 */
export function isAmong(known: readonly string[], hash: string): boolean {
  return known.map((each) => isSameText(each, hash)).includes(true);
}

/** Equality of two texts in a time that depends on their lengths alone. */
function isSameText(left: string, right: string): boolean {
  let difference = left.length ^ right.length;
  for (let index = 0; index < left.length; index += 1) difference |= left.charCodeAt(index) ^ right.charCodeAt(index);
  return difference === 0;
}
