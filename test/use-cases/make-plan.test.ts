import { describe, expect, it } from 'vitest';
import { idOf } from '#domain/ids.ts';
import { aTenantToMove, FROM_SUB1 } from '#test/support/a-tenant-to-move.ts';
import { portsOn } from '#test/support/ports.ts';
import { ACME, storesInMemory } from '#test/support/stores.ts';
import { makePlan } from '#use-cases/make-plan.ts';

const bench = storesInMemory();

describe('P5 a plan that is asked for', () => {
  it('refuses what the tenant does not know, by name, instead of leaving it out', async () => {
    const { ports } = portsOn(bench);
    await aTenantToMove(ports);
    const plan = (asked: object) => makePlan(ports, { tenantId: ACME, request: { ...FROM_SUB1, ...asked } });
    const [known, nobody] = [idOf.person('agent-0001'), idOf.person('nobody')];
    expect(await plan({ people: [known] })).toMatchObject({ ok: true, value: { moves: [{ personId: 'agent-0001' }] } });
    expect(await plan({ people: [known, nobody] })).toEqual({ ok: false, refusal: { reason: 'unknown-person', place: 1 } });
    const elsewhere = { toSubscriptionId: idOf.subscription('Sub9') };
    expect(await plan(elsewhere)).toEqual({ ok: false, refusal: { reason: 'unknown-subscription', subscriptionId: 'Sub9' } });
  });
});
