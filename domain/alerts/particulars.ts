import { horizonsFrom, subscriptionsById } from '../coverage/covered-through.ts';
import { type Day, earliestOf } from '../days/day.ts';
import type { Finding } from '../findings/finding.ts';
import type { SubscriptionId } from '../ids.ts';
import type { Matter } from '../messages/message.ts';
import { subscriptionOf, type TenantPicture } from '../tenants/picture.ts';

type Seen = { readonly picture: TenantPicture; readonly today: Day };
type Particulars = Pick<
  Matter,
  'gap' | 'kinds' | 'notice' | 'confirmedOn' | 'primaryShown' | 'partners' | 'seats' | 'telephony' | 'unreached'
>;

/** A1. What a message says of one kind of finding and of no other, as data; subscriptions and partners by name. */
export function particularsOf(finding: Finding, { picture, today }: Seen): Particulars {
  const nameOf = (subscriptionId: SubscriptionId) => subscriptionOf(picture, subscriptionId)?.name ?? subscriptionId;
  switch (finding.kind) {
    case 'access-ends':
      return gapOf(finding, { picture, today });
    case 'coverage-gap':
      return { gap: { people: finding.people.length, resumesOn: finding.resumesOn } };
    case 'reduced':
      return { kinds: finding.kinds };
    case 'notice-deadline':
      return { notice: { expiresOn: finding.expiresOn, renews: renews(finding.subject.subscriptionId, picture) } };
    case 'dates-unconfirmed':
      return { confirmedOn: finding.confirmedOn };
    case 'primary-differs':
      return { primaryShown: { shown: nameOf(finding.shown), oldest: nameOf(finding.oldest) } };
    case 'partner-read-only':
      return { partners: picture.partners.filter(({ partnerId }) => finding.partners.includes(partnerId)).map(({ name }) => name) };
    case 'over-assigned':
      return { seats: finding.seats };
    case 'telephony-mismatch':
      return { telephony: { found: finding.found, expected: finding.expected, chosenBy: nameOf(finding.chosenBy) } };
    case 'recipient-unreachable':
      return { unreached: { channel: finding.subject.channel, delivery: finding.delivery } };
    case 'renewal-ahead':
    case 'renewal-unconfirmed':
    case 'stranded':
    case 'no-admin-left':
    case 'admins-unknown':
    case 'dates-unknown':
    case 'admin-on-standard':
    case 'move-not-confirmed':
    case 'waiting':
    case 'double-assignment':
    case 'unassigned':
    case 'admin-without-licence':
      return {};
  }
}

/** D8. How many of those who lose access get it again when another subscription of theirs starts, and the first such day. */
function gapOf({ people }: Extract<Finding, { kind: 'access-ends' }>, { picture, today }: Seen): Particulars {
  const horizonOf = horizonsFrom({ subscriptions: subscriptionsById(picture.subscriptions), today });
  const losing = new Set(people);
  const resumptions = picture.people
    .filter(({ personId }) => losing.has(personId))
    .map(horizonOf)
    .flatMap((horizon) => (horizon.coverage === 'until' && horizon.resumesOn !== undefined ? [horizon.resumesOn] : []));
  const resumesOn = earliestOf(resumptions);
  return resumesOn === undefined ? {} : { gap: { people: resumptions.length, resumesOn } };
}

function renews(subscriptionId: SubscriptionId, picture: TenantPicture): boolean {
  return subscriptionOf(picture, subscriptionId)?.renewal === 'auto';
}
