import { describe, expect, it } from 'vitest';
import { committedIn } from '#domain/liability/overage.ts';
import type { UsageType } from '#domain/liability/usage.ts';
import { aSubscription } from '#test/support/builders.ts';

describe('D17 what a subscription commits', () => {
  it.each<[string, Record<string, number>, UsageType, number]>([
    ['of agents is its premium and standard seats together', { 'premium-agent': 10, 'standard-agent': 15 }, 'agents', 25],
    ['of agents is its seats of one kind where it has no other', { 'standard-agent': 15 }, 'agents', 15],
    ['of agents is the whole where it is given as a whole', { agents: 20 }, 'agents', 20],
    ['of agents is nothing where the whole is nothing', { agents: 0 }, 'agents', 0],
    ['of agents leaves add-ons and other types out', { 'premium-agent': 10, wfo: 7, ivr: 5 }, 'agents', 10],
    ['of another type is what it names', { 'premium-agent': 10, ivr: 5 }, 'ivr', 5],
    ['of a type that it does not name is nothing', { 'premium-agent': 10 }, 'ai-agent', 0],
  ])('%s', (_, seats, type, committed) => {
    expect(committedIn(aSubscription({ seats }), type)).toBe(committed);
  });
});
