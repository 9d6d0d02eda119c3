import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { checkBody } from '#contract/checks.ts';
import { invalidRequest } from '#contract/invalid.ts';
import { executeBody, renewedBody } from '#contract/links.ts';
import { personBody, toPerson } from '#contract/people.ts';
import { planBody } from '#contract/plans.ts';
import { recipientBody } from '#contract/recipients.ts';
import { subscriptionBody, toSubscription } from '#contract/subscriptions.ts';
import { tenantBody, toTenant } from '#contract/tenants.ts';
import { TENANT_DEFAULTS } from '#domain/tenants/tenant.ts';

const tenant = { name: 'Acme', timeZone: 'Europe/Berlin' };
const subscription = {
  name: 'Subscription 1',
  offer: 'flex-3',
  licensing: 'named',
  telephony: 'webex-calling',
  startsOn: '2026-01-01',
  expiresOn: '2027-01-01',
  commitments: [{ kind: 'premium-agent', quantity: 10 }],
};
const person = { name: 'Ada', email: 'ada@acme.example', roles: ['agent'], assignments: [] };
const recipient = { name: 'Ada', language: 'en', email: 'ada@acme.example', mayAct: true };

/** The paths of everything that is wrong with a body. */
function wrongIn(schema: z.ZodType, body: unknown): readonly string[] {
  const outcome = schema.safeParse(body);
  return outcome.success ? [] : invalidRequest(outcome.error).errors.map(({ path }) => path);
}

describe('the body of a tenant', () => {
  it('fills in what is left out', () => {
    expect(toTenant('acme', tenantBody.parse(tenant))).toEqual({ tenantId: 'acme', ...tenant, ...TENANT_DEFAULTS });
  });

  it('keeps a ladder widest first, each rung once', () => {
    expect(tenantBody.parse({ ...tenant, ladder: [1, 30, 7, 30, 0] }).ladder).toEqual([30, 7, 1, 0]);
  });

  it.each([
    ['no name', { name: '  ' }, 'name'],
    ['a name over two lines', { name: 'Ac\nme' }, 'name'],
    ['a name that turns the text around', { name: 'Ac\u202Eme' }, 'name'],
    ['a zone that does not exist', { timeZone: 'Europe/Atlantis' }, 'timeZone'],
    ['an offset for a zone', { timeZone: '+01:00' }, 'timeZone'],
    ['an hour that no day has', { alertHour: 24 }, 'alertHour'],
    ['half an hour', { alertHour: 7.5 }, 'alertHour'],
    ['a rung in the past', { ladder: [30, -1] }, 'ladder[1]'],
    ['a rung ten years ahead', { ladder: [3651] }, 'ladder[0]'],
    ['a language we do not write', { language: 'fr' }, 'language'],
    ['an unknown field', { colour: 'green' }, 'colour'],
    ['null for a field', { marginDays: null }, 'marginDays'],
  ])('with %s is refused', (_, change, path) => {
    expect(wrongIn(tenantBody, { ...tenant, ...change })).toEqual([path]);
  });
});

describe('the body of a subscription', () => {
  it('becomes a subscription with its terms', () => {
    expect(toSubscription('Sub1', subscriptionBody.parse({ ...subscription, noticeDays: 0 }))).toEqual({
      subscriptionId: 'Sub1',
      name: 'Subscription 1',
      terms: { offer: 'flex-3', licensing: 'named', telephony: 'webex-calling', startsOn: '2026-01-01', expiresOn: '2027-01-01' },
      hybrid: false,
      renewal: 'manual',
      trial: false,
      noticeDays: 0,
      commitments: [{ kind: 'premium-agent', quantity: 10 }],
    });
  });

  it.each([
    ['a day that no calendar has', { startsOn: '2026-02-29' }, ['startsOn']],
    ['a day written otherwise', { startsOn: '1.1.2026' }, ['startsOn']],
    ['an end on its first day (D3)', { expiresOn: '2026-01-01' }, ['expiresOn']],
    ['fewer seats than none', { commitments: [{ kind: 'premium-agent', quantity: -1 }] }, ['commitments[0].quantity']],
    ['half a seat', { commitments: [{ kind: 'premium-agent', quantity: 1.5 }] }, ['commitments[0].quantity']],
    [
      'one kind twice',
      {
        commitments: [
          { kind: 'wfo', quantity: 1 },
          { kind: 'wfo', quantity: 2 },
        ],
      },
      ['commitments[1].kind'],
    ],
    [
      'agents beside seats per kind (D17)',
      {
        commitments: [
          { kind: 'agents', quantity: 1 },
          { kind: 'standard-agent', quantity: 2 },
        ],
      },
      ['commitments'],
    ],
    ['an id with a space', { partnerId: 'the partner' }, ['partnerId']],
  ])('with %s is refused', (_, change, paths) => {
    expect(wrongIn(subscriptionBody, { ...subscription, ...change })).toEqual(paths);
  });

  it('names everything that is wrong with it at once, rules between fields included', () => {
    const commitments = [
      { kind: 'agents', quantity: 1.5 },
      { kind: 'agents', quantity: -1, colour: 'green' },
    ];
    const body = {
      startsOn: '2027-01-01',
      expiresOn: '2026-01-01',
      offer: 'flexible',
      telephony: 'vpop',
      licensing: 'named',
      commitments,
      colour: 'green',
    };
    expect(wrongIn(subscriptionBody, body)).toEqual([
      'name',
      'offer',
      'commitments[0].quantity',
      'commitments[1].quantity',
      'commitments[1].colour',
      'colour',
      'expiresOn',
      'commitments[1].kind',
    ]);
  });

  it.each([
    ['a text', 'x'],
    ['a list', []],
    ['nothing', null],
  ])('that is %s is refused without a fault', (_, body) => {
    expect(wrongIn(subscriptionBody, body)).toEqual(['']);
  });

  it('says what to do, and does not repeat what was sent', () => {
    const outcome = subscriptionBody.safeParse({ ...subscription, name: 5, offer: 'secret', expiresOn: 'secret' });
    const messages = outcome.success ? [] : invalidRequest(outcome.error).errors;
    expect(messages).toEqual([
      { path: 'name', message: 'Must be a string.' },
      { path: 'offer', message: 'Must be one of: flex, flex-3.' },
      { path: 'expiresOn', message: 'Must be a calendar day of the form YYYY-MM-DD.' },
    ]);
  });
});

