import type { FunctionDefinition } from './function-definition.ts';

/** What a worker thread is started with. */
export type WorkerStart = {
  readonly definition: Omit<FunctionDefinition, 'environment'>;
  readonly clockOffset: SharedArrayBuffer;
};

/** One invocation. Events cross as JSON text, as they do in AWS: what JSON cannot carry does not arrive. */
export type Invocation = { readonly requestId: string; readonly event: string };

/** How an invocation ended. A payload of `undefined` becomes `null`, as in AWS. */
export type Outcome =
  | { readonly ok: true; readonly payload: string }
  | { readonly ok: false; readonly errorType: string; readonly errorMessage: string; readonly stack?: string };

/** What a worker thread says: that its bundle is loaded, then how each invocation ended. */
export type WorkerMessage =
  | 'loaded'
  | {
      readonly requestId: string;
      readonly outcome: Outcome;
      readonly durationMs: number;
      /** The most that this thread has taken by then. */
      readonly maxMemoryMb: number;
    };

/** A fault as Lambda reports it. */
export function failureOf(error: unknown): Extract<Outcome, { readonly ok: false }> {
  if (!(error instanceof Error)) return { ok: false, errorType: typeof error, errorMessage: String(error) };
  return { ok: false, errorType: error.name, errorMessage: error.message, ...(error.stack === undefined ? {} : { stack: error.stack }) };
}
