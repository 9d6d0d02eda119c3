import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { describedFindingAnswer, findingAnswer, fromFinding, fromFindingDescribed } from '#contract/findings.ts';
import { fromImport, importAnswer } from '#contract/imports.ts';
import { fromPerson, personAnswer } from '#contract/people.ts';
import { fromReassignment, reassignmentAnswer } from '#contract/reassignments.ts';
import { fromSubscription, subscriptionAnswer } from '#contract/subscriptions.ts';
import { fromListedTenant, listedTenantAnswer } from '#contract/tenants.ts';
import { dayOf, OPEN_END } from '#domain/days/day.ts';
import { findingsOf } from '#domain/findings/find-all.ts';
import { idOf } from '#domain/ids.ts';
import type { Import } from '#domain/imports/import.ts';
import type { Reassignment } from '#domain/reassignments/reassignment.ts';
import { agents, aPerson, aPicture, aSubscription, aTenant, FOUNDING_DAY, type SubscriptionOverrides } from '#test/support/builders.ts';
import { NOW } from '#test/support/stores.ts';
import type { Snapshot } from '#use-cases/stored.ts';

const today = FOUNDING_DAY;

/** Holds an answer against its schema, with no field beyond it, as the OpenAPI document promises. */
function said<Answer extends z.ZodObject>(schema: Answer, answer: unknown): unknown {
  return z.strictObject(schema.shape).parse(answer);
}

function aSnapshot(overrides: SubscriptionOverrides, free: Readonly<Record<string, number>>): Snapshot {
  const subscription = { ...aSubscription(overrides), revision: 3, free, datesConfirmedOn: today, leavingBy: idOf.reassignment('run-1') };
  const tenant = { ...aTenant(), revision: 1, nextCheckAt: NOW, subscriptionsRevision: 1, told: {}, toldRevision: 0 };
  return { tenant, subscriptions: [subscription], people: [], recipients: [], partners: [] };
}

function subscriptionSaid(overrides: SubscriptionOverrides, free: Readonly<Record<string, number>>): unknown {
  const snapshot = aSnapshot(overrides, free);
  const [stored] = snapshot.subscriptions;
  return stored && said(subscriptionAnswer, fromSubscription(stored, { snapshot, today }));
}

describe('the answer about a subscription', () => {
  it('says what follows from its dates and its counters', () => {
    expect(
      subscriptionSaid(
        { seats: { 'premium-agent': 5, 'standard-agent': 1, ivr: 40 } },
        { 'premium-agent': 2, 'standard-agent': -1, ivr: 40, wfo: -3 },
      ),
    ).toMatchObject({
      status: 'active',
      endsOn: '2027-01-01',
      daysLeft: 30,
      primary: true,
      startsOn: '2026-01-01',
      seats: [
        { kind: 'premium-agent', committed: 5, assigned: 3, free: 2 },
        { kind: 'standard-agent', committed: 1, assigned: 2, free: 0 },
        { kind: 'wfo', committed: 0, assigned: 3, free: 0 },
      ],
    });
  });

  it('has no seats per kind where agents are committed as a whole (D17)', () => {
    expect(subscriptionSaid({ seats: { agents: 5 } }, { agents: 5, 'premium-agent': -2 })).toMatchObject({ seats: [] });
  });

  it('of one that only an import has seen has no terms, no end and no days left (D5)', () => {
    const answer = subscriptionSaid({ withoutTerms: true }, {});
    expect(answer).toMatchObject({ status: 'dates-unknown', primary: false, commitments: [] });
    expect(answer).not.toHaveProperty('endsOn');
    expect(answer).not.toHaveProperty('offer');
  });
});

describe('the answer about a person', () => {
  const person = { ...aPerson({ holds: { Sub1: 'standard-agent' }, moving: { from: 'Sub1', to: 'Sub2' } }), revision: 2 };

  it.each([
    [
      'covered until a day',
      { standing: 'covered', horizon: { coverage: 'until', coveredThrough: dayOf('2026-12-31'), endsWith: idOf.subscription('Sub1') } },
      { stranded: false, openEnded: false, coveredThrough: '2026-12-31' },
    ],
    ['covered without an end', { standing: 'covered', horizon: { coverage: 'open-ended' } }, { stranded: false, openEnded: true }],
    ['stranded', { standing: 'stranded' }, { stranded: true, openEnded: false }],
    ['waiting', { standing: 'waiting' }, { stranded: false, openEnded: false }],
  ] as const)('%s says so', (_, standing, expected) => {
    const answer = said(personAnswer, fromPerson({ person, standing }));
    expect(answer).toMatchObject({ ...expected, moving: { reassignmentId: 'run-1' } });
    expect(answer).not.toHaveProperty('revision');
    if (!('coveredThrough' in expected)) expect(answer).not.toHaveProperty('coveredThrough');
  });
});

