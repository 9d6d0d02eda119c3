import { encodeTime } from 'ulid';
import { sha256 } from '#adapters/runtime/digest.ts';
import { type ChainLink, type KeptEntry, linksBehind } from '#domain/audit/chain-link.ts';
import { keptFrom } from '#domain/audit/entry-age.ts';
import { type Proof, type ProofRules, proveStretch } from '#domain/audit/prove.ts';
import { type Instant, millisecondsOf, secondsAfter } from '#domain/days/instant.ts';
import { idOf } from '#domain/ids.ts';
import { momentOf } from './stores.ts';

/** An audit as it lies in the table: entries and links, each in order. */
export type Books = { readonly entries: readonly KeptEntry[]; readonly links: readonly ChainLink[] };

const FIRST_ENTRY_AT = momentOf('2026-01-01T00:00:00.000Z');
export const hashing = { tenantId: idOf.tenant('acme'), digest: sha256 };

const DAY_SECONDS = 86_400;

/** An id as an entry of that moment has it; `place` tells those of one moment apart. */
function entryIdAt(at: Instant, place = 0): string {
  return `${encodeTime(millisecondsOf(at))}${encodeTime(place, 16)}`;
}

/** The entry of a day, counted from the first. */
export function anEntryOf(day: number, place = 0): KeptEntry {
  const entryId = entryIdAt(secondsAfter(FIRST_ENTRY_AT, day * DAY_SECONDS), place);
  return { entryId, content: { entryId, who: 'anna', action: 'person-replaced', after: { day, place } } };
}

/** Books of one entry a day, all of them chained. */
export function booksOf(days: number): Books {
  const entries = Array.from({ length: days }, (_, day) => anEntryOf(day));
  return { entries, links: linksBehind(undefined, entries, hashing) };
}

/** What a proof says on a day, counted from that of the first entry. */
export function proofOf({ entries, links }: Books, onDay: number, proof: Proof = { chained: 0 }): Proof {
  const rules = rulesOn(onDay);
  return proveStretch(proof, { links, entries: entries.filter(({ entryId }) => entryId > rules.keptFrom) }, rules);
}

export function rulesOn(day: number): ProofRules {
  return { ...hashing, keptFrom: keptFrom(secondsAfter(FIRST_ENTRY_AT, day * DAY_SECONDS)) };
}
