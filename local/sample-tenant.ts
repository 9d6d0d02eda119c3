import { addDays, type Day } from '#domain/days/day.ts';
import { SAMPLE_NAMES } from './sample-names.ts';

/** The tenant that `npm start` makes, so that there is something to see. */
export const SAMPLE_TENANT_ID = 'sample';
/** Its zone: the days of its subscriptions are relative to today there. */
export const SAMPLE_TIME_ZONE = 'Europe/Berlin';

export const SAMPLE_TENANT = { name: 'Sample Energy', timeZone: SAMPLE_TIME_ZONE, mode: 'book' };

/** Three people who are told: in English and German, two of whom may act. Numbers and addresses are reserved for fiction. */
export const SAMPLE_RECIPIENTS = {
  ada: { name: 'Ada Winter', language: 'en', email: 'ada.winter@example.com', phone: '+441632960961', mayAct: true },
  bernd: { name: 'Bernd Sommer', language: 'de', email: 'bernd.sommer@example.com', phone: '+493023125001', mayAct: true },
  carol: { name: 'Carol Frost', language: 'en', email: 'carol.frost@example.com', mayAct: false },
} as const;

const TERMS = { offer: 'flex-3', licensing: 'named', telephony: 'webex-calling' };

/**
 * Subscriptions and people as one JSON import: the oldest subscription ends in six days, one in 80, one in two years;
 * about sixty people, three of them admins. The last has room for most of those who would lose access, not for all.
 */
export function sampleImport(today: Day) {
  return { subscriptions: subscriptions(today), people: people() };
}

function subscriptions(today: Day) {
  return [
    subscription(
      'Sub1000001',
      { name: 'Customer Service', department: 'Customer Service', from: -724, until: 6, premium: 8, standard: 24 },
      today,
    ),
    subscription('Sub1000002', { name: 'Sales', department: 'Sales', from: -285, until: 80, premium: 6, standard: 16 }, today),
    subscription(
      'Sub1000003',
      { name: 'Group contract', department: 'Field Service', from: -60, until: 730, premium: 12, standard: 30 },
      today,
    ),
  ];
}

type Sketch = {
  readonly name: string;
  readonly department: string;
  readonly from: number;
  readonly until: number;
  readonly premium: number;
  readonly standard: number;
};

function subscription(subscriptionId: string, { name, department, from, until, premium, standard }: Sketch, today: Day) {
  return {
    subscriptionId,
    name,
    department,
    ...TERMS,
    startsOn: addDays(today, from),
    expiresOn: addDays(today, until),
    commitments: [
      { kind: 'premium-agent', quantity: premium },
      { kind: 'standard-agent', quantity: standard },
    ],
  };
}

type Group = { readonly subscriptionId: string; readonly department: string; readonly kind: string; readonly people: number };

/** Who works where; each group takes the next names of the list. */
const GROUPS: readonly Group[] = [
  { subscriptionId: 'Sub1000001', department: 'Customer Service', kind: 'premium-agent', people: 5 },
  { subscriptionId: 'Sub1000001', department: 'Customer Service', kind: 'standard-agent', people: 22 },
  { subscriptionId: 'Sub1000002', department: 'Sales', kind: 'premium-agent', people: 4 },
  { subscriptionId: 'Sub1000002', department: 'Sales', kind: 'standard-agent', people: 12 },
  { subscriptionId: 'Sub1000003', department: 'Field Service', kind: 'premium-agent', people: 3 },
  { subscriptionId: 'Sub1000003', department: 'Field Service', kind: 'standard-agent', people: 11 },
];

function people() {
  const agents = GROUPS.flatMap((group) => Array.from({ length: group.people }, () => group)).map((group, index) => {
    const role = index % 12 === 0 ? 'supervisor' : 'agent';
    return person(SAMPLE_NAMES[index] ?? `Person ${index}`, { roles: [role], ...group });
  });
  return [...admins(), ...agents];
}

/** The only full admin is on the subscription that ends first: on that day nobody could repair anything. */
function admins() {
  const roles = ['admin'];
  const kind = 'premium-agent';
  return [
    person('Ada Winter', { roles, adminLevel: 'full', department: 'Customer Service', subscriptionId: 'Sub1000001', kind }),
    person('Bernd Sommer', { roles, adminLevel: 'contact-center', department: 'Sales', subscriptionId: 'Sub1000002', kind }),
    person('Dana Herbst', { roles, adminLevel: 'user', department: 'Customer Service', subscriptionId: 'Sub1000001', kind }),
  ];
}

type Post = Omit<Group, 'people'> & { readonly roles: readonly string[]; readonly adminLevel?: string };

function person(name: string, { roles, adminLevel, department, subscriptionId, kind }: Post) {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.com`;
  const level = adminLevel === undefined ? {} : { adminLevel };
  return { personId: email, name, email, roles, ...level, department, assignments: [{ subscriptionId, kind }] };
}
