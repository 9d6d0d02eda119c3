import { type Day, daysBetween } from '../days/day.ts';
import { type Finding, subjectKey, subjectOf } from '../findings/finding.ts';
import type { LinkId, PersonId } from '../ids.ts';
import type { Matter, SolvedMatter } from '../messages/message.ts';
import { subscriptionOf, type TenantPicture } from '../tenants/picture.ts';
import { dayOfFinding, peopleOfFinding } from './due-alert.ts';
import { moveOnOf } from './move-on.ts';
import { particularsOf } from './particulars.ts';
import { payerEffectsOf } from './payer-effects.ts';
import type { Solved } from './solved.ts';

/** A1. So many people are named in a message; the others are a number. */
const NAMES_PER_MATTER = 10;

type Seen = { readonly picture: TenantPicture; readonly today: Day };

/** A1. Everything a message says about one finding, as data. */
export function matterOf(finding: Finding, { picture, today, linkId }: Seen & { readonly linkId: LinkId | undefined }): Matter {
  const on = dayOfFinding(finding);
  return {
    kind: finding.kind,
    severity: finding.severity,
    ...subjectNamed(subjectKey(finding.subject), picture),
    ...(on !== undefined && { on, daysLeft: daysBetween({ from: today, to: on }) }),
    people: peopleOfFinding(finding),
    admins: adminsOfFinding(finding),
    names: 'people' in finding ? namesOf(finding.people.slice(0, NAMES_PER_MATTER), picture) : [],
    ...payerEffectsOf(finding, { picture, today }),
    ...particularsOf(finding, { picture, today }),
    ...moveOnOf(finding, { picture, today }),
    ...(linkId !== undefined && { linkId }),
  };
}

/** C6. What a message says about a matter that is over. A matter without a date does not name the day it was first seen. */
export function solvedMatterOf({ told, nowOn }: Solved, picture: TenantPicture): SolvedMatter {
  return {
    kind: told.kind,
    ...subjectNamed(told.subject, picture),
    ...(told.rung !== 'once' && { on: told.on }),
    ...(nowOn !== undefined && { nowOn }),
  };
}

/** The number of admins a finding concerns. */
export function adminsOfFinding(finding: Finding): number {
  return 'admins' in finding ? finding.admins : 0;
}

/** What or who is gone by now is called by its id. */
function subjectNamed(key: string, picture: TenantPicture): Pick<SolvedMatter, 'subscription' | 'recipient' | 'channel'> {
  const subject = subjectOf(key);
  if (subject === 'tenant') return {};
  if ('recipientId' in subject) {
    const { recipientId, channel } = subject;
    const recipient = picture.recipients.find((each) => each.recipientId === recipientId);
    return { recipient: { name: recipient?.name ?? recipientId, id: recipientId }, channel };
  }
  return { subscription: { name: subscriptionOf(picture, subject.subscriptionId)?.name ?? key, id: key } };
}

function namesOf(people: readonly PersonId[], picture: TenantPicture): readonly string[] {
  const wanted = new Set(people);
  const names = new Map(picture.people.filter(({ personId }) => wanted.has(personId)).map(({ personId, name }) => [personId, name]));
  return people.map((personId) => names.get(personId) ?? personId);
}
