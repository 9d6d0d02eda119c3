import { keyOf } from '#adapters/dynamodb/keys.ts';
import type { Instant } from '#domain/days/instant.ts';
import type { CodeWindow } from '#domain/links/code.ts';
import type { Link } from '#domain/links/link.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Stores } from '#use-cases/ports.ts';
import { isOf } from './item.ts';
import type { MemoryTable } from './table.ts';

/** L9. A message that is sent again has another code; the oldest of more than three is worth nothing any more. */
const CODES_KEPT = 3;

type WithWindow = Link & { readonly code: CodeWindow };

/** L9. Whether codes of the link are worth something at a moment, and one may be tried. */
export function hasOpenWindow(link: Link, now: Instant): link is WithWindow {
  return link.code !== undefined && link.code.endsAt > now && link.code.triesLeft > 0;
}

/** L9. Keeps a code's hash beside the last two; one that is there already is well. */
export function addLinkCode(
  table: MemoryTable,
  { linkId, codeHash, now }: Parameters<Stores['addLinkCode']>[0],
): Result<undefined, 'no-open-window'> {
  const item = table.get(keyOf.link(linkId));
  if (!isOf('link', item) || item.value.used !== undefined || !hasOpenWindow(item.value, now)) return refused('no-open-window');
  const { code } = item.value;
  if (!code.hashes.includes(codeHash)) {
    const hashes = [...code.hashes, codeHash].slice(-CODES_KEPT);
    table.put({ ...item, value: { ...item.value, code: { ...code, hashes } } });
  }
  return ok(undefined);
}

/** L9. One try less, if there is one. */
export function takeCodeTry(table: MemoryTable, { linkId, now }: Parameters<Stores['takeCodeTry']>[0]): Result<CodeWindow, 'no-try-left'> {
  const item = table.get(keyOf.link(linkId));
  if (!isOf('link', item) || !hasOpenWindow(item.value, now)) return refused('no-try-left');
  const code = { ...item.value.code, triesLeft: item.value.code.triesLeft - 1 };
  table.put({ ...item, value: { ...item.value, code } });
  return ok(code);
}
