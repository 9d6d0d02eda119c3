import { createHash } from 'node:crypto';
import { addDays, type Day, dayOf } from '#domain/days/day.ts';
import { byId, idOf } from '#domain/ids.ts';
import { byRankThenId, type Person } from '#domain/people/person.ts';
import { candidateHashes } from '#domain/plans/candidate-hashes.ts';
import { departureFrom } from '#domain/plans/departure.ts';
import type { Plan } from '#domain/plans/plan.ts';
import { planFor } from '#domain/plans/plan-for.ts';
import type { Subscription } from '#domain/subscriptions/subscription.ts';
import { TENANT_DEFAULTS } from '#domain/tenants/tenant.ts';
import { tableOf, writeResults } from './results.ts';

/** F5. How long a plan for 50,000 people over 20 subscriptions takes; the figures go to docs/results.md. */
const PEOPLE = 50_000;
const TARGETS = 19;
const TODAY = dayOf('2026-12-02');
const DEPARTMENTS = ['Sales', 'Support', 'Field', 'Claims', 'Collections', 'Night shift'];
const ROUNDS = 5;

const picture = {
  tenant: { ...TENANT_DEFAULTS, tenantId: idOf.tenant('acme'), name: 'Acme', timeZone: 'Europe/Berlin' },
  subscriptions: [subscriptionOf(0, addDays(TODAY, 30)), ...Array.from({ length: TARGETS }, (_, index) => targetOf(index + 1))].toSorted(
    (left, right) => byId(left.subscriptionId, right.subscriptionId),
  ),
  // In order of id, in memory as well: so a tenant comes from its table.
  people: Array.from({ length: PEOPLE }, (_, index) => personOf(index)),
  partners: [],
  recipients: [],
};
const request = { fromSubscriptionId: idOf.subscription('Sub00'), acceptOverage: false, acceptUpgrade: false };
const digest = (text: string) => createHash('sha256').update(text).digest('hex');

const departure = departureFrom({ picture, request, today: TODAY });
const plan: Plan = planFor({ picture, request, today: TODAY, digest });
const planning = fastest(() => planFor({ picture, request, today: TODAY, digest }));
const hashing = fastest(() => candidateHashes(departure, digest));
const sorting = fastest(() => shuffled(picture.people).toSorted(byRankThenId));

writeResults({
  command: 'npm run bench',
  about:
    'F5. A best-fit plan over a named tenant, in time of one core, the fastest of some rounds; sorting the same people is the yardstick.',
  body: tableOf([
    ['what', 'value'],
    ['people', PEOPLE],
    ['subscriptions', TARGETS + 1],
    ['moves', plan.moves.length],
    ['unplaced', plan.unplaced.length],
    ['targets used', new Set(plan.moves.map(({ to }) => to.subscriptionId)).size],
    ['milliseconds of one core', Math.round(planning)],
    ['milliseconds more for the hashes of all candidates', Math.round(hashing)],
    ['times as long as sorting the same people', (planning / sorting).toFixed(1)],
  ]),
});

/** Ends in three groups, so that many of them tie; seats for a little fewer than everybody. */
function targetOf(index: number): Subscription {
  return subscriptionOf(index, addDays(TODAY, [400, 400, 700, 1000, 700][index % 5] ?? 400), DEPARTMENTS[index % (DEPARTMENTS.length + 1)]);
}

function subscriptionOf(index: number, expiresOn: Day, department?: string): Subscription {
  return {
    subscriptionId: idOf.subscription(`Sub${String(index).padStart(2, '0')}`),
    name: `Subscription ${index}`,
    ...(department !== undefined && { department }),
    hybrid: false,
    terms: { offer: 'flex-3', licensing: 'named', telephony: 'webex-calling', startsOn: dayOf('2024-01-01'), expiresOn },
    renewal: 'manual',
    trial: false,
    commitments: [
      { kind: 'premium-agent', quantity: 250 + ((index * 137) % 500) },
      { kind: 'standard-agent', quantity: 1_650 + ((index * 311) % 900) },
    ],
  };
}

function personOf(index: number): Person {
  const mixed = (index * 7_919) % PEOPLE;
  const department = DEPARTMENTS[(mixed * 7) % (DEPARTMENTS.length + 2)];
  return {
    personId: idOf.person(`person-${String(index).padStart(5, '0')}@acme.example`),
    name: `Person ${index}`,
    email: `person-${index}@acme.example`,
    roles: [mixed % 50 === 0 ? 'admin' : 'agent'],
    ...(mixed % 100 === 0 && { adminLevel: 'full' as const }),
    ...(department !== undefined && { department }),
    status: 'active',
    external: false,
    assignments: [{ subscriptionId: idOf.subscription('Sub00'), kind: mixed % 5 === 0 ? 'premium-agent' : 'standard-agent' }],
  };
}

/** Milliseconds of one core: what else the machine does at the time does not count. */
function fastest(work: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

/** The same people in an order that does not help a sort. */
function shuffled(people: readonly Person[]): readonly Person[] {
  return people.map((_, index) => people[(index * 31_337) % people.length]).filter((person) => person !== undefined);
}
