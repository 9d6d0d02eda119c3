import { rmSync } from 'node:fs';
import { type MovableClock, startClock } from './clock/clock.ts';
import { openDataFolder } from './data-folder.ts';
import { deploy } from './deploy.ts';
import { openEdge } from './edge/edge.ts';
import { startEmulators } from './emulators/emulators.ts';
import type { StartFailure } from './failure.ts';
import { openGate } from './gate/gate.ts';
import { makeSample } from './make-sample.ts';
import type { Options } from './options.ts';
import type { PermissionReport } from './permissions/function-permissions.ts';
import { stopList } from './stop-list.ts';
import { readAssembly } from './synth/assembly.ts';
import { scratchFolder } from './synth/scratch-folder.ts';

/** A running local stack. */
export type LocalStack = {
  readonly url: string;
  readonly clock: MovableClock;
  readonly tableCalls: () => number;
  /** What the functions' roles allow, and what they have used of it so far. */
  readonly permissions: () => PermissionReport;
  readonly stop: () => Promise<void>;
};

type Start = {
  readonly options: Options;
  /** Leaves the assembly to run in a folder: the synthesis of this repository's app, or a test's own. */
  readonly synthesize: (folder: string) => Promise<void>;
  /** Called when a part is lost while the stack runs. */
  readonly onLost: (failure: StartFailure) => void;
};

/**
 * Runs the synthesized stack on this machine, until it is stopped. What had been started is stopped when a part fails.
 * @throws StartFailure for what the person can change, Error for what is broken.
 */
export async function startStack(start: Start): Promise<LocalStack> {
  const stops = stopList();
  try {
    return await startParts(start, stops);
  } catch (error) {
    await stops.run();
    throw error;
  }
}

async function startParts({ options, synthesize, onLost }: Start, stops: ReturnType<typeof stopList>): Promise<LocalStack> {
  const edge = await openEdge(options.port);
  stops.add(edge.stop);
  const data = openDataFolder(options.data);
  stops.add(async () => data.release());
  const clock = startClock({
    ...(options.now === undefined ? {} : { now: options.now }),
    ...(data.clock === undefined ? {} : { file: data.clock }),
  });
  const folder = scratchFolder();
  stops.add(async () => rmSync(folder, { recursive: true, force: true }));
  const gate = await openGate();
  stops.add(gate.stop);
  const started = startEmulators(data, onLost).then((emulators) => {
    stops.add(emulators.stop);
    return emulators;
  });
  const [synthesized, emulating] = await Promise.allSettled([synthesize(folder), started]);
  if (emulating.status === 'rejected') throw emulating.reason;
  if (synthesized.status === 'rejected') throw synthesized.reason;
  const emulators = emulating.value;
  const { tick, permissions } = await deploy({ assembly: readAssembly(folder), options, data, clock, edge, gate, emulators, stops });
  if (options.sample) await makeSample({ baseUrl: edge.url, now: clock.now(), tick });
  return { url: edge.url, clock, tableCalls: gate.tableCalls, permissions, stop: stops.run };
}
