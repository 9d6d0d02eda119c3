import * as z from 'zod';

/** What a function reports of itself: its memory by the template, the most that it took, in MB, and how long it took last. */
export type FunctionReport = {
  readonly functionName: string;
  readonly memoryMb: number;
  readonly maxMemoryMb: number;
  readonly lastMs: number;
};

const report = z.object({
  function: z.string(),
  message: z.literal('REPORT'),
  memoryMb: z.number(),
  maxMemoryMb: z.number(),
  durationMs: z.number(),
});

/** The functions' own reports in the logs of the local stack: the highest memory of each, and its last invocation. */
export function functionReportsIn(logs: string): readonly FunctionReport[] {
  const reports = new Map<string, FunctionReport>();
  for (const line of logs.split('\n')) {
    const read = line.includes('"REPORT"') ? report.safeParse(JSON.parse(line)) : undefined;
    if (!read?.success) continue;
    const { function: functionName, memoryMb, maxMemoryMb, durationMs } = read.data;
    const before = reports.get(functionName)?.maxMemoryMb ?? 0;
    reports.set(functionName, { functionName, memoryMb, maxMemoryMb: Math.max(before, maxMemoryMb), lastMs: durationMs });
  }
  return [...reports.values()];
}
