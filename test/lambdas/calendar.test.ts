import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { apiOperations } from '#contract/operations.ts';
import { plainText } from '#domain/messages/plain-text.ts';
import { calendarRoutes } from '#lambdas/api/calendar.ts';
import { routerOf } from '#lambdas/http/router.ts';
import { aSubscription, aTenant, type SubscriptionOverrides, type TenantOverrides } from '#test/support/builders.ts';
import { called } from '#test/support/call-handler.ts';
import { portsOn } from '#test/support/ports.ts';
import { momentOf, NOW, storesInMemory } from '#test/support/stores.ts';
import { putSubscription } from '#use-cases/put-subscription.ts';

const bench = storesInMemory();
const actor = { who: 'test', door: 'api' } as const;

/** A tenant with these subscriptions, and its feed as it is fetched. */
async function feedWith(subscriptions: readonly SubscriptionOverrides[], overrides: TenantOverrides = {}) {
  const { ports, setNow } = portsOn(bench);
  const tenant = aTenant(overrides);
  await ports.stores.storesFor(tenant.tenantId).commit([{ change: 'create-tenant', tenant, nextCheckAt: NOW }]);
  const put = (each: SubscriptionOverrides) =>
    putSubscription(ports, { actor, tenantId: tenant.tenantId, subscription: aSubscription(each), ifMatch: undefined });
  for (const each of subscriptions) await put(each);
  const handler = routerOf({ getCalendar: apiOperations.getCalendar }, calendarRoutes(ports));
  const answer = () => called(handler, { path: `/v1/tenants/${tenant.tenantId}/calendar.ics` });
  const events = async () =>
    new ICAL.Component(ICAL.parse((await answer()).body ?? '')).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
  return { answer, events, put, setNow };
}

const FOUNDING: readonly SubscriptionOverrides[] = [
  { name: 'Subscription 1', startsOn: '2024-01-01', noticeDays: 10 },
  { subscriptionId: 'Sub2', name: 'Subscription 2', startsOn: '2026-06-01', expiresOn: '2029-06-01', renewal: 'auto' },
];

