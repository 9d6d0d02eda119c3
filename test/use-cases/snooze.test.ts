import { describe, expect, it } from 'vitest';
import type { Audience } from '#domain/alerts/alert.ts';
import { TOOLING } from '#domain/alerts/decide-alerts.ts';
import { alertIdOf } from '#domain/alerts/identity.ts';
import { dayOf } from '#domain/days/day.ts';
import { idOf } from '#domain/ids.ts';
import { checkPortsOn } from '#test/support/a-check.ts';
import { ACTOR, aRecipientWithLink, aTenantToMove, LINK, SECRET } from '#test/support/a-tenant-to-move.ts';
import { aSubscription } from '#test/support/builders.ts';
import { portsOn } from '#test/support/ports.ts';
import { ACME, momentOf, NOW, storesInMemory } from '#test/support/stores.ts';
import { checkTenant } from '#use-cases/check-tenant.ts';
import { deleteRecipient } from '#use-cases/delete-recipient.ts';
import { putSubscription } from '#use-cases/put-subscription.ts';
import { reviewLink } from '#use-cases/review-link.ts';
import { snoozeAlert } from '#use-cases/snooze-alert.ts';
import { snoozeThroughLink } from '#use-cases/snooze-through-link.ts';

const bench = storesInMemory();
const held = { linkId: LINK, secret: SECRET };
const ANNA = idOf.recipient('anna');
const matter = 'access-ends|Sub1';

/** Sub1 ends on 1 January 2027, in thirty days; Anna was told, and Ben. */
async function told({ mayAct = true } = {}) {
  const { ports, asked, setNow } = portsOn(bench);
  await aTenantToMove(ports);
  await aRecipientWithLink({ ports, bench, mayAct });
  await aRecipientWithLink({ ports, bench, recipientId: 'ben', linkId: idOf.link('b'.repeat(22)) });
  return { ports, asked, setNow };
}

const ANNAS: Audience = { recipientId: ANNA, channel: 'email' };

/** An alert about Sub1, as the check writes one. */
async function anAlert(ports: ReturnType<typeof portsOn>['ports'], audience: Audience = ANNAS) {
  const identity = { tenantId: ACME, kind: 'access-ends', subject: 'Sub1', on: dayOf('2027-01-01'), rung: 30, audience } as const;
  const alertId = alertIdOf(identity, { toldAt: NOW, digest: ports.digest });
  const alert = { alertId, identity, severity: 'warning', people: 4, admins: 1, toldAt: NOW, outboxId: '01OUTBOX' } as const;
  await bench.write({ change: 'put-alert', alert });
  return alertId;
}

const snoozes = async () => (await bench.acme().readRecipient(ANNA))?.snoozed;

