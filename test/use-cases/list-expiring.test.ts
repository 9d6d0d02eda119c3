import { describe, expect, it } from 'vitest';
import { addDays, dayOf } from '#domain/days/day.ts';
import { dayIn } from '#domain/days/instant.ts';
import { idOf } from '#domain/ids.ts';
import { checkPortsOn } from '#test/support/a-check.ts';
import { aPerson, aSubscription, aTenant } from '#test/support/builders.ts';
import { momentOf, NOW, storesInMemory } from '#test/support/stores.ts';
import { checkTenant } from '#use-cases/check-tenant.ts';
import { listExpiring } from '#use-cases/list-expiring.ts';
import { listPeople } from '#use-cases/list-people.ts';

const bench = storesInMemory();
const EVERYTHING = { limit: 200 };

/** A tenant with one agent whose access ends on a day, checked at a moment. */
async function aCheckedTenant(tenantId: string, { timeZone, endsOn }: { readonly timeZone: string; readonly endsOn: string }) {
  const { ports, setNow } = checkPortsOn(bench);
  const t = idOf.tenant(tenantId);
  await bench
    .stores()
    .storesFor(t)
    .commit([
      { change: 'create-tenant', tenant: aTenant({ tenantId, timeZone }), nextCheckAt: NOW },
      { change: 'put-subscription', subscription: aSubscription({ expiresOn: endsOn }), revision: 'absent', seats: {} },
      { change: 'put-person', person: aPerson({ holds: { Sub1: 'standard-agent' } }), revision: 'absent' },
    ]);
  await checkTenant(ports, t);
  const listed = async (withinDays: number) => (await listExpiring(ports, { withinDays, page: EVERYTHING })).items.length;
  const named = async (atRiskDays: number) => {
    const people = await listPeople(ports, { tenantId: t, filter: { atRiskDays }, page: EVERYTHING });
    return people.ok ? people.value.items.length : 0;
  };
  return { listed, named, setNow };
}

describe('D9 tenants in which somebody loses access within so many days', () => {
  it.each([
    ['the first zone of the day', 'Pacific/Kiritimati', 0],
    ['Berlin, in the last hours of the day before', 'Europe/Berlin', 1],
    ['the last zone of the day', 'Pacific/Pago_Pago', 2],
  ])('are listed with %s from the day on which the person is at risk, at most two days early', async (_where, timeZone, early) => {
    // 10:30 UTC: the third in Kiritimati, the first in Pago Pago; at 22:30 in Berlin it is still the second.
    const at = momentOf(timeZone === 'Europe/Berlin' ? '2026-12-02T21:30:00Z' : '2026-12-02T10:30:00Z');
    const { listed, named, setNow } = await aCheckedTenant('acme', { timeZone, endsOn: '2027-01-01' });
    setNow(at);
    const days = [...Array(40).keys()];
    const daysToEnd = days.find((n) => addDays(dayIn(timeZone, at), n) === dayOf('2027-01-01')) ?? 0;
    expect(await Promise.all(days.map(named))).toEqual(days.map((n) => Number(n >= daysToEnd)));
    expect(await Promise.all(days.map(listed))).toEqual(days.map((n) => Number(n >= daysToEnd - early)));
  });

  it('leave out those who are without access already', async () => {
    const { listed } = await aCheckedTenant('acme', { timeZone: 'Europe/Berlin', endsOn: '2026-12-01' });
    expect(await listed(36_500)).toBe(0);
  });

  it('go page by page over 10,000 tenants, soonest first, then most people, each once', async () => {
    const { ports } = checkPortsOn(bench);
    const ids = Array.from({ length: 10_000 }, (_, n) => `tenant-${n}`);
    for (const [n, id] of ids.entries()) await listed(id, { day: n % 60, losing: (n * 7) % 1000 });
    const seen: { readonly tenantId: string; readonly soonestLossOn: string; readonly losing: number }[] = [];
    for (let cursor: string | undefined, more = true; more; ) {
      const page = await listExpiring(ports, { withinDays: 30, page: { ...EVERYTHING, ...(cursor !== undefined && { cursor }) } });
      seen.push(...page.items);
      cursor = page.next;
      more = cursor !== undefined;
    }
    const keys = seen.map(
      ({ soonestLossOn, losing, tenantId }) => `${soonestLossOn} ${String(1000 - losing).padStart(4, '0')} ${tenantId}`,
    );
    expect(keys).toEqual(keys.toSorted());
    const expected = ids.filter((_, n) => n % 60 <= 30);
    expect(new Set(seen.map(({ tenantId }) => tenantId))).toEqual(new Set(expected));
    expect(seen).toHaveLength(expected.length);
  });
});

/** A tenant as a check left it, with so many people who lose access in so many days. */
async function listed(id: string, { day, losing }: { readonly day: number; readonly losing: number }): Promise<void> {
  const stores = bench.stores().storesFor(idOf.tenant(id));
  await stores.commit([{ change: 'create-tenant', tenant: aTenant({ tenantId: id }), nextCheckAt: NOW }]);
  await stores.commit([
    {
      change: 'finish-check',
      checkedAt: NOW,
      from: NOW,
      nextCheckAt: momentOf('2026-12-03T07:00:00Z'),
      soonestLoss: { soonestLossOn: addDays(dayOf('2026-12-02'), day), losing },
      counts: { subscriptions: 1, people: losing, covered: losing, stranded: 0, atRisk: losing },
    },
  ]);
}
