import { describe, expect, it } from 'vitest';
import { aFullAdmin, aPerson, aSubscription, type Holds, type PersonOverrides } from '#test/support/builders.ts';
import { findingsOfKind } from './find.ts';

const subscriptions = [
  aSubscription({ subscriptionId: 'Active' }),
  aSubscription({ subscriptionId: 'Lapsed', expiresOn: '2026-12-01' }),
  aSubscription({ subscriptionId: 'Planned', startsOn: '2027-01-01', expiresOn: '2028-01-01' }),
  aSubscription({ subscriptionId: 'Unknown', withoutTerms: true }),
];
const found = (holds: Holds, overrides: PersonOverrides = {}) =>
  findingsOfKind('admin-on-standard', { subscriptions, people: [aFullAdmin({ holds, ...overrides })] }).map(
    ({ subject }) => subject.subscriptionId,
  );

describe('D12 admins hold premium', () => {
  it('names the admins who hold a standard licence, one warning for each subscription', () => {
    const people = [
      aFullAdmin({ holds: { Active: 'standard-agent' } }),
      aPerson({ personId: 'agent', holds: { Active: 'standard-agent' } }),
    ];
    expect(findingsOfKind('admin-on-standard', { subscriptions, people })).toEqual([
      { kind: 'admin-on-standard', severity: 'warning', subject: { subscriptionId: 'Active' }, people: ['admin-1'], admins: 1 },
    ]);
  });

  it.each([
    ['holds premium', { Active: 'premium-agent' }, []],
    ['holds standard of one without dates', { Unknown: 'standard-agent' }, ['Unknown']],
    ['is stranded anyway', { Lapsed: 'standard-agent' }, []],
  ])('judges an admin who %s', (_, holds, expected) => {
    expect(found(holds)).toEqual(expected);
  });

  it('concerns admins of every level, and nobody inactive', () => {
    expect(found({ Active: 'standard-agent' }, { adminLevel: 'read-only' })).toEqual(['Active']);
    expect(found({ Active: 'standard-agent' }, { status: 'inactive' })).toEqual([]);
  });
});

describe('D13 premium applies', () => {
  it.each([
    ['of one subscription', { Active: ['standard-agent', 'premium-agent'] }, []],
    ['with premium of another subscription that gives access', { Active: 'standard-agent', Unknown: 'premium-agent' }, []],
    ['with premium only of one that has lapsed', { Active: 'standard-agent', Lapsed: 'premium-agent' }, ['Active']],
    ['with premium only of one that has not begun', { Active: 'standard-agent', Planned: 'premium-agent' }, ['Active']],
  ])('to an admin who holds both licences %s', (_, holds, expected) => {
    expect(found(holds)).toEqual(expected);
  });

  it('and names an admin on two standard licences for each of them', () => {
    expect(found({ Active: 'standard-agent', Unknown: 'standard-agent' })).toEqual(['Active', 'Unknown']);
  });
});
