import { describe, expect, it } from 'vitest';
import { idOf } from '#domain/ids.ts';
import { aPartner } from '#test/support/builders.ts';
import { createAcme, EITHER_STORES } from '#test/support/stores.ts';
import type { Change } from '#use-cases/change.ts';

const NORDLICHT = idOf.partner('nordlicht');
const create: Change = { change: 'put-partner', partner: aPartner(), revision: 'absent' };

describe.each(EITHER_STORES)('partners %s', (_where, openStores) => {
  const { acme, write, refuse } = openStores();

  it('are read as they were written, one by one, in order of id, and with everything a check reads', async () => {
    const other = aPartner({ partnerId: 'alpha', access: 'full-admin' });
    await write(createAcme);
    await write(create, { change: 'put-partner', partner: other, revision: 'absent' });
    const both = [
      { ...other, revision: 1 },
      { ...aPartner(), revision: 1 },
    ];
    expect(await acme().readPartner(NORDLICHT)).toEqual(both[1]);
    expect(await acme().readPartner(idOf.partner('nobody'))).toBeUndefined();
    expect(await acme().readPartners()).toEqual(both);
    expect((await acme().readSnapshot())?.partners).toEqual(both);
  });

  it('are replaced as a whole, under the revision', async () => {
    await write(create);
    await refuse([create]);
    const full = aPartner({ access: 'full-admin' });
    await refuse([{ change: 'put-partner', partner: full, revision: 2 }]);
    await write({ change: 'put-partner', partner: full, revision: 1 });
    expect(await acme().readPartner(NORDLICHT)).toEqual({ ...full, revision: 2 });
  });

  it('are deleted under the revision, and required while they are there', async () => {
    await write(create);
    await write({ change: 'require-partner', partnerId: NORDLICHT });
    await refuse([{ change: 'delete-partner', partnerId: NORDLICHT, revision: 2 }]);
    await write({ change: 'delete-partner', partnerId: NORDLICHT, revision: 1 });
    expect(await acme().readPartner(NORDLICHT)).toBeUndefined();
    await refuse([{ change: 'require-partner', partnerId: NORDLICHT }]);
  });
});
