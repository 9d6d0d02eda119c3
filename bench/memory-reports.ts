import * as z from 'zod';

/** How much memory a function has by the template, and the most that one of its environments took, in MB. */
export type MemoryReport = { readonly functionName: string; readonly memoryMb: number; readonly maxMemoryMb: number };

const report = z.object({ function: z.string(), message: z.literal('REPORT'), memoryMb: z.number(), maxMemoryMb: z.number() });

/** The functions' own reports in the logs of the local stack, the highest of each. */
export function memoryReportsIn(logs: string): readonly MemoryReport[] {
  const highest = new Map<string, MemoryReport>();
  for (const line of logs.split('\n')) {
    const read = line.includes('"REPORT"') ? report.safeParse(JSON.parse(line)) : undefined;
    if (!read?.success) continue;
    const { function: functionName, memoryMb, maxMemoryMb } = read.data;
    const before = highest.get(functionName)?.maxMemoryMb ?? 0;
    highest.set(functionName, { functionName, memoryMb, maxMemoryMb: Math.max(before, maxMemoryMb) });
  }
  return [...highest.values()];
}
