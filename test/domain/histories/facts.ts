import { dayOf } from '#domain/days/day.ts';
import { idOf } from '#domain/ids.ts';
import { type LatestUsage, USAGE_TYPES, type UsageType } from '#domain/liability/usage.ts';
import type { Partner } from '#domain/partners/partner.ts';
import type { Person } from '#domain/people/person.ts';
import type { Commitment, Subscription } from '#domain/subscriptions/subscription.ts';
import type { TenantPicture } from '#domain/tenants/picture.ts';
import { aPartner, aPerson, aPicture, aSubscription, assignmentsOf, aTenant } from '#test/support/builders.ts';

/** What is known of a tenant. */
export type Facts = {
  readonly timeZone: string;
  readonly alertHour: number;
  readonly ladder?: readonly number[];
  readonly primaryOverride?: string;
  readonly usage?: LatestUsage;
  readonly subscriptions: ReadonlyMap<string, Subscription>;
  readonly people: ReadonlyMap<string, Person>;
  readonly partners: ReadonlyMap<string, Partner>;
};

export const NOTHING_YET: Facts = { timeZone: 'UTC', alertHour: 8, subscriptions: new Map(), people: new Map(), partners: new Map() };

/** The facts as the rules see them. */
export function pictureOf({ subscriptions, people, partners, usage, timeZone, alertHour, ladder, primaryOverride }: Facts): TenantPicture {
  return aPicture({
    tenant: aTenant({
      timeZone,
      alertHour,
      ...(ladder !== undefined && { ladder }),
      ...(primaryOverride !== undefined && { primaryOverride }),
    }),
    subscriptions: [...subscriptions.values()],
    people: [...people.values()],
    partners: [...partners.values()],
    ...(usage !== undefined && { usage }),
  });
}

type Found = Readonly<Record<string, string>>;
type Sentence = { readonly reads: RegExp; readonly adds: (facts: Facts, found: Found) => Facts };

/** Every sentence a history may say, and what is true after it. */
const SENTENCES: readonly Sentence[] = [
  { reads: /^Warned (?<days>[\d/]+) days before\.$/, adds: (facts, { days = '' }) => ({ ...facts, ladder: days.split('/').map(Number) }) },
  { reads: /^Checked at (?<hour>\d+) o’clock\.$/, adds: (facts, { hour }) => ({ ...facts, alertHour: Number(hour) }) },
  { reads: /^Control Hub shows (?<name>\w+) as primary\.$/, adds: (facts, { name = '' }) => ({ ...facts, primaryOverride: name }) },
  {
    reads: /^Used in (?<month>[\d-]+): (?<items>.+)\.$/,
    adds: (facts, { month = '', items = '' }) => ({ ...facts, usage: { month, used: usageIn(items) } }),
  },
  {
    reads: /^Subscription (?<name>\w+) is seen in an import\.$/,
    adds: (facts, { name = '' }) =>
      withSubscription(facts, aSubscription({ subscriptionId: name, name, withoutTerms: true, commitments: [] })),
  },
  {
    reads: /^Subscription (?<name>\w+) from (?<from>\S+) to (?<to>[\d-]+)(?<options>.*)\.$/,
    adds: (facts, { name = '', from = '', to = '', options = '' }) =>
      withSubscription(facts, subscriptionSaid({ name, from, to, options: options.split(',').map((option) => option.trim()) })),
  },
  {
    reads: /^(?<name>\w+) is renewed until (?<to>[\d-]+)\.$/,
    adds: (facts, { name = '', to = '' }) =>
      changed(facts, name, ({ terms, ...rest }) => ({ ...rest, ...(terms && { terms: { ...terms, expiresOn: dayOf(to) } }) })),
  },
  {
    reads: /^(?<name>\w+) is suspended from (?<day>[\d-]+)\.$/,
    adds: (facts, { name = '', day = '' }) => changed(facts, name, (one) => ({ ...one, suspendedOn: dayOf(day) })),
  },
  {
    reads: /^(?<name>\w+) is seen suspended on (?<day>[\d-]+)\.$/,
    adds: (facts, { name = '', day = '' }) => changed(facts, name, (one) => ({ ...one, suspendedSeenOn: dayOf(day) })),
  },
  {
    reads: /^(?<name>\w+) is suspended no longer\.$/,
    adds: (facts, { name = '' }) => changed(facts, name, ({ suspendedOn: _over, suspendedSeenOn: _seen, ...one }) => one),
  },
  {
    reads: /^(?<name>\w+) is cancelled from (?<day>[\d-]+)\.$/,
    adds: (facts, { name = '', day = '' }) => changed(facts, name, (one) => ({ ...one, cancelledOn: dayOf(day) })),
  },
  {
    reads: /^The dates of (?<name>\w+) were confirmed on (?<day>[\d-]+)\.$/,
    adds: (facts, { name = '', day = '' }) => changed(facts, name, (one) => ({ ...one, datesConfirmedOn: dayOf(day) })),
  },
  {
    reads: /^The partner (?<name>\w+) may (?<access>look only|do everything)\.$/,
    adds: (facts, { name = '', access }) => withPartner(facts, name, access === 'look only' ? 'provisioning-admin' : 'full-admin'),
  },
  {
    reads: /^(?<name>\w+)(, (?<role>[\w -]+))?, holds (?<held>.+)\.$/,
    adds: (facts, { name = '', role, held = '' }) => withPerson(facts, { name, role, held }),
  },
];

