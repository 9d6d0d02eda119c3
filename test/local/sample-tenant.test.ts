import { describe, expect, it } from 'vitest';
import { personEntry } from '#contract/people.ts';
import { recipientBody } from '#contract/recipients.ts';
import { subscriptionEntry } from '#contract/subscriptions.ts';
import { tenantBody } from '#contract/tenants.ts';
import { dayOf, daysBetween } from '#domain/days/day.ts';
import { SAMPLE_RECIPIENTS, SAMPLE_TENANT, sampleImport } from '#local/sample-tenant.ts';

const TODAY = dayOf('2026-12-02');
const { subscriptions, people } = sampleImport(TODAY);

describe('the sample tenant', () => {
  it('is what the API takes', () => {
    expect(tenantBody.parse(SAMPLE_TENANT).mode).toBe('book');
    expect(subscriptions.map((entry) => subscriptionEntry.parse(entry).subscriptionId)).toHaveLength(3);
    expect(people.map((entry) => personEntry.parse(entry).personId)).toHaveLength(60);
    expect(Object.values(SAMPLE_RECIPIENTS).map((entry) => recipientBody.parse(entry).language)).toEqual(['en', 'de', 'en']);
  });

  it('has subscriptions that end in six days, in 80, and in two years', () => {
    expect(subscriptions.map(({ expiresOn }) => daysBetween({ from: TODAY, to: dayOf(expiresOn) }))).toEqual([6, 80, 730]);
  });

  it('has three admins, and nobody twice', () => {
    expect(people.filter(({ roles }) => roles.includes('admin'))).toHaveLength(3);
    expect(new Set(people.map(({ personId }) => personId)).size).toBe(people.length);
  });

  it('has a seat for everybody where they are', () => {
    for (const { subscriptionId, commitments } of subscriptions) {
      for (const { kind, quantity } of commitments) {
        const holders = people.filter(({ assignments }) =>
          assignments.some((each) => each.subscriptionId === subscriptionId && each.kind === kind),
        );
        expect(holders.length).toBeLessThanOrEqual(quantity);
      }
    }
  });
});
