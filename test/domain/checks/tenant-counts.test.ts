import { describe, expect, it } from 'vitest';
import { tenantCounts } from '#domain/checks/tenant-counts.ts';
import { dayOf } from '#domain/days/day.ts';
import { aPerson, aPicture, aSubscription, FOUNDING_DAY, theFoundingExample } from '#test/support/builders.ts';

describe('D10 what the list of tenants shows', () => {
  it('counts both people of the founding example as covered and at risk', () => {
    expect(tenantCounts(theFoundingExample(), FOUNDING_DAY)).toEqual({ subscriptions: 2, people: 2, covered: 2, stranded: 0, atRisk: 2 });
  });

  it('counts them as stranded on the day the subscription has ended', () => {
    expect(tenantCounts(theFoundingExample(), dayOf('2027-01-01'))).toMatchObject({ covered: 0, stranded: 2, atRisk: 0 });
  });

  it('leaves inactive people out', () => {
    const people = [aPerson({ holds: { Sub1: 'standard-agent' }, status: 'inactive' })];
    expect(tenantCounts(aPicture({ subscriptions: [aSubscription()], people }), FOUNDING_DAY)).toMatchObject({ people: 0, covered: 0 });
  });
});
