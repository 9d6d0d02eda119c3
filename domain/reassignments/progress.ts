import type { Chunk, ChunkResult, Outcome, Reassignment } from './reassignment.ts';

export type Counts = Reassignment['counts'];

/** Every outcome, each named once: a new one does not compile until it is counted. */
const OUTCOMES: Readonly<{ [Each in Outcome]: Each }> = {
  pending: 'pending',
  moved: 'moved',
  moving: 'moving',
  'already-there': 'already-there',
  staying: 'staying',
  skipped: 'skipped',
  failed: 'failed',
  reverted: 'reverted',
  unplaced: 'unplaced',
};

/** R6. How many people there are of each outcome among finished results. */
export function countsOfResults(results: readonly { readonly outcome: Outcome }[]): Counts {
  const counts: Partial<Record<Outcome, number>> = {};
  for (const { outcome } of results) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

/** The sum of two counts, outcome by outcome. */
export function addCounts(left: Counts, right: Counts): Counts {
  const sum: Partial<Record<Outcome, number>> = { ...left };
  for (const outcome of Object.values(OUTCOMES)) {
    const people = right[outcome];
    if (people !== undefined) sum[outcome] = (sum[outcome] ?? 0) + people;
  }
  return sum;
}

/** What a finished chunk makes of the counts of a run: its people have been reached. */
export function countsAfter(counts: Counts, results: readonly ChunkResult[]): Counts {
  const { pending = 0, ...reached } = addCounts(counts, countsOfResults(results));
  const left = pending - results.length;
  return left > 0 ? { ...reached, pending: left } : reached;
}

/**
 * R5. A run stops by itself when errors rise: more than 5 % failed, of at least 20 people that it has tried to move since it
 * set out, or since it was last resumed.
 */
export function hasTooManyErrors({ counts, resumedBy }: Pick<Reassignment, 'counts' | 'resumedBy'>): boolean {
  const since = (outcome: Outcome) => (counts[outcome] ?? 0) - (resumedBy?.from[outcome] ?? 0);
  const tried = TRIED.reduce((sum, outcome) => sum + since(outcome), 0);
  return tried >= 20 && since('failed') > tried * 0.05;
}

const TRIED: readonly Outcome[] = ['moved', 'moving', 'already-there', 'skipped', 'failed'];

/** The counts of those who are in no chunk: nothing that becomes of chunks changes them. */
export function countsInNoChunk({ counts: { staying, unplaced } }: Pick<Reassignment, 'counts'>): Counts {
  return { ...(staying !== undefined && { staying }), ...(unplaced !== undefined && { unplaced }) };
}

/** The results of a chunk so far; everybody is `pending` until it is finished. */
export function resultsOf({
  moves,
  results,
}: Chunk): readonly (ChunkResult | { readonly outcome: 'pending'; readonly reason?: undefined })[] {
  return results ?? moves.map(() => ({ outcome: 'pending' }));
}
