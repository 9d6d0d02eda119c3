import type { CodeWindow } from '#domain/links/code.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Stores } from '#use-cases/ports.ts';
import { waitBefore } from './backoff.ts';
import { absent, after, atLeast, type Condition, equals } from './conditions.ts';
import { keyOf } from './keys.ts';
import { readLink } from './link-secrets.ts';
import { fromLinkItem } from './links.ts';
import { updateItem } from './single-update.ts';
import type { Table } from './table.ts';
import { update } from './writes.ts';

/** L9. A message that is sent again has another code; the oldest of more than three is worth nothing any more. */
const CODES_KEPT = 3;

/** L9. Codes of the link are worth something at a moment, and one may be tried. */
const hasOpenWindow = (now: string): readonly [Condition, Condition] => [after(['code', 'endsAt'], now), atLeast(['code', 'triesLeft'], 1)];

/** L9. Keeps a code's hash beside the last two, under the list as it was read; one that is there already is well. */
export async function addLinkCode(
  table: Table,
  { linkId, codeHash, now }: Parameters<Stores['addLinkCode']>[0],
): Promise<Result<undefined, 'no-open-window'>> {
  let link = await readLink(table, linkId);
  for (let attempt = 0; ; attempt += 1) {
    await waitBefore(attempt, table.backoff, `the codes of the link ${linkId} change while one is added`);
    const window = link?.used === undefined ? link?.code : undefined;
    if (window === undefined || window.endsAt <= now || window.triesLeft < 1) return refused('no-open-window');
    if (window.hashes.includes(codeHash)) return ok(undefined);
    const hashes = [...window.hashes, codeHash].slice(-CODES_KEPT);
    const { held, item } = await updateItem(
      table,
      update(
        keyOf.link(linkId),
        { set: [[['code', 'hashes'], hashes]] },
        equals(['code', 'hashes'], window.hashes),
        absent('used'),
        ...hasOpenWindow(now),
      ),
    );
    if (held) return ok(undefined);
    link = item === undefined ? undefined : fromLinkItem(item);
  }
}

/** L9. One try less, if there is one: the condition is what counts guesses that come at the same time. */
export async function takeCodeTry(
  table: Table,
  { linkId, now }: Parameters<Stores['takeCodeTry']>[0],
): Promise<Result<CodeWindow, 'no-try-left'>> {
  const write = update(keyOf.link(linkId), { add: [[['code', 'triesLeft'], -1]] }, ...hasOpenWindow(now));
  const { held, item } = await updateItem(table, write);
  const window = held ? fromLinkItem(item).code : undefined;
  return window === undefined ? refused('no-try-left') : ok(window);
}
