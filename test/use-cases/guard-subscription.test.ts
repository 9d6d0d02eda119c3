import { describe, expect, it } from 'vitest';
import { fromGuarded } from '#contract/guard.ts';
import { aSubscription, aTenant, type SubscriptionOverrides, type TenantOverrides } from '#test/support/builders.ts';
import { portsOn } from '#test/support/ports.ts';
import { ACME, NOW, storesInMemory } from '#test/support/stores.ts';
import { guardSubscription } from '#use-cases/guard-subscription.ts';

const bench = storesInMemory();

/** 2026-12-02: Sub1 runs until 2027-01-01. */
async function guardOf(overrides: SubscriptionOverrides, tenant: TenantOverrides = {}) {
  const { ports } = portsOn(bench);
  await bench.write(
    { change: 'create-tenant', tenant: aTenant(tenant), nextCheckAt: NOW },
    { change: 'put-subscription', subscription: aSubscription(), revision: 'absent', seats: {} },
  );
  const entered = aSubscription({ subscriptionId: 'Sub9', startsOn: '2027-01-01', expiresOn: '2028-01-01', ...overrides });
  const guarded = await guardSubscription(ports, { tenantId: ACME, entered });
  if (!guarded.ok) throw new Error(guarded.refusal.reason);
  return fromGuarded(guarded.value);
}

const EVERYTHING_WRONG = { licensing: 'concurrent', telephony: 'vpop', trial: true, startsOn: '2027-02-01' } as const;

describe('the guard before buying', () => {
  it('writes nothing', async () => {
    await guardOf({});
    const before = JSON.stringify(bench.stores().items());
    await guardSubscription(portsOn(bench).ports, { tenantId: ACME, entered: aSubscription(EVERYTHING_WRONG) });
    expect(JSON.stringify(bench.stores().items())).toBe(before);
  });

  it('does not know a tenant that does not exist', async () => {
    const guarded = await guardSubscription(portsOn(bench).ports, { tenantId: ACME, entered: aSubscription() });
    expect(guarded).toEqual({ ok: false, refusal: { reason: 'tenant-not-found' } });
  });

  it('speaks English', async () => {
    const { findings } = await guardOf(EVERYTHING_WRONG);
    expect(findings.map(({ severity, message, advice }) => `${severity}: ${message} ${advice}`)).toEqual([
      'critical: It is licensed for concurrent agents, and Sub1 for named agents. All subscriptions of a tenant have one licensing model; Webex provisioning rejects a mix. Buy it with the licensing model that the tenant has.',
      'warning: It has VPOP; the tenant has had Webex Calling since its first subscription, Sub1. Webex shows no error and blocks nothing. Changing the option goes through Cisco support; until then nobody is recommended to move there.',
      'warning: From 1 Jan 2027 to 31 Jan 2027 no subscription with known dates is active, which leaves a gap of 31 days. Have it start on the first of these days, or have a present term end later.',
      'info: It is a trial: it gives access, but nobody is ever recommended to move there. Buy a full subscription before anybody has to move there.',
    ]);
  });

  it('speaks German to a German tenant', async () => {
    const { findings } = await guardOf(EVERYTHING_WRONG, { language: 'de' });
    expect(findings.map(({ message, advice }) => `${message} ${advice}`)).toEqual([
      'Sie ist für gleichzeitig angemeldete Agenten lizenziert, Sub1 dagegen für benannte Agenten. Alle Subscriptions eines Mandanten haben dasselbe Lizenzmodell; eine Mischung lehnt Webex bei der Bereitstellung ab. Kaufen Sie sie mit dem Lizenzmodell, das der Mandant hat.',
      'Sie hat VPOP; der Mandant hat seit seiner ersten Subscription Sub1 Webex Calling. Webex zeigt keinen Fehler und verhindert nichts. Die Option ändert nur der Cisco-Support; bis dahin wird niemandem ein Umzug dorthin empfohlen.',
      'Vom 1.1.2027 bis zum 31.1.2027 ist keine Subscription mit bekannter Laufzeit aktiv; die Lücke dauert 31 Tage. Lassen Sie sie am ersten dieser Tage beginnen oder eine laufende Subscription länger laufen.',
      'Sie ist eine Testsubscription: Sie gibt Zugang, wird aber nie als Ziel eines Umzugs empfohlen. Kaufen Sie eine vollwertige Subscription, bevor jemand dorthin umziehen muss.',
    ]);
  });

  it('says of an id that is taken, and of dates that are past, what to check', async () => {
    const { allowed, findings } = await guardOf({ subscriptionId: 'Sub1', startsOn: '2024-01-01', expiresOn: '2026-01-01' });
    expect(allowed).toBe(false);
    expect(findings.map(({ message, advice }) => `${message} ${advice}`)).toEqual([
      'The tenant already has a subscription with the id Sub1. Check the id. To change the subscription that exists, send it with PUT: that replaces it.',
      'It ended on 1 Jan 2026 already: it would never give access. Check its start and its end.',
    ]);
  });
});
