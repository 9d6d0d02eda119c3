import * as z from 'zod';
import type { Told, ToldMatters } from '#domain/alerts/alert.ts';
import type { Snooze, Snoozes } from '#domain/alerts/snooze.ts';
import { findingKind, rung, severity } from './findings.ts';
import { day, id, instant } from './stored.ts';

const told: z.ZodType<Told> = z.object({
  kind: findingKind,
  subject: z.string(),
  on: day,
  rung,
  severity,
  at: instant,
  linkId: z.exactOptional(id.link),
  rungs: z.exactOptional(z.number()),
});

/** What an audience was told and not yet told to be over, by matter, as tenants and recipients keep it. */
export const toldMatters: z.ZodType<ToldMatters> = z.record(z.string(), told);

const snooze: z.ZodType<Snooze> = z.object({ on: day, until: day, reason: z.string(), at: instant });

/** A6. What a recipient has put off, by matter. */
export const snoozes: z.ZodType<Snoozes> = z.record(z.string(), snooze);
