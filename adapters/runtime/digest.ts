import { createHash } from 'node:crypto';
import type { Digest } from '#domain/plans/plan.ts';

/** The SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export const sha256: Digest = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