describe('the body of a person', () => {
  it('becomes a person with assignments in order', () => {
    const assignments = [
      { subscriptionId: 'Sub2', kind: 'wfo' },
      { subscriptionId: 'Sub1', kind: 'premium-agent' },
    ];
    expect(toPerson('ada', personBody.parse({ ...person, assignments }))).toEqual({
      ...person,
      personId: 'ada',
      status: 'active',
      external: false,
      assignments: assignments.toReversed(),
    });
  });

  it.each([
    ['no role', { roles: [] }, ['roles']],
    ['a role we do not know', { roles: ['boss'] }, ['roles[0]']],
    ['an address that is none', { email: 'ada' }, ['email']],
    [
      'one assignment twice',
      { assignments: Array.from({ length: 2 }, () => ({ subscriptionId: 'Sub1', kind: 'wfo' })) },
      ['assignments[1]'],
    ],
    ['a subscription with a # in its id', { assignments: [{ subscriptionId: 'Sub#1', kind: 'wfo' }] }, ['assignments[0].subscriptionId']],
  ])('with %s is refused', (_, change, paths) => {
    expect(wrongIn(personBody, { ...person, ...change })).toEqual(paths);
  });
});

describe('the body of a recipient', () => {
  it.each([
    ['without any address', { email: undefined }, ['email']],
    ['with a national telephone number', { phone: '0170 1234567' }, ['phone']],
    ['without a language', { language: undefined }, ['language']],
  ])('%s is refused', (_, change, paths) => {
    expect(wrongIn(recipientBody, { ...recipient, ...change })).toEqual(paths);
  });

  it('takes a telephone number alone', () => {
    expect(wrongIn(recipientBody, { ...recipient, email: undefined, phone: '+491701234567' })).toEqual([]);
  });
});

describe('the body of a check', () => {
  it('looks at another day only in a dry run', () => {
    expect(wrongIn(checkBody, { asOf: '2027-01-01' })).toEqual(['asOf']);
    expect(wrongIn(checkBody, { asOf: '2027-01-01', dryRun: true })).toEqual([]);
  });
});

describe('the body of a plan', () => {
  it('accepts neither overage nor upgrades unless told to', () => {
    expect(planBody.parse({ fromSubscriptionId: 'Sub1' })).toEqual({
      fromSubscriptionId: 'Sub1',
      acceptOverage: false,
      acceptUpgrade: false,
    });
  });
});

describe('L4 the body that executes a link', () => {
  const execute = { linkId: 'x', secret: 'y', planHash: 'a'.repeat(64), confirm: true };

  it.each([
    ['one target', { toSubscriptionId: 'Sub2' }, []],
    ['best fit', { bestFit: true }, []],
    ['neither', {}, ['toSubscriptionId']],
    ['both', { toSubscriptionId: 'Sub2', bestFit: true }, ['toSubscriptionId']],
    ['no confirmation', { bestFit: true, confirm: false }, ['confirm']],
    ['no plan that was shown', { bestFit: true, planHash: '' }, ['planHash']],
  ])('with %s is held against that', (_, change, paths) => {
    expect(wrongIn(executeBody, { ...execute, ...change })).toEqual(paths);
  });

  it('of a renewal needs the new end and a confirmation', () => {
    expect(wrongIn(renewedBody, { linkId: 'x', secret: 'y' })).toEqual(['expiresOn', 'confirm']);
  });
});