describe('the answer about a finding', () => {
  it('names the first 200 people, and counts them all', () => {
    const picture = aPicture({ subscriptions: [aSubscription()], people: agents(250, { holds: { Sub1: 'standard-agent' } }) });
    const finding = findingsOf({ picture, today }).find(({ kind }) => kind === 'access-ends');
    expect(finding && said(findingAnswer, fromFinding(finding))).toMatchObject({
      subject: { subscriptionId: 'Sub1' },
      on: '2027-01-01',
      peopleCount: 250,
      admins: 0,
      people: expect.objectContaining({ length: 200 }),
    });
  });

  /** A tenant with something of nearly every kind. */
  const troubled = (language: 'en' | 'de') =>
    aPicture({
      tenant: aTenant({ language, primaryOverride: 'Sub2' }),
      subscriptions: [
        aSubscription({ name: 'Sales', startsOn: '2025-01-01', noticeDays: 10, seats: { 'standard-agent': 1 } }),
        aSubscription({ subscriptionId: 'Sub2', telephony: 'vpop', expiresOn: '2028-01-01', datesConfirmedOn: dayOf('2026-01-02') }),
        aSubscription({ subscriptionId: 'Sub3', withoutTerms: true }),
        aSubscription({ subscriptionId: 'Sub4', startsOn: '2027-02-01', expiresOn: '2028-01-01' }),
      ],
      people: [
        ...agents(3, { holds: { Sub1: 'standard-agent' } }),
        aPerson({ personId: 'boss', roles: ['admin'], holds: { Sub1: 'standard-agent' } }),
        aPerson({ personId: 'x', holds: { Sub3: 'premium-agent' } }),
        aPerson({ personId: 'gap', holds: { Sub1: 'standard-agent', Sub4: 'standard-agent' } }),
        aPerson({ personId: 'reduced', holds: { Sub1: 'premium-agent', Sub2: 'standard-agent' } }),
        aPerson({ personId: 'waiting', holds: { Sub4: 'standard-agent' } }),
        aPerson({ personId: 'nothing' }),
        aPerson({ personId: 'admin-nothing', roles: ['admin'] }),
      ],
      partners: [{ partnerId: idOf.partner('p'), name: 'Partner', access: 'provisioning-admin' }],
    });

  it.each(['en', 'de'] as const)('keeps the schema whatever its kind, with words for people in %s', (language) => {
    const picture = troubled(language);
    const findings = findingsOf({ picture, today });
    const found: readonly string[] = findings.map(({ kind }) => kind);
    expect(found).toEqual(expect.arrayContaining(['notice-deadline', 'coverage-gap', 'reduced', 'primary-differs', 'partner-read-only']));
    expect(new Set(found).size).toBeGreaterThan(13);
    for (const finding of findings) {
      expect(said(findingAnswer, fromFinding(finding))).toMatchObject({ kind: finding.kind });
      expect(said(describedFindingAnswer, fromFindingDescribed(finding, { picture, today }))).toMatchObject({ kind: finding.kind });
    }
  });

  it('says to people what the messages say, in the tenant’s language', () => {
    const picture = troubled('de');
    const finding = findingsOf({ picture, today }).find(({ kind }) => kind === 'reduced');
    expect(finding && said(describedFindingAnswer, fromFindingDescribed(finding, { picture, today }))).toMatchObject({
      message: expect.stringMatching(/^Die Subscription „Sales“ \(Sub1\) endet in 30 Tagen/),
      facts: ['Was entfällt: Premium Agent.'],
      advice: expect.stringMatching(/^Geben Sie/),
    });
  });
});

describe('the answer about an import', () => {
  it('has the first 200 rejections and counts them all, and nothing of how it is done', () => {
    const header: Import = {
      importId: idOf.import('i'),
      startedBy: 'anna',
      startedAt: NOW,
      status: 'running',
      chunks: 3,
      chunksDone: 1,
      columns: [],
      imported: 1,
      unchanged: 2,
      ignored: 3,
      absent: 4,
      rejected: Array.from({ length: 200 }, (_, index) => ({ row: index + 2, reason: 'invalid-email', detail: 'x' })),
      rejectedCount: 512,
    };
    const answer = said(importAnswer, fromImport(header));
    expect(answer).toMatchObject({
      status: 'running',
      imported: 1,
      unchanged: 2,
      ignored: 3,
      absent: 4,
      rejectedCount: 512,
      rejected: expect.objectContaining({ length: 200 }),
    });
  });
});

describe('the answer about a reassignment', () => {
  it('has one count per outcome, also where nobody has it', () => {
    const run: Reassignment = {
      reassignmentId: idOf.reassignment('run-1'),
      request: { fromSubscriptionId: idOf.subscription('Sub1'), acceptOverage: false, acceptUpgrade: false },
      planHash: 'x',
      mode: 'book',
      status: 'done',
      startedBy: 'anna',
      startedAt: NOW,
      chunks: 1,
      chunksDone: 1,
      leg: 0,
      counts: { moved: 7 },
      seatsToBuy: [],
    };
    expect(said(reassignmentAnswer, fromReassignment(run))).toMatchObject({
      counts: { pending: 0, moved: 7, moving: 0, 'already-there': 0, staying: 0, skipped: 0, failed: 0, reverted: 0, unplaced: 0 },
    });
  });
});

describe('a tenant in the list', () => {
  it('has no day of loss where nothing known ends', () => {
    expect(said(listedTenantAnswer, fromListedTenant({ tenantId: idOf.tenant('acme'), soonestLossOn: OPEN_END, losing: 0 }))).toEqual({
      tenantId: 'acme',
    });
    expect(fromListedTenant({ tenantId: idOf.tenant('acme'), soonestLossOn: dayOf('2027-01-01'), losing: 3 })).toEqual({
      tenantId: 'acme',
      soonestLossOn: '2027-01-01',
    });
  });
});
