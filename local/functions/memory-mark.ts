import { GCProfiler, getHeapStatistics } from 'node:v8';

/** The most memory that this thread has taken so far, as Lambda reports it of an execution environment. */
export type MemoryMark = {
  readonly during: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** JavaScript's heap and the buffers beside it, in MB; what Node itself takes comes on top. */
  readonly highestMb: () => number;
};

type Taken = { readonly totalHeapSize: number; readonly externalMemory: number };

const BYTES_PER_MB = 1024 * 1024;

/** Looks at the heap whenever it is about to be collected, for that is when it is at its largest. */
export function memoryMark(): MemoryMark {
  let highest = 0;
  const note = ({ totalHeapSize, externalMemory }: Taken): void => {
    highest = Math.max(highest, totalHeapSize + externalMemory);
  };
  return {
    during: async (work) => {
      const profiler = new GCProfiler();
      profiler.start();
      try {
        return await work();
      } finally {
        for (const { beforeGC } of profiler.stop().statistics) note(beforeGC.heapStatistics);
        const { total_heap_size: totalHeapSize, external_memory: externalMemory } = getHeapStatistics();
        note({ totalHeapSize, externalMemory });
      }
    },
    highestMb: () => Math.ceil(highest / BYTES_PER_MB),
  };
}