describe('A6 putting off through a link', () => {
  it('lasts to the next step but one, for that recipient, and is kept with its reason in the audit', async () => {
    const { ports } = await told();
    expect(await snoozeThroughLink(ports, { ...held, wish: { reason: 'The order is out' } })).toEqual({
      ok: true,
      value: { until: '2026-12-25' },
    });
    expect(await snoozes()).toMatchObject({ [matter]: { on: '2027-01-01', until: '2026-12-25', reason: 'The order is out' } });
    expect((await bench.acme().readRecipient(idOf.recipient('ben')))?.snoozed).toBeUndefined();
    const [entry] = (await bench.acme().listAudit({ limit: 1 })).items;
    expect(entry).toMatchObject({ who: 'recipient/anna', door: 'link', action: 'alert-snoozed', subject: 'anna' });
    expect(entry?.after).toMatchObject({ matter, until: '2026-12-25', reason: 'The order is out' });
  });

  it('may be done by somebody who may only see, and shows beforehand how long it can last', async () => {
    const { ports } = await told({ mayAct: false });
    expect(await reviewLink(ports, { ...held, acceptOverage: false, acceptUpgrade: false })).toMatchObject({
      value: { latestSnooze: '2026-12-25' },
    });
    expect(await snoozeThroughLink(ports, { ...held, wish: { reason: 'Asked', until: dayOf('2026-12-10') } })).toMatchObject({
      value: { until: '2026-12-10' },
    });
  });

  it.each([
    ['later than the next step but one', '2026-12-26', /2026-12-25 or earlier/],
    ['today', '2026-12-02', /after today/],
  ])('is not possible until %s', async (_, until, message) => {
    const { ports } = await told();
    const refused = await snoozeThroughLink(ports, { ...held, wish: { reason: 'x', until: dayOf(until) } });
    expect(refused).toMatchObject({
      refusal: { reason: 'invalid-request', errors: [{ path: 'until', message: expect.stringMatching(message) }] },
    });
    expect(await snoozes()).toBeUndefined();
  });

  it('is not possible for what is critical', async () => {
    const { ports, setNow } = await told();
    setNow(momentOf('2026-12-29T07:00:00.000Z'));
    expect(await snoozeThroughLink(ports, { ...held, wish: { reason: 'x' } })).toEqual({
      ok: false,
      refusal: { reason: 'critical-cannot-wait' },
    });
  });

  it('L7 does not tell a wrong secret that there is such a link', async () => {
    const { ports } = await told();
    expect(await snoozeThroughLink(ports, { ...held, secret: 'wrong', wish: { reason: 'x' } })).toEqual({
      ok: false,
      refusal: { reason: 'link-not-found' },
    });
  });

  it('keeps the matter from being told to that recipient, and not to another one', async () => {
    const { ports } = await told();
    await snoozeThroughLink(ports, { ...held, wish: { reason: 'The order is out' } });
    const check = checkPortsOn(bench);
    check.setNow(momentOf('2026-12-18T07:30:00.000Z'));
    const checked = await checkTenant(check.ports, ACME);
    const whom = (checked.ok ? checked.value.alerts : [])
      .filter(({ identity }) => identity.kind === 'access-ends')
      .map(({ identity }) => identity.audience.recipientId);
    expect(whom).toEqual(['ben', '#tooling']);
  });
});

describe('A6 putting off through the API', () => {
  it('is for the recipient whom the alert was told', async () => {
    const { ports } = await told();
    const alertId = await anAlert(ports);
    const asked = { actor: ACTOR, tenantId: ACME, alertId, wish: { reason: 'The order is out' } };
    expect(await snoozeAlert(ports, asked)).toEqual({ ok: true, value: { until: '2026-12-25' } });
    expect(await snoozes()).toHaveProperty([matter, 'until'], '2026-12-25');
  });

  it('is refused for an alert that nobody knows, that tooling was told, and that is over', async () => {
    const { ports } = await told();
    const asked = { actor: ACTOR, tenantId: ACME, wish: { reason: 'x' } };
    expect(await snoozeAlert(ports, { ...asked, alertId: idOf.alert('none') })).toMatchObject({ refusal: { reason: 'alert-not-found' } });
    expect(await snoozeAlert(ports, { ...asked, alertId: await anAlert(ports, TOOLING) })).toMatchObject({
      refusal: { reason: 'alert-of-tooling' },
    });
    const alertId = await anAlert(ports);
    const anna = await bench.acme().readRecipient(ANNA);
    await bench.write({ change: 'tell-recipient', recipientId: ANNA, toldRevision: anna?.toldRevision ?? 0, told: { email: {} } });
    expect(await snoozeAlert(ports, { ...asked, alertId })).toMatchObject({ refusal: { reason: 'alert-over' } });
  });

  it('C5 is refused for the alert of an end that was moved since', async () => {
    const { ports } = await told();
    const alertId = await anAlert(ports);
    const subscription = aSubscription({ startsOn: '2024-01-01', expiresOn: '2027-02-01' });
    await putSubscription(ports, { actor: ACTOR, tenantId: ACME, subscription, ifMatch: undefined });
    expect(await snoozeAlert(ports, { actor: ACTOR, tenantId: ACME, alertId, wish: { reason: 'x' } })).toMatchObject({
      refusal: { reason: 'alert-over' },
    });
  });

  it('U1 leaves no trace in the audit of other changes', async () => {
    const { ports } = await told();
    await snoozeThroughLink(ports, { ...held, wish: { reason: 'Maria is away' } });
    await deleteRecipient(ports, { actor: ACTOR, tenantId: ACME, recipientId: ANNA, ifMatch: undefined });
    const [deleted] = (await bench.acme().listAudit({ limit: 1 })).items;
    expect(deleted?.action).toBe('recipient-deleted');
    expect(JSON.stringify(deleted)).not.toContain('Maria');
  });
});
