import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf } from '#domain/days/day.ts';
import { instantOf } from '#domain/days/instant.ts';
import { idOf } from '#domain/ids.ts';
import type { Subscription } from '#domain/subscriptions/subscription.ts';
import type { ChangeInThought } from '#domain/what-if/change-in-thought.ts';
import { outlookOf } from '#domain/what-if/outlook.ts';
import { ACTOR, aTenantToMove } from '#test/support/a-tenant-to-move.ts';
import { aSubscription, FOUNDING_DAY as TODAY } from '#test/support/builders.ts';
import { portsOn } from '#test/support/ports.ts';
import { ACME, storesInMemory } from '#test/support/stores.ts';
import { askWhatIf } from '#use-cases/ask-what-if.ts';
import type { Ports } from '#use-cases/ports.ts';
import { putSubscription } from '#use-cases/put-subscription.ts';
import { readPicture } from '#use-cases/read-picture.ts';

const NOTHING: ChangeInThought = { without: [], bought: [], seats: [] };
const SEATS = { 'premium-agent': 1, 'standard-agent': 3 };
const Sub1 = (overrides: Parameters<typeof aSubscription>[0] = {}) =>
  aSubscription({ expiresOn: '2027-01-01', seats: SEATS, ...overrides });
const Sub3 = aSubscription({ subscriptionId: 'Sub3', startsOn: '2026-12-15', expiresOn: '2028-01-01', seats: { 'ai-agent': 5 } });
const sub1 = idOf.subscription('Sub1');

