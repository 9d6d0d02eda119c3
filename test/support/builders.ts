import { type Day, dayOf } from '#domain/days/day.ts';
import { byId, idOf } from '#domain/ids.ts';
import type { LatestUsage } from '#domain/liability/usage.ts';
import type { Partner } from '#domain/partners/partner.ts';
import { type Assignment, byAssignment, type Person } from '#domain/people/person.ts';
import type { WatchedRecipient } from '#domain/recipients/recipient.ts';
import type { Commitment, Licensing, Offer, Subscription, Telephony, Terms } from '#domain/subscriptions/subscription.ts';
import type { TenantPicture } from '#domain/tenants/picture.ts';
import { TENANT_DEFAULTS, type Tenant } from '#domain/tenants/tenant.ts';

type Loose<Noun, Replaced extends string> = Partial<Omit<Noun, Replaced>>;

export type TenantOverrides = Loose<Tenant, 'tenantId' | 'primaryOverride'> & {
  readonly tenantId?: string;
  readonly primaryOverride?: string;
};

/** A tenant with every default: `acme`, Berlin time, mode `control-hub`. */
export function aTenant({ tenantId = 'acme', primaryOverride, ...overrides }: TenantOverrides = {}): Tenant {
  return {
    ...TENANT_DEFAULTS,
    name: 'Acme',
    timeZone: 'Europe/Berlin',
    ...overrides,
    tenantId: idOf.tenant(tenantId),
    ...(primaryOverride !== undefined && { primaryOverride: idOf.subscription(primaryOverride) }),
  };
}

export type SubscriptionOverrides = Loose<
  Subscription,
  'subscriptionId' | 'terms' | 'suspendedOn' | 'cancelledOn' | 'suspendedSeenOn' | 'partnerId'
> & {
  readonly subscriptionId?: string;
  readonly startsOn?: string;
  readonly expiresOn?: string;
  readonly licensing?: Licensing;
  readonly telephony?: Telephony;
  readonly offer?: Offer;
  readonly suspendedOn?: string;
  readonly cancelledOn?: string;
  readonly suspendedSeenOn?: string;
  readonly partnerId?: string;
  /** Shorthand for commitments: `{ 'premium-agent': 10 }`. */
  readonly seats?: Readonly<Record<string, number>>;
  /** As an import creates it: seen, and nobody has entered anything (D5). */
  readonly withoutTerms?: boolean;
};

/**
 * A subscription that runs from 2026-01-01 to 2027-01-01, named, Webex Calling, renewed by hand, without commitments.
 * Terms are overridden flat; days and ids are plain texts.
 */
export function aSubscription(overrides: SubscriptionOverrides = {}): Subscription {
  const {
    subscriptionId = 'Sub1',
    startsOn,
    expiresOn,
    licensing,
    telephony,
    offer,
    withoutTerms = false,
    seats,
    partnerId,
    ...others
  } = overrides;
  const { suspendedOn, cancelledOn, suspendedSeenOn, ...rest } = others;
  return {
    name: subscriptionId,
    hybrid: false,
    renewal: 'manual',
    trial: false,
    commitments: commitmentsOf(seats ?? {}),
    ...rest,
    subscriptionId: idOf.subscription(subscriptionId),
    ...(!withoutTerms && { terms: termsOf({ startsOn, expiresOn, licensing, telephony, offer }) }),
    ...(suspendedOn !== undefined && { suspendedOn: dayOf(suspendedOn) }),
    ...(cancelledOn !== undefined && { cancelledOn: dayOf(cancelledOn) }),
    ...(suspendedSeenOn !== undefined && { suspendedSeenOn: dayOf(suspendedSeenOn) }),
    ...(partnerId !== undefined && { partnerId: idOf.partner(partnerId) }),
  };
}

function commitmentsOf(seats: Readonly<Record<string, number>>): readonly Commitment[] {
  return Object.entries(seats).map(([kind, quantity]) => ({ kind, quantity }));
}

type TermsOverrides = { readonly [Key in 'startsOn' | 'expiresOn']: string | undefined } & {
  readonly [Key in 'licensing' | 'telephony' | 'offer']: Terms[Key] | undefined;
};

function termsOf({ startsOn, expiresOn, licensing, telephony, offer }: TermsOverrides): Terms {
  return {
    offer: offer ?? 'flex-3',
    licensing: licensing ?? 'named',
    telephony: telephony ?? 'webex-calling',
    startsOn: dayOf(startsOn ?? '2026-01-01'),
    expiresOn: dayOf(expiresOn ?? '2027-01-01'),
  };
}

