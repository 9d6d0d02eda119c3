import { describe, expect, it } from 'vitest';
import { candidateHashes } from '#domain/plans/candidate-hashes.ts';
import { departureFrom } from '#domain/plans/departure.ts';
import { agents, aPicture, aSubscription } from '#test/support/builders.ts';
import { aPlan, aRequest, PLAN_DAY, sha256 } from '#test/support/plans.ts';

const SOURCE = aSubscription({ subscriptionId: 'Sub1', startsOn: '2024-01-01' });
const TARGET = aSubscription({ subscriptionId: 'Sub2', expiresOn: '2029-01-01', seats: { 'standard-agent': 3 } });
const OTHER = aSubscription({ subscriptionId: 'Sub3', expiresOn: '2030-01-01', seats: { 'standard-agent': 9 } });
const LAPSED = aSubscription({ subscriptionId: 'Sub4', expiresOn: '2026-06-01', seats: { 'standard-agent': 9 } });
const picture = aPicture({
  subscriptions: [SOURCE, TARGET, OTHER, LAPSED],
  people: agents(4, { holds: { Sub1: 'standard-agent' } }),
});
const hashes = (asked: Parameters<typeof aRequest>[0] = {}) =>
  candidateHashes(departureFrom({ picture, request: aRequest(asked), today: PLAN_DAY }), sha256);

describe('P6 the hash of a candidate', () => {
  it.each(['Sub2', 'Sub3'])('is that of the plan that has chosen it: %s', (to) => {
    expect([...hashes()].find(([subscriptionId]) => subscriptionId === to)?.[1]).toBe(aPlan(picture, { to }).planHash);
  });

  it('goes by the people and the acceptances that were asked for', () => {
    const asked = { people: ['agent-0001', 'agent-0002'], acceptOverage: true };
    expect([...hashes(asked).values()]).toEqual(['Sub2', 'Sub3'].map((to) => aPlan(picture, { ...asked, to }).planHash));
  });

  it('is there for those alone that can be a target', () => {
    expect([...hashes().keys()]).toEqual(['Sub2', 'Sub3']);
  });
});
