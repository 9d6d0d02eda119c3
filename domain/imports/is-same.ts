import { canonical } from '../canonical.ts';

/** Whether two nouns say the same: the order of their fields and fields that are undefined make no difference. */
export function isSame<Noun extends object>(left: Noun, right: Noun): boolean {
  return canonical(left) === canonical(right);
}
