import { readFileSync, writeFileSync } from 'node:fs';
import { type Instant, instantOf, millisecondsOf } from '#domain/days/instant.ts';
import { StartFailure } from '#local/failure.ts';

/** The local stack's time: the computer's, moved by an offset that every function sees at once. Time keeps running. */
export type MovableClock = {
  readonly now: () => Instant;
  /** Moves the clock to a later moment; false, and nothing moved, when it is not later. */
  readonly moveTo: (moment: Instant) => boolean;
  /** The offset in milliseconds, as function workers read it. */
  readonly offset: SharedArrayBuffer;
};

type Start = {
  /** Where the clock starts. */
  readonly now?: Instant;
  /** Where the offset is kept beside the data; nowhere when absent. */
  readonly file?: string;
};

/** @throws StartFailure when `now` is before the time that kept data has reached: nothing that was told can be untold. */
export function startClock({ now, file }: Start): MovableClock {
  const offset = new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT);
  const cell = new BigInt64Array(offset);
  const read = (): Instant => instantOf(Date.now() + Number(Atomics.load(cell, 0)));
  const set = (moment: Instant): void => {
    Atomics.store(cell, 0, BigInt(millisecondsOf(moment) - Date.now()));
    if (file !== undefined) writeFileSync(file, JSON.stringify({ offsetMilliseconds: Number(Atomics.load(cell, 0)) }));
  };
  const kept = file === undefined ? undefined : keptOffset(file);
  if (kept !== undefined) Atomics.store(cell, 0, BigInt(kept));
  if (now !== undefined && kept !== undefined && now < read()) {
    throw new StartFailure(`The clock of the kept data is at ${read()} and only goes forward: choose a later --now, or another --data.`);
  }
  if (now !== undefined) set(now);
  else if (kept === undefined) set(read());
  return {
    now: read,
    moveTo: (moment) => {
      if (moment <= read()) return false;
      set(moment);
      return true;
    },
    offset,
  };
}

function keptOffset(file: string): number | undefined {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof kept === 'object' && kept !== null && 'offsetMilliseconds' in kept ? Number(kept.offsetMilliseconds) : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new StartFailure(`${file} cannot be read: remove the data folder, or choose another with --data.`, { cause: error });
  }
}
