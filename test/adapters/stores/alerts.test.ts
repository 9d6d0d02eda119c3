import { describe, expect, it } from 'vitest';
import { keyOf } from '#adapters/dynamodb/keys.ts';
import type { Alert, AlertIdentity } from '#domain/alerts/alert.ts';
import { dayOf } from '#domain/days/day.ts';
import { millisecondsOf } from '#domain/days/instant.ts';
import { idOf } from '#domain/ids.ts';
import { ACME, EITHER_STORES, NOW } from '#test/support/stores.ts';
import { InvalidCursor } from '#use-cases/invalid-cursor.ts';

const identity: AlertIdentity = {
  tenantId: ACME,
  kind: 'access-ends',
  subject: 'Sub1',
  on: dayOf('2027-01-01'),
  rung: 30,
  audience: { recipientId: idOf.recipient('anna'), channel: 'email' },
};

function anAlert(alertId: string, overrides: Partial<AlertIdentity> = {}): Alert {
  return {
    alertId: idOf.alert(alertId),
    identity: { ...identity, ...overrides },
    severity: 'warning',
    people: 12,
    admins: 1,
    toldAt: NOW,
    outboxId: 'outbox-1',
    linkId: idOf.link('link-1'),
  };
}

const tooling = { recipientId: '#tooling', channel: 'events' } as const;

describe.each(EITHER_STORES)('alerts %s', (_where, openStores) => {
  const { acme, stores, write, refuse, itemAt } = openStores();
  describe('C5 an alert', () => {
    it('exists once per identity', async () => {
      await write({ change: 'put-alert', alert: anAlert('01A') });
      await refuse([{ change: 'put-alert', alert: anAlert('01B') }]);
      expect(await acme().listAlerts({ limit: 10 })).toEqual({ items: [anAlert('01A')] });
    });

    it.each<readonly [string, Partial<AlertIdentity>]>([
      ['another kind', { kind: 'stranded' }],
      ['another subject', { subject: 'Sub2' }],
      ['the tenant as its subject', { subject: '#tenant' }],
      ['a moved end', { on: dayOf('2027-02-01') }],
      ['the next rung', { rung: 14 }],
      ['no rungs', { rung: 'once' }],
      ['another recipient', { audience: { recipientId: idOf.recipient('ben'), channel: 'email' } }],
      ['another channel', { audience: { recipientId: idOf.recipient('anna'), channel: 'sms' } }],
      ['tooling', { audience: tooling }],
    ])('is another one with %s', async (_what, difference) => {
      await write({ change: 'put-alert', alert: anAlert('01A') }, { change: 'put-alert', alert: anAlert('01B', difference) });
      expect((await acme().listAlerts({ limit: 10 })).items).toEqual([anAlert('01B', difference), anAlert('01A')]);
    });

    it('is known by its identity alone', async () => {
      await write({ change: 'put-alert', alert: anAlert('01A') }, { change: 'put-alert', alert: anAlert('01B', { audience: tooling }) });
      const asked = [{ ...identity, rung: 14 }, identity, { ...identity, audience: tooling }];
      expect(await acme().alertsAlreadyTold(asked)).toEqual(new Set([1, 2]));
      expect(await acme().alertsAlreadyTold([])).toEqual(new Set());
      expect(await stores().storesFor(idOf.tenant('other')).alertsAlreadyTold(asked)).toEqual(new Set());
    });

    it('leaves after 400 days', async () => {
      await write({ change: 'put-alert', alert: anAlert('01A') });
      expect(await itemAt(keyOf.alert(ACME, identity))).toHaveProperty('ttl', millisecondsOf(NOW) / 1000 + 400 * 86_400);
    });
  });

  describe('the list of alerts', () => {
    it('goes from the newest to the oldest, page by page', async () => {
      const rungs = [90, 60, 30, 14, 7];
      for (const [n, rung] of rungs.entries()) await write({ change: 'put-alert', alert: anAlert(`01${n}`, { rung }) });
      const first = await acme().listAlerts({ limit: 2 });
      expect(first.items.map(({ alertId }) => alertId)).toEqual(['014', '013']);
      const second = await acme().listAlerts({ limit: 2, cursor: String(first.next) });
      expect(second.items.map(({ alertId }) => alertId)).toEqual(['012', '011']);
      const third = await acme().listAlerts({ limit: 2, cursor: String(second.next) });
      expect(third).toEqual({ items: [anAlert('010', { rung: 90 })] });
    });

    it('ends with a page that is exactly full', async () => {
      await write({ change: 'put-alert', alert: anAlert('01A') });
      expect(await acme().listAlerts({ limit: 1 })).not.toHaveProperty('next');
    });

    it('shows nothing of another tenant', async () => {
      await write({ change: 'put-alert', alert: anAlert('01A') });
      expect(await stores().storesFor(idOf.tenant('other')).listAlerts({ limit: 10 })).toEqual({ items: [] });
    });

    it.each(['nonsense', '', 'e30', Buffer.from('{"after":1}').toString('base64url'), Buffer.from('"x"').toString('base64url')])(
      'refuses the cursor "%s", which no list gave',
      async (cursor) => {
        await expect(acme().listAlerts({ limit: 2, cursor })).rejects.toThrow(InvalidCursor);
      },
    );
  });
});