describe('the calendar feed of a tenant', () => {
  it('is a calendar, with the tag of its content', async () => {
    const { statusCode, headers } = await (await feedWith(FOUNDING)).answer();
    expect([statusCode, headers]).toEqual([
      200,
      expect.objectContaining({ 'content-type': 'text/calendar; charset=utf-8', etag: expect.stringMatching(/^"[0-9a-f]{32}"$/) }),
    ]);
  });

  it('says in English what lies ahead, and what to do', async () => {
    const { events } = await feedWith(FOUNDING);
    expect((await events()).map(({ startDate, summary, description }) => `${startDate} ${summary}. ${description}`)).toEqual([
      '2026-12-22 Last day to give notice: “Subscription 1” (Sub1). The last day to cancel or renegotiate. The term ends on Friday, 1 January 2027.',
      '2027-01-01 “Subscription 1” (Sub1) expires. From this day on it gives nobody access. Move its people to another subscription before, or enter the new end if it has been renewed.',
      '2027-01-01 “Subscription 2” (Sub2) becomes the primary. From this day on it pays for overage of agents, IVR and Connect, in place of “Subscription 1” (Sub1).',
      '2029-06-01 “Subscription 2” (Sub2) is set to renew. Check that the renewal keeps the subscription’s id; under a new id everybody has to be moved. When it has renewed, enter the new end: without it the subscription counts as lapsed from this day.',
    ]);
  });

  it('says it in German to a German tenant', async () => {
    const later: SubscriptionOverrides = {
      subscriptionId: 'Sub3',
      name: 'Drei',
      startsOn: '2027-02-01',
      expiresOn: '2030-01-01',
      suspendedOn: '2028-01-01',
    };
    const { events } = await feedWith([{ noticeDays: 10, cancelledOn: '2026-12-30' }, { subscriptionId: 'Sub2', noticeDays: 5 }, later], {
      language: 'de',
    });
    expect((await events()).map(({ startDate, summary, description }) => `${startDate} ${summary}. ${description}`)).toEqual([
      '2026-12-27 Letzter Tag für die Kündigung: „Sub2“ (Sub2). Bis zu diesem Tag lässt sich kündigen oder neu verhandeln. Die Laufzeit endet am Freitag, 1. Januar 2027.',
      '2026-12-30 „Sub1“ (Sub1) endet durch Kündigung. Ab diesem Tag gibt sie niemandem mehr Zugang. Ziehen Sie die Personen vorher in eine andere Subscription um.',
      '2026-12-30 „Sub2“ (Sub2) wird primäre Subscription. Ab diesem Tag zahlt sie die Überschreitung bei Agenten, IVR und Connect, anstelle von „Sub1“ (Sub1).',
      '2027-01-01 „Sub2“ (Sub2) läuft aus. Ab diesem Tag gibt sie niemandem mehr Zugang. Ziehen Sie die Personen vorher in eine andere Subscription um, oder tragen Sie das neue Ende ein, wenn verlängert wurde.',
      '2027-02-01 „Drei“ (Sub3) wird primäre Subscription. Ab diesem Tag zahlt sie die Überschreitung bei Agenten, IVR und Connect. Bis dahin hat der Mandant keine primäre Subscription.',
      '2028-01-01 „Drei“ (Sub3) wird gesperrt. Ab diesem Tag gibt sie niemandem mehr Zugang. Ziehen Sie die Personen vorher in eine andere Subscription um.',
    ]);
  });

  it('reminds people 30, 7 and 1 days before at the alert hour, and of a hand-over not at all', async () => {
    const { events } = await feedWith(FOUNDING, { alertHour: 8 });
    const reminders = (await events()).map(({ component }) =>
      component.getAllSubcomponents('valarm').map((each) => String(each.getFirstPropertyValue('trigger'))),
    );
    const before = ['-P29DT16H', '-P6DT16H', '-PT16H'];
    expect(reminders).toEqual([before, before, [], before]);
  });

  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin'])(
    'is on the tenant’s days in %s, whatever day it is in UTC',
    async (timeZone) => {
      const { answer } = await feedWith([{}], { timeZone });
      expect((await answer()).body).toContain('DTSTART;VALUE=DATE:20270101\r\n');
      expect((await answer()).body).toContain(`\r\nX-WR-TIMEZONE:${timeZone}\r\n`);
    },
  );

  it('is the same, byte for byte, all day long while nothing changes', async () => {
    const { answer, setNow } = await feedWith(FOUNDING);
    const morning = await answer();
    setNow(momentOf('2026-12-02T22:59:59Z'));
    expect(await answer()).toEqual(morning);
  });

  it('moves an event when its day moves: the same UID, a greater sequence', async () => {
    const { events, put } = await feedWith([{}]);
    const [before] = await events();
    await put({ expiresOn: '2027-03-01' });
    const [after, ...more] = await events();
    expect([after?.uid, String(after?.startDate), more]).toEqual([before?.uid, '2027-03-01', []]);
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
  });

  it('takes every name as plain text on one line', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('A\r\nBEGIN:VEVENT', 'a, b; c\\n "d"', '\u202eevil', '😀'.repeat(100), 'שלום, עולם', '\n', 'x'.repeat(200)),
    );
    let tenants = 0;
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (name, tenantName) => {
        tenants += 1;
        const { events, answer } = await feedWith([{ name }], { tenantId: `t${tenants}`, name: tenantName });
        const [event, ...more] = await events();
        expect([event?.summary, more]).toEqual([`“${plainText(name, { most: 80, fallback: 'Sub1' })}” (Sub1) expires`, []]);
        for (const line of (await answer()).body?.split('\r\n') ?? []) expect(line).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 50 },
    );
  });

  it('does not know a tenant that does not exist', async () => {
    const handler = routerOf({ getCalendar: apiOperations.getCalendar }, calendarRoutes(portsOn(bench).ports));
    expect((await called(handler, { path: '/v1/tenants/nobody/calendar.ics' })).statusCode).toBe(404);
  });
});
