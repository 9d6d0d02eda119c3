import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { invalidRequest } from '#contract/invalid.ts';
import { month, toMonthUsage, usageBody } from '#contract/usage.ts';
import { whatIfBody } from '#contract/what-if.ts';

const used = { subscriptionId: 'Sub1', type: 'agents', quantity: 3 };
const bought = {
  subscriptionId: 'Sub1',
  name: 'Sales',
  offer: 'flex-3',
  licensing: 'named',
  telephony: 'webex-calling',
  startsOn: '2026-01-01',
  expiresOn: '2027-01-01',
  commitments: [],
};
const seats = { subscriptionId: 'Sub1', kind: 'premium-agent', quantity: 1 };

describe('D17 usage as it is entered', () => {
  it.each([
    ['a quantity below none', { ...used, type: 'ivr', quantity: -1 }, ['items[1].quantity']],
    ['half a quantity', { ...used, type: 'ivr', quantity: 0.5 }, ['items[1].quantity']],
    ['something that is not metered', { ...used, type: 'premium-agent' }, ['items[1].type']],
    ['a type of a subscription that is there already', { ...used, quantity: 4 }, ['items[1]']],
  ])('is refused with the place of %s', (_, item, paths) => {
    expect(wrongIn(usageBody, { items: [used, item] })).toEqual(paths);
  });

  it('is in one order, however it was sent', () => {
    const items = [
      { ...used, type: 'ivr' as const },
      { ...used, subscriptionId: 'Sub2', type: 'agents' as const },
      { ...used, type: 'agents' as const },
    ];
    const order = toMonthUsage('2026-11', usageBody.parse({ items })).items.map(({ subscriptionId, type }) => `${type} ${subscriptionId}`);
    expect(order).toEqual(['agents Sub1', 'agents Sub2', 'ivr Sub1']);
  });

  it.each(['2026-13', '2026-00', '2026-1', '26-11', '2026-11-01'])('is of a month, and %s is none', (text) => {
    expect(wrongIn(month, text)).toEqual(['']);
  });
});

describe('what if, as it is asked', () => {
  it.each([
    ['a subscription that lapses twice', { without: ['Sub1', 'Sub1'] }, ['without[1]']],
    ['one that is bought twice', { with: [bought, bought] }, ['with[1].subscriptionId']],
    ['one that lapses and is renewed at once', { without: ['Sub1'], with: [bought] }, ['with[0].subscriptionId']],
    ['one that lapses and gets other seats', { without: ['Sub1'], seats: [seats] }, ['seats[0].subscriptionId']],
    ['a kind of a subscription given twice', { seats: [seats, { ...seats, quantity: 2 }] }, ['seats[1]']],
    ['a planned subscription that no PUT would take', { with: [{ ...bought, expiresOn: '2026-01-01' }] }, ['with[0].expiresOn']],
    ['a quantity below none', { seats: [{ ...seats, quantity: -1 }] }, ['seats[0].quantity']],
  ])('is refused with the place of %s', (_, body, paths) => {
    expect(wrongIn(whatIfBody, body)).toEqual(paths);
  });
});

function wrongIn(schema: z.ZodType, body: unknown): readonly string[] {
  const outcome = schema.safeParse(body);
  return outcome.success ? [] : invalidRequest(outcome.error).errors.map(({ path }) => path);
}