/** Licence kinds held, by subscription: `{ Sub1: 'premium-agent', Sub2: ['standard-agent', 'wfo'] }`. */
export type Holds = Readonly<Record<string, string | readonly string[]>>;

export type PersonOverrides = Loose<Person, 'personId' | 'assignments' | 'moving'> & {
  readonly personId?: string;
  readonly holds?: Holds;
  /** One access licence on the way: from one subscription to another, of a kind (`standard-agent`), as R1 keeps it. */
  readonly moving?: { readonly from: string; readonly to: string; readonly kind?: string; readonly reassignmentId?: string };
};

/** An active agent who holds nothing. */
export function aPerson({ personId = 'agent-1', holds = {}, moving, ...overrides }: PersonOverrides = {}): Person {
  return {
    name: personId,
    email: `${personId}@acme.example`,
    roles: ['agent'],
    status: 'active',
    external: false,
    ...overrides,
    personId: idOf.person(personId),
    assignments: assignmentsOf(holds),
    ...(moving !== undefined && { moving: movingOf(moving) }),
  };
}

/** An active full admin who holds nothing. */
export function aFullAdmin(overrides: PersonOverrides = {}): Person {
  return aPerson({ personId: 'admin-1', roles: ['admin'], adminLevel: 'full', ...overrides });
}

/** A partner that may only look. */
export function aPartner({
  partnerId = 'nordlicht',
  ...overrides
}: Loose<Partner, 'partnerId'> & { readonly partnerId?: string } = {}): Partner {
  return { name: 'Nordlicht GmbH', access: 'provisioning-admin', ...overrides, partnerId: idOf.partner(partnerId) };
}

/** What somebody holds, in the order a person keeps it. */
export function assignmentsOf(holds: Holds): readonly Assignment[] {
  return Object.entries(holds)
    .flatMap(([subscriptionId, kinds]) => [kinds].flat().map((kind) => ({ subscriptionId: idOf.subscription(subscriptionId), kind })))
    .toSorted(byAssignment);
}

function movingOf({
  from,
  to,
  kind = 'standard-agent',
  reassignmentId = 'run-1',
}: Required<PersonOverrides>['moving']): Required<Person>['moving'] {
  const move = { from: { subscriptionId: idOf.subscription(from), kind }, to: { subscriptionId: idOf.subscription(to), kind } };
  return { reassignmentId: idOf.reassignment(reassignmentId), moves: [move] };
}

export type PictureParts = {
  readonly tenant?: Tenant;
  readonly subscriptions?: readonly Subscription[];
  readonly people?: readonly Person[];
  readonly partners?: readonly Partner[];
  readonly usage?: LatestUsage;
  readonly recipients?: readonly WatchedRecipient[];
};

/** A tenant's picture; subscriptions and people are put in order of id. */
export function aPicture(parts: PictureParts = {}): TenantPicture {
  const { tenant = aTenant(), subscriptions = [], people = [], partners = [], recipients = [], usage } = parts;
  return {
    tenant,
    subscriptions: subscriptions.toSorted((left, right) => byId(left.subscriptionId, right.subscriptionId)),
    people: people.toSorted((left, right) => byId(left.personId, right.personId)),
    partners: partners.toSorted((left, right) => byId(left.partnerId, right.partnerId)),
    recipients,
    ...(usage !== undefined && { usage }),
  };
}

/** `count` agents with ids `agent-0001`, `agent-0002` ... who all hold the same. */
export function agents(count: number, overrides: Omit<PersonOverrides, 'personId'> = {}): readonly Person[] {
  return Array.from({ length: count }, (_, index) => aPerson({ ...overrides, personId: `agent-${String(index + 1).padStart(4, '0')}` }));
}

/** The founding example of the product: two people on Subscription 1, and a Subscription 2 that helps neither of them. */
export const FOUNDING_DAY: Day = dayOf('2026-12-02');

export function theFoundingExample(): TenantPicture {
  return aPicture({
    subscriptions: [
      aSubscription({
        subscriptionId: 'Sub1',
        name: 'Subscription 1',
        startsOn: '2024-01-01',
        expiresOn: '2027-01-01',
        seats: { 'premium-agent': 1, 'standard-agent': 1 },
      }),
      aSubscription({
        subscriptionId: 'Sub2',
        name: 'Subscription 2',
        startsOn: '2026-06-01',
        expiresOn: '2029-06-01',
        seats: { 'premium-agent': 1, 'standard-agent': 1 },
      }),
    ],
    people: [
      aFullAdmin({ personId: 'customer-admin-1', name: 'Customer Admin 1', holds: { Sub1: 'premium-agent' } }),
      aPerson({ personId: 'agent-1', name: 'Agent 1', holds: { Sub1: 'standard-agent' } }),
    ],
  });
}
