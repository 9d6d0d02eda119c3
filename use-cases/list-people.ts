import { atRiskWithin } from '#domain/coverage/at-risk.ts';
import { horizonsFrom, subscriptionsById } from '#domain/coverage/covered-through.ts';
import { type Standing, standingOf } from '#domain/coverage/standing.ts';
import type { Day } from '#domain/days/day.ts';
import { dayIn } from '#domain/days/instant.ts';
import { byId, type PersonId, type SubscriptionId, type TenantId } from '#domain/ids.ts';
import type { Person } from '#domain/people/person.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Page, PageRequest, Ports } from './ports.ts';
import { type PictureOn, readPicture } from './read-picture.ts';
import type { PersonNotFound, TenantNotFound } from './refusals.ts';
import type { Stored } from './stored.ts';

type PeopleFilter = { readonly subscriptionId?: SubscriptionId; readonly atRiskDays?: number; readonly stranded?: boolean };
type Asked = { readonly tenantId: TenantId; readonly filter: PeopleFilter; readonly page: PageRequest };
/** A person and where he or she stands (D8, D10), seen from the tenant's today. */
export type SeenPerson = { readonly person: Stored<Person>; readonly standing: Standing };
type Reading = Pick<Ports, 'stores' | 'clock'>;

/** The people of a tenant in ascending order of id; the cursor is the last id of the page before. */
export async function listPeople(ports: Reading, { tenantId, filter, page }: Asked): Promise<Result<Page<SeenPerson>, TenantNotFound>> {
  const read = await readPicture(ports, { tenantId });
  if (!read.ok) return read;
  const { today } = read.value;
  const wanted = seenPeople(read.value).filter(
    (seen) => byId(seen.person.personId, page.cursor ?? '') > 0 && holds(seen, filter.subscriptionId) && isAsAsked(seen, filter, today),
  );
  const items = wanted.slice(0, page.limit);
  const last = items.at(-1);
  return ok({ items, ...(last !== undefined && wanted.length > items.length && { next: last.person.personId }) });
}

/** One person of a tenant, with where he or she stands. */
export async function readPerson(
  ports: Reading,
  { tenantId, personId }: { readonly tenantId: TenantId; readonly personId: PersonId },
): Promise<Result<SeenPerson, TenantNotFound | PersonNotFound>> {
  const stores = ports.stores.storesFor(tenantId);
  const [person, subscriptions] = await Promise.all([stores.readPerson(personId), stores.readSubscriptions()]);
  const tenant = await stores.readTenant();
  if (tenant === undefined) return refused({ reason: 'tenant-not-found' });
  if (person === undefined) return refused({ reason: 'person-not-found' });
  const today = dayIn(tenant.timeZone, ports.clock.now());
  const known = subscriptionsById(subscriptions);
  return ok({
    person,
    standing: standingOf({ person, horizon: horizonsFrom({ subscriptions: known, today })(person), subscriptions: known, today }),
  });
}

/** Every person with the standing, in ascending order of id. */
function seenPeople({ snapshot, today }: PictureOn): readonly SeenPerson[] {
  const subscriptions = subscriptionsById(snapshot.subscriptions);
  const horizonOf = horizonsFrom({ subscriptions, today });
  return snapshot.people
    .toSorted((left, right) => byId(left.personId, right.personId))
    .map((person) => ({ person, standing: standingOf({ person, horizon: horizonOf(person), subscriptions, today }) }));
}

function holds({ person }: SeenPerson, subscriptionId: SubscriptionId | undefined): boolean {
  return subscriptionId === undefined || person.assignments.some((assignment) => assignment.subscriptionId === subscriptionId);
}

/** D9, D10. Inactive people are neither counted nor told of, so they are never at risk or stranded. */
function isAsAsked({ person, standing }: SeenPerson, { atRiskDays, stranded = false }: PeopleFilter, today: Day): boolean {
  if (atRiskDays === undefined && !stranded) return true;
  if (person.status === 'inactive') return false;
  const isAtRisk =
    atRiskDays === undefined || (standing.standing === 'covered' && atRiskWithin({ today, days: atRiskDays })(standing.horizon));
  return isAtRisk && (!stranded || standing.standing === 'stranded');
}
