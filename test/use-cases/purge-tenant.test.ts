import { describe, expect, it } from 'vitest';
import { SETTLING_SECONDS } from '#domain/audit/entry-age.ts';
import { secondsAfter } from '#domain/days/instant.ts';
import { aRecipient } from '#test/support/a-check.ts';
import { portsOn } from '#test/support/ports.ts';
import { ACME, createAcme, NOW, storesInMemory } from '#test/support/stores.ts';
import { chainAudit } from '#use-cases/chain-audit.ts';
import { deleteTenant } from '#use-cases/delete-tenant.ts';
import { purgeTenant } from '#use-cases/purge-tenant.ts';
import { verifyAudit } from '#use-cases/verify-audit.ts';

const bench = storesInMemory();
const always = () => true;

/** A tenant that was deleted just now. */
async function deleted() {
  const test = portsOn(bench);
  await bench.write(createAcme, aRecipient('anna'));
  await deleteTenant(test.ports, { tenantId: ACME, actor: { who: 'anna', door: 'api' }, ifMatch: undefined });
  return test;
}

describe('U2 the purge of a tenant', () => {
  it('has the end of its audit chained, once nothing else of it is left', async () => {
    const { ports, asked } = await deleted();
    asked.work.length = 0;
    const looks = [true, false];
    expect(await purgeTenant(ports, ACME, () => looks.shift() ?? false)).toBe('out-of-time');
    expect(asked.work).toEqual([]);
    expect(await purgeTenant(ports, ACME, always)).toBe('finished');
    expect(asked.work).toEqual([{ job: 'chain-audit', tenantId: ACME }]);
  });

  it('leaves an audit that can be proven to its last entry', async () => {
    const { ports, setNow } = await deleted();
    await purgeTenant(ports, ACME, always);
    setNow(secondsAfter(NOW, SETTLING_SECONDS + 60));
    await chainAudit(ports, ACME, always);
    expect(await verifyAudit(ports, { tenantId: ACME })).toMatchObject({ value: { entries: 1, chained: 1, intact: true } });
  });
});
