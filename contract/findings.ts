import * as z from 'zod';
import { matterOf } from '#domain/alerts/matter.ts';
import type { Day } from '#domain/days/day.ts';
import type { Finding } from '#domain/findings/finding.ts';
import { describeMatter } from '#domain/messages/describe-matter.ts';
import type { TenantPicture } from '#domain/tenants/picture.ts';
import { channel, dayText, idAnswer, severity } from './fields.ts';
import { FIRST_ROWS } from './lists.ts';

/** Something true about a tenant now that somebody should know. `peopleCount` counts all, `people` has the first 200. */
export const findingAnswer = z.object({
  kind: z.string(),
  severity,
  subject: z.object({ subscriptionId: idAnswer.optional(), recipientId: idAnswer.optional(), channel: channel.optional() }),
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
  delivery: z.enum(['pending', 'gone']).optional(),
});

/** The same for people, in the tenant's language: what is the matter, what else is true of it, and what to do about it. */
export const describedFindingAnswer = findingAnswer.extend({ message: z.string(), facts: z.array(z.string()), advice: z.string() });

type Seen = { readonly picture: TenantPicture; readonly today: Day };

/** A finding as the API says it to people: in the words of the messages, so that nobody reads two versions. */
export function fromFindingDescribed(finding: Finding, { picture, today }: Seen): z.input<typeof describedFindingAnswer> {
  const { headline, facts, advice } = describeMatter(matterOf(finding, { picture, today, linkId: undefined }), picture.tenant.language);
  return { ...fromFinding(finding), message: headline, facts: [...facts], advice };
}

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
    ...('delivery' in finding && { delivery: finding.delivery }),
    ...('found' in finding && { found: finding.found, expected: finding.expected, chosenBy: finding.chosenBy }),
  };
}
