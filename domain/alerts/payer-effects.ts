import { addDays, type Day } from '../days/day.ts';
import type { Finding, FindingKind } from '../findings/finding.ts';
import { type Cliff, cliffsBetween } from '../liability/cliffs.ts';
import { liableOn } from '../liability/liable.ts';
import { committedOn } from '../liability/overage.ts';
import { primaryOn } from '../liability/primary.ts';
import type { Matter } from '../messages/message.ts';
import { subscriptionOf, type TenantPicture } from '../tenants/picture.ts';
import { dayOfFinding } from './due-alert.ts';

/** Matters that go by a subscription's end, whose message says what becomes of the primary and of overage. */
const BY_END: readonly FindingKind[] = ['access-ends', 'renewal-unconfirmed', 'stranded', 'move-not-confirmed'];

type Seen = { readonly picture: TenantPicture; readonly today: Day };
type OnDay = Seen & { readonly on: Day };

/** A1. What a subscription's end does to who pays: another primary, and less that is committed. After the end only what still holds. */
export function payerEffectsOf(finding: Finding, seen: Seen): Pick<Matter, 'primary' | 'cliffs'> {
  const on = dayOfFinding(finding);
  if (on === undefined || !BY_END.includes(finding.kind)) return {};
  return { ...primaryChange({ ...seen, on }), ...fallsOn({ ...seen, on }) };
}

/** D14. Who is primary before the end and from that day on, where it changes. */
function primaryChange({ on, ...seen }: OnDay): Pick<Matter, 'primary'> {
  const before = primaryOn({ day: addDays(on, -1), ...seen });
  const after = primaryOn({ day: on, ...seen });
  if (before === undefined || before.subscriptionId === after?.subscriptionId) return {};
  if (on < seen.today && primaryOn({ day: seen.today, ...seen })?.subscriptionId !== after?.subscriptionId) return {};
  return { primary: { before: before.name, ...(after !== undefined && { after: after.name }) } };
}

/** D19. The usage types of which the tenant commits less from that day on. */
function fallsOn({ on, ...seen }: OnDay): Pick<Matter, 'cliffs'> {
  const cliffs = cliffsBetween({ ...seen, from: on, to: on }).filter((cliff) => on >= seen.today || stillHolds(cliff, seen));
  return cliffs.length === 0 ? {} : { cliffs: cliffs.map((cliff) => told(cliff, seen.picture)) };
}

/** Nothing has started or ended since that changes the sentence. */
function stillHolds({ type, after, paidBy }: Cliff, { picture, today }: Seen): boolean {
  const now = { day: today, today, picture };
  return committedOn(type, now) === after && liableOn(type, now)?.subscriptionId === paidBy;
}

function told({ type, before, after, used, overage, paidBy }: Cliff, picture: TenantPicture): Required<Matter>['cliffs'][number] {
  const month = picture.usage?.month;
  return {
    type,
    before,
    after,
    ...(month !== undefined && used !== undefined && overage !== undefined && { use: { month, used, overage } }),
    ...(paidBy !== undefined && { paidBy: subscriptionOf(picture, paidBy)?.name ?? paidBy }),
  };
}
