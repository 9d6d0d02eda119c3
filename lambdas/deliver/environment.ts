import * as z from 'zod';

/** What the function `deliver` is told by its stack. */
export const environment = z.object({
  TABLE_NAME: z.string(),
  /** How the names and the ARNs of recipients' topics begin; two installations in one account differ (A2). */
  TOPIC_PREFIX: z.string(),
  TOPIC_ARN_PREFIX: z.string(),
  TOOLING_TOPIC_ARN: z.string(),
  EVENT_BUS_NAME: z.string(),
  /** Where links lead, without a slash at the end: `https://host` (L1). */
  LINK_BASE_URL: z.url(),
});

/** A stack that leaves one of these out does not compile. */
export type Environment = z.infer<typeof environment>;
