import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartFailure } from './failure.ts';

/** Where one run keeps its data; every path is absent for a run in memory. */
export type DataFolder = {
  readonly tables?: string;
  readonly messages?: string;
  readonly clock?: string;
  readonly inbox?: string;
  readonly release: () => void;
};

/** Opens the folder for this run alone. @throws StartFailure when it cannot be used, or another run is using it. */
export function openDataFolder(data: string): DataFolder {
  if (data === ':memory:') return { release: () => undefined };
  const folder = resolve(data);
  const release = lock(folder);
  return {
    tables: join(folder, 'tables.db'),
    messages: join(folder, 'messages'),
    clock: join(folder, 'clock.json'),
    inbox: join(folder, 'inbox.jsonl'),
    release,
  };
}

/** A lock of the file system, held by an open transaction: it is gone with the process, however that ends. */
function lock(folder: string): () => void {
  try {
    mkdirSync(join(folder, 'messages'), { recursive: true });
    const database = new DatabaseSync(join(folder, 'lock.db'));
    database.exec('BEGIN EXCLUSIVE');
    return () => database.close();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const sentence = why.includes('locked')
      ? `${folder} is in use by another Lapsewatch`
      : `${folder} cannot be used as a data folder (${why})`;
    throw new StartFailure(`${sentence}: stop it, or choose another with --data.`, { cause: error });
  }
}
