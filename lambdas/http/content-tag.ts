import { sha256 } from '#adapters/runtime/digest.ts';

const TAG_LENGTH = 32;

/** The ETag of a resource that nobody replaces, and so has no revision: another one as soon as its answer is another. */
export function contentTag(body: unknown): string {
  return `"${sha256(JSON.stringify(body)).slice(0, TAG_LENGTH)}"`;
}
