import * as z from 'zod';
import { ok, type Result, refused } from '#domain/result.ts';
import type { SignedRequest } from '#local/edge/signature.ts';

/** Reads a control route's body, JSON or a form of the inbox page. What does not fit is refused in words. */
export function readBody<Body>(schema: z.ZodType<Body>, { headers, body }: SignedRequest): Result<Body, string> {
  const text = body.toString();
  // curl says "form" of whatever it is given with -d.
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true && !text.trimStart().startsWith('{');
  const raw = isForm ? ok(Object.fromEntries(new URLSearchParams(text))) : json(text);
  if (!raw.ok) return raw;
  const parsed = schema.safeParse(raw.value);
  return parsed.success ? ok(parsed.data) : refused(z.prettifyError(parsed.error).replaceAll('\n', ' '));
}

function json(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return refused(`The body is not JSON: ${error.message}.`);
    throw error;
  }
}