/** The facts after one more sentence. @throws Error for a sentence that nothing understands. */
export function applied(facts: Facts, sentence: string): Facts {
  for (const { reads, adds } of SENTENCES) {
    const found = reads.exec(sentence);
    if (found !== null) return adds(facts, found.groups ?? {});
  }
  throw new Error(`No history knows how to read "${sentence}"`);
}

function withSubscription(facts: Facts, subscription: Subscription): Facts {
  return { ...facts, subscriptions: new Map([...facts.subscriptions, [subscription.subscriptionId, subscription]]) };
}

function withPartner(facts: Facts, name: string, access: Partner['access']): Facts {
  return { ...facts, partners: new Map([...facts.partners, [name, aPartner({ partnerId: name, name, access })]]) };
}

function changed(facts: Facts, name: string, change: (subscription: Subscription) => Subscription): Facts {
  const subscription = facts.subscriptions.get(name);
  if (subscription === undefined) throw new Error(`A history speaks of the subscription ${name} before it tells of it.`);
  return withSubscription(facts, change(subscription));
}

const OPTION = {
  notice: /^notice (\d+) days$/,
  ladder: /^warned ([\d/]+) days before$/,
  commitment: /^(\d+) ([a-z-]+)(?: since ([\d-]+))?$/,
};

type Said = { readonly name: string; readonly from: string; readonly to: string; readonly options: readonly string[] };

function subscriptionSaid({ name, from, to, options }: Said): Subscription {
  const said = new Set(options);
  const notice = options.map((option) => OPTION.notice.exec(option)?.[1]).find((days) => days !== undefined);
  const ladder = options.map((option) => OPTION.ladder.exec(option)?.[1]).find((days) => days !== undefined);
  for (const option of options) requireOption(option);
  return aSubscription({
    subscriptionId: name,
    name,
    startsOn: from,
    expiresOn: to,
    licensing: said.has('named') ? 'named' : 'concurrent',
    telephony: said.has('vpop') ? 'vpop' : 'webex-calling',
    renewal: said.has('renews by itself') ? 'auto' : 'manual',
    commitments: options.flatMap(commitmentSaid),
    ...(notice !== undefined && { noticeDays: Number(notice) }),
    ...(ladder !== undefined && { ladder: ladder.split('/').map(Number) }),
  });
}

const WORDS = new Set(['', 'named', 'vpop', 'renews by itself']);

function requireOption(option: string): void {
  if (WORDS.has(option) || Object.values(OPTION).some((reads) => reads.test(option))) return;
  throw new Error(`No subscription of a history can be "${option}".`);
}

function commitmentSaid(option: string): readonly Commitment[] {
  const [, quantity, kind, since] = OPTION.commitment.exec(option) ?? [];
  if (quantity === undefined || kind === undefined) return [];
  return [{ kind: kindSaid(kind), quantity: Number(quantity), ...(since !== undefined && { since: dayOf(since) }) }];
}

function kindSaid(kind: string): string {
  return kind === 'premium' || kind === 'standard' ? `${kind}-agent` : kind;
}

const ROLES: Readonly<Record<string, Partial<Person>>> = {
  'full admin': { roles: ['admin'], adminLevel: 'full' },
  'contact-center admin': { roles: ['admin'], adminLevel: 'contact-center' },
  inactive: { status: 'inactive' },
};

function withPerson(
  facts: Facts,
  { name, role, held }: { readonly name: string; readonly role: string | undefined; readonly held: string },
): Facts {
  const known = facts.people.get(name) ?? aPerson({ personId: name, name });
  const changes = role === undefined ? {} : ROLES[role];
  if (changes === undefined) throw new Error(`No person of a history can be "${role}".`);
  const person = { ...known, ...changes, personId: idOf.person(name), assignments: held === 'nothing' ? [] : assignmentsSaid(held) };
  return { ...facts, people: new Map([...facts.people, [name, person]]) };
}

function assignmentsSaid(held: string): Person['assignments'] {
  const pairs = held.split(/, | and /).map((part) => part.split(' of '));
  const names = [...new Set(pairs.map(([, name = '']) => name))];
  const kindsOf = (name: string) => pairs.filter((pair) => pair[1] === name).map(([kind = '']) => kindSaid(kind));
  return assignmentsOf(Object.fromEntries(names.map((name) => [name, kindsOf(name)])));
}

function usageIn(items: string): LatestUsage['used'] {
  return Object.fromEntries(
    items.split(', ').map((item) => {
      const [quantity = '', type = ''] = item.split(' ');
      return [usageType(type), Number(quantity)];
    }),
  );
}

function usageType(text: string): UsageType {
  const type = USAGE_TYPES.find((each) => each === text);
  if (type === undefined) throw new Error(`No usage type is called "${text}".`);
  return type;
}
