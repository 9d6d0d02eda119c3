import * as z from 'zod';

/** What the function `check-tenant` is told by its stack. */
export const environment = z.object({
  TABLE_NAME: z.string(),
  DELIVERY_QUEUE_URL: z.url(),
  WORK_QUEUE_URL: z.url(),
});

/** A stack that leaves one of these out does not compile. */
export type Environment = z.infer<typeof environment>;