describe('what if', () => {
  const bench = storesInMemory();

  async function opened() {
    const { ports, setNow } = portsOn(bench);
    await aTenantToMove(ports);
    const ask = (change: Partial<ChangeInThought>, asOf?: string) =>
      askWhatIf(readingOnly(ports), {
        tenantId: ACME,
        change: { ...NOTHING, ...change },
        ...(asOf !== undefined && { asOf: dayOf(asOf) }),
      });
    const enter = (subscription: Subscription) =>
      putSubscription(ports, { actor: ACTOR, tenantId: ACME, subscription, ifMatch: undefined });
    return { ports, setNow, ask, enter };
  }

  it.each<[string, Partial<ChangeInThought>, Subscription]>([
    ['a subscription lapses', { without: [sub1] }, Sub1({ cancelledOn: TODAY })],
    ['a subscription is renewed', { bought: [Sub1({ expiresOn: '2028-01-01' })] }, Sub1({ expiresOn: '2028-01-01' })],
    [
      'a subscription has fewer seats',
      { seats: [{ subscriptionId: sub1, kind: 'standard-agent', quantity: 2 }] },
      Sub1({ seats: { ...SEATS, 'standard-agent': 2 } }),
    ],
    [
      'a subscription gets a usage type',
      { seats: [{ subscriptionId: sub1, kind: 'ai-agent', quantity: 9 }] },
      Sub1({ seats: { ...SEATS, 'ai-agent': 9 } }),
    ],
    ['a further subscription is bought', { bought: [Sub3] }, Sub3],
  ])('%s: shows today as it is, and the very answers that come when it is really done', async (_, change, done) => {
    const { ports, ask, enter } = await opened();
    const today = await nowOf(ports);
    const asked = await ask(change);
    await enter(done);
    expect(asked).toEqual({ ok: true, value: { before: today, after: await nowOf(ports) } });
    expect(today).not.toEqual(await nowOf(ports));
  });

  it('another day comes: shows the very answers that come on that day', async () => {
    const { ports, ask, setNow } = await opened();
    const asked = await ask({}, '2027-01-01');
    setNow(instantOf(Date.parse('2027-01-01T08:00:00Z')));
    expect(asked).toMatchObject({ value: { after: await nowOf(ports) } });
  });

  it('a change is made on another day: licensing and since are those of a change that is entered on that day', async () => {
    const { ports, ask, setNow, enter } = await opened();
    const concurrent = aSubscription({
      ...Sub3,
      subscriptionId: 'Sub3',
      licensing: 'concurrent',
      startsOn: '2029-07-01',
      expiresOn: '2030-07-01',
    });
    expect(await ask({ bought: [concurrent] })).toMatchObject({ refusal: { reason: 'licensing-model-mixed' } });
    const asked = await ask({ bought: [concurrent] }, '2029-07-01');
    setNow(instantOf(Date.parse('2029-07-01T08:00:00Z')));
    await enter(concurrent);
    expect(asked).toMatchObject({ ok: true, value: { after: await nowOf(ports) } });
  });

  it('is the answer of the check and the forecast after the change, whatever term a subscription is given', async () => {
    const aTerm = fc.record({
      subscriptionId: fc.constantFrom('Sub1', 'Sub2', 'Sub3'),
      start: fc.integer({ min: -60, max: 60 }),
      length: fc.integer({ min: 1, max: 400 }),
      renewal: fc.constantFrom('manual' as const, 'auto' as const),
      seats: fc.dictionary(fc.constantFrom('premium-agent', 'standard-agent', 'ai-agent', 'ivr'), fc.nat(5)),
    });
    const { ports, ask, enter } = await opened();
    await fc.assert(
      fc.asyncProperty(aTerm, async ({ start, length, ...rest }) => {
        const startsOn = addDays(TODAY, start);
        const bought = aSubscription({ ...rest, startsOn, expiresOn: addDays(startsOn, length) });
        const asked = await ask({ bought: [bought] });
        await enter(bought);
        expect(asked).toMatchObject({ value: { after: await nowOf(ports) } });
      }),
      { numRuns: 25 },
    );
  });

  it.each<[string, Partial<ChangeInThought>, object]>([
    [
      'lets an unknown subscription lapse',
      { without: [sub1, idOf.subscription('Sub9')] },
      { reason: 'unknown-subscription', path: 'without[1]' },
    ],
    [
      'gives seats to an unknown one',
      { seats: [{ subscriptionId: idOf.subscription('Sub9'), kind: 'wfo', quantity: 1 }] },
      { reason: 'unknown-subscription', path: 'seats[0].subscriptionId' },
    ],
    [
      'mixes licensing models',
      { bought: [aSubscription({ subscriptionId: 'Sub3', licensing: 'concurrent' })] },
      { reason: 'licensing-model-mixed', subscriptionIds: ['Sub3', 'Sub1'] },
    ],
    [
      'commits agents as a whole beside seats per kind',
      { seats: [{ subscriptionId: sub1, kind: 'agents', quantity: 9 }] },
      { reason: 'invalid-request', errors: [{ path: 'seats[0].kind' }] },
    ],
  ])('is refused where it %s, as a PUT is', async (_, change, refusal) => {
    const { ask } = await opened();
    expect(await ask(change)).toMatchObject({ ok: false, refusal });
  });

  it('is refused for a day that is over', async () => {
    const { ask } = await opened();
    expect(await ask({}, '2026-12-01')).toMatchObject({ refusal: { reason: 'invalid-request', errors: [{ path: 'asOf' }] } });
  });
});

/** How the tenant really stands now, by what is stored. */
async function nowOf(ports: Ports) {
  const read = await readPicture(ports, { tenantId: ACME });
  if (!read.ok) throw new Error('There is no such tenant.');
  return outlookOf({ picture: read.value.snapshot, today: read.value.today });
}

/** Ports of which nothing but reads of the tenant's own may be asked. */
function readingOnly({ clock, stores }: Ports): Pick<Ports, 'clock' | 'stores'> {
  const never = () => Promise.reject(new Error('A what-if wrote something.'));
  return {
    clock,
    stores: {
      ...stores,
      storesFor: (tenantId) => ({ ...stores.storesFor(tenantId), commit: never, purge: never }),
      addLinkSecret: never,
      claimOutbox: never,
      finishOutbox: never,
    },
  };
}
