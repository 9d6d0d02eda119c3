import type * as z from 'zod';
import type { ProblemReason } from '../problems.ts';

type Method = 'GET' | 'PUT' | 'POST' | 'DELETE';

/** One route of the contract: what it takes, what it answers, and which refusals are documented. */
export type Operation = {
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  /** What a caller may misread without it. */
  readonly description?: string;
  readonly public?: true;
  /** Whatever is sent is answered alike: nothing of it is refused. */
  readonly takesAnything?: true;
  readonly query?: Readonly<Record<string, z.ZodType>>;
  readonly body?: z.ZodType;
  /** A body that may be a file instead. */
  readonly takesCsv?: true;
  readonly needsKey?: true;
  /** By status: the body's schema, its media type where it is not JSON, or `none`. */
  readonly answers: Readonly<Record<number, z.ZodType | 'none' | 'text/csv' | 'text/html' | 'text/calendar'>>;
  readonly problems: readonly ProblemReason[];
};
