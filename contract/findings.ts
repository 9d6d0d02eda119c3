import * as z from 'zod';
import type { Finding } from '#domain/findings/finding.ts';
import { dayText, idAnswer, severity } from './fields.ts';
import { FIRST_ROWS } from './lists.ts';

/** Something true about a tenant now that somebody should know. `peopleCount` counts all, `people` has the first 200. */
export const findingAnswer = z.object({
  kind: z.string(),
  severity,
  subject: z.object({ subscriptionId: idAnswer.optional() }),
  on: dayText.optional(),
  peopleCount: z.int().optional(),
  admins: z.int().optional(),
  people: z.array(idAnswer).optional(),
  seats: z.array(z.object({ kind: z.string(), committed: z.int(), assigned: z.int() })).optional(),
  found: z.string().optional(),
  expected: z.string().optional(),
  chosenBy: idAnswer.optional(),
  resumesOn: dayText.optional(),
  kinds: z.array(z.string()).optional(),
  expiresOn: dayText.optional(),
  confirmedOn: dayText.optional(),
  shown: idAnswer.optional(),
  oldest: idAnswer.optional(),
  partners: z.array(idAnswer).optional(),
});

/** A finding as the API says it; one of the whole tenant has an empty subject. */
export function fromFinding(finding: Finding): z.input<typeof findingAnswer> {
  const { kind, severity: how, subject } = finding;
  return {
    kind,
    severity: how,
    subject: subject === 'tenant' ? {} : subject,
    ...('on' in finding && finding.on !== undefined && { on: finding.on }),
    ...('people' in finding && { peopleCount: finding.people.length, admins: finding.admins, people: finding.people.slice(0, FIRST_ROWS) }),
    ...('seats' in finding && { seats: [...finding.seats] }),
    ...('resumesOn' in finding && { resumesOn: finding.resumesOn }),
    ...('kinds' in finding && { kinds: [...finding.kinds] }),
    ...('expiresOn' in finding && { expiresOn: finding.expiresOn }),
    ...('confirmedOn' in finding && { confirmedOn: finding.confirmedOn }),
    ...('shown' in finding && { shown: finding.shown, oldest: finding.oldest }),
    ...('partners' in finding && { partners: finding.partners.slice(0, FIRST_ROWS) }),
    ...('found' in finding && { found: finding.found, expected: finding.expected, chosenBy: finding.chosenBy }),
  };
}
