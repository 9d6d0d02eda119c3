import type { ReassignmentId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import { holds } from './move-person.ts';
import type { Chunk, ChunkResult } from './reassignment.ts';

type Asked = {
  readonly result: ChunkResult;
  readonly chunk: Pick<Chunk, 'from' | 'to'>;
  readonly person: Pick<Person, 'assignments' | 'moving'> | undefined;
  readonly reassignmentId: ReassignmentId;
};

/**
 * R1. What has become of somebody who was on the way: there, still on the way, or changed otherwise. On the way back (R7) it
 * is the old subscription that has to be held.
 */
export function arrivalOf({ result, chunk, person, reassignmentId }: Asked): ChunkResult {
  if (result.outcome !== 'moving' || person?.moving?.reassignmentId === reassignmentId) return result;
  const { reason, ...rest } = result;
  if (reason === 'moving-back' && person !== undefined && holds(person, chunk.from)) return { ...rest, outcome: 'reverted' };
  if (person !== undefined && holds(person, chunk.to)) {
    return { ...rest, outcome: 'moved', ...(reason === 'moving-back' && { reason: 'changed-since' }) };
  }
  return { outcome: 'skipped', reason: 'changed-since' };
}
