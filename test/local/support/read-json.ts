import * as z from 'zod';

/** An answer's body in the shape a test counts on. @throws when it has another one. */
export async function readJson<Schema extends z.ZodType>(response: Response, schema: Schema): Promise<z.output<Schema>> {
  return schema.parse(await response.json());
}

/** What the tiny stack's own functions answer about themselves. */
export const echo = z.object({ event: z.unknown(), variables: z.record(z.string(), z.string()), now: z.string(), remaining: z.number() });

/** A function's variables. */
export const variables = z.record(z.string(), z.string());

/** What an SDK call answered, or was refused with. */
export const output = z.record(z.string(), z.unknown());
