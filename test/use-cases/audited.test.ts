import { describe, expect, it } from 'vitest';
import { idOf } from '#domain/ids.ts';
import { aFullAdmin, aSubscription, aTenant } from '#test/support/builders.ts';
import { portsOn } from '#test/support/ports.ts';
import { ACME, storesInMemory } from '#test/support/stores.ts';
import { putPerson } from '#use-cases/put-person.ts';
import { putRecipient } from '#use-cases/put-recipient.ts';
import { putSubscription } from '#use-cases/put-subscription.ts';
import { putTenant } from '#use-cases/put-tenant.ts';
import { startImport } from '#use-cases/start-import.ts';

const bench = storesInMemory();
const actor = { who: 'arn:aws:iam::000000000000:user/anna', door: 'api' } as const;
const PERSONAL = { name: 'Zoë Canary', email: 'canary@acme.example' };

describe('U1 the audit', () => {
  it('names people and recipients by id, and says nothing else of them, however they came', async () => {
    const { ports } = portsOn(bench);
    await putTenant(ports, { actor, tenant: aTenant({ name: 'Acme Ltd' }), ifMatch: undefined });
    await putSubscription(ports, { actor, tenantId: ACME, subscription: aSubscription({ name: 'Sales' }), ifMatch: undefined });
    const person = aFullAdmin({ personId: 'p-1', holds: { Sub1: 'premium-agent' }, ...PERSONAL });
    await putPerson(ports, { actor, tenantId: ACME, person, ifMatch: undefined });
    const entry = { path: 'people[0]', person: { ...person, personId: idOf.person('p-2') } };
    const input = { from: 'entries', subscriptions: [], people: [entry], rejected: [] } as const;
    await startImport(ports, { actor, tenantId: ACME, input, dryRun: false });
    const recipient = {
      recipientId: idOf.recipient('r-1'),
      language: 'en',
      phone: '+441632960001',
      mayAct: true,
      escalation: false,
      ...PERSONAL,
    } as const;
    await putRecipient(ports, { actor, tenantId: ACME, recipient, ifMatch: undefined });
    const told = JSON.stringify((await bench.acme().listAudit({ limit: 200 })).items);
    for (const word of ['p-1', 'p-2', 'r-1', 'premium-agent', 'Acme Ltd', 'Sales']) expect(told).toContain(word);
    for (const canary of ['Canary', 'canary@', '441632960001']) expect(told).not.toContain(canary);
  });
});
