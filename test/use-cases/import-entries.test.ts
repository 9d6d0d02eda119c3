import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { toImportEntries } from '#contract/import-entries.ts';
import { importBody } from '#contract/imports.ts';
import { idOf } from '#domain/ids.ts';
import type { Import } from '#domain/imports/import.ts';
import { assignmentsOf, aTenant } from '#test/support/builders.ts';
import { portsOn } from '#test/support/ports.ts';
import { ACME, storesInMemory } from '#test/support/stores.ts';
import { applyImport } from '#use-cases/apply-import.ts';
import type { Ports } from '#use-cases/ports.ts';
import { putTenant } from '#use-cases/put-tenant.ts';
import { readImport } from '#use-cases/read-import.ts';
import { startImport } from '#use-cases/start-import.ts';

const bench = storesInMemory();
const actor = { who: 'arn:aws:iam::000000000000:user/anna', door: 'api' } as const;

const sub = (subscriptionId: string, overrides: object = {}) => ({
  subscriptionId,
  name: subscriptionId,
  offer: 'flex-3',
  licensing: 'named',
  telephony: 'webex-calling',
  startsOn: '2026-01-01',
  expiresOn: '2027-01-01',
  commitments: [{ kind: 'premium-agent', quantity: 10 }],
  ...overrides,
});
const person = (personId: string, overrides: object = {}) => ({
  personId,
  name: personId,
  email: `${personId}@x.example`,
  roles: ['agent'],
  assignments: [{ subscriptionId: 'Sub1', kind: 'premium-agent' }],
  ...overrides,
});

async function acme() {
  const { ports, asked } = portsOn(bench);
  await putTenant(ports, { actor, tenant: aTenant(), ifMatch: undefined });
  return { ports, asked, import: (body: z.input<typeof importBody>, dryRun = false) => importEntries(ports, body, dryRun) };
}

async function importEntries(ports: Ports, body: z.input<typeof importBody>, dryRun: boolean): Promise<Import> {
  const outcome = await startImport(ports, { actor, tenantId: ACME, input: toImportEntries(importBody.parse(body)), dryRun });
  if (!outcome.ok) throw new Error(`The import was refused: ${outcome.refusal.reason}.`);
  return outcome.value;
}

const subscription = (id: string) => bench.acme().readSubscription(idOf.subscription(id));

describe('a JSON import', () => {
  it('writes subscriptions first, so that people of the same body may hold them', async () => {
    const { import: send } = await acme();
    expect(await send({ people: [person('ada')], subscriptions: [sub('Sub1')] })).toMatchObject({
      status: 'done',
      imported: 2,
      rejected: [],
      absent: 0,
      ignored: 0,
    });
    expect(await subscription('Sub1')).toMatchObject({
      free: { 'premium-agent': 9 },
      commitments: [{ kind: 'premium-agent', quantity: 10, since: '2026-01-01' }],
      datesConfirmedOn: '2026-12-02',
    });
    expect(await bench.acme().readPerson(idOf.person('ada'))).toMatchObject({ assignments: assignmentsOf({ Sub1: 'premium-agent' }) });
  });

  it('changes nothing when it comes twice, and only what differs when it comes changed', async () => {
    const { import: send } = await acme();
    const body = {
      subscriptions: [sub('Sub1'), sub('Sub2')],
      people: [person('ada'), person('bob', { roles: ['admin'], adminLevel: 'full' })],
    };
    await send(body);
    const before = await bench.acme().readSnapshot();
    expect(await send(body)).toMatchObject({ imported: 0, unchanged: 4 });
    expect(await bench.acme().readSnapshot()).toEqual(before);
    expect(
      await send({ ...body, people: [person('ada', { name: 'Ada' }), person('bob', { roles: ['admin'], adminLevel: 'full' })] }),
    ).toMatchObject({ imported: 1, unchanged: 3 });
  });

  it('rejects a bad entry with the path to what is wrong, and takes the good ones', async () => {
    const { import: send } = await acme();
    const answer = await send({
      subscriptions: [sub('Sub1'), sub('Sub2', { expiresOn: '2025-01-01' }), 'nonsense'],
      people: [person('ada'), person('bob', { email: 'none' }), person('cleo', { shoeSize: 42, roles: [] })],
    });
    expect(answer).toMatchObject({ imported: 2, rejectedCount: 4 });
    expect(answer.rejected.map(({ path, reason }) => [path, reason])).toEqual([
      ['subscriptions[1].expiresOn', 'invalid-entry'],
      ['subscriptions[2]', 'invalid-entry'],
      ['people[1].email', 'invalid-entry'],
      ['people[2].roles', 'invalid-entry'],
    ]);
    expect(answer.rejected[3]?.detail).toContain('people[2].shoeSize');
  });

  it('rejects the second entry of one id, and names where the first stands', async () => {
    const { import: send } = await acme();
    const answer = await send({
      subscriptions: [sub('Sub1'), sub('Sub1', { name: 'Again' })],
      people: [person('ada'), person('ada', { name: 'Again' })],
    });
    expect(answer.rejected.map(({ path, reason }) => [path, reason])).toEqual([
      ['subscriptions[1]', 'duplicate-subscription'],
      ['people[1]', 'duplicate-person'],
    ]);
    expect((await subscription('Sub1'))?.name).toBe('Sub1');
  });

  it('rejects somebody assigned to a subscription that does not exist', async () => {
    const { import: send } = await acme();
    const answer = await send({ people: [person('ada'), person('bob', { assignments: [] })] });
    expect(answer).toMatchObject({ imported: 1, rejected: [{ path: 'people[0].assignments', reason: 'unknown-subscription' }] });
  });

  it('in a dry run answers the same and writes nothing', async () => {
    const { import: send } = await acme();
    const body = {
      subscriptions: [sub('Sub1'), sub('Sub2', { licensing: 'concurrent' })],
      people: [person('ada'), person('bob', { assignments: [{ subscriptionId: 'Sub2', kind: 'wfo' }] })],
    };
    const dry = await send(body, true);
    expect(await bench.acme().readSnapshot()).toMatchObject({ subscriptions: [], people: [] });
    const { imported, unchanged, rejected } = await send(body);
    expect(dry).toMatchObject({ imported, unchanged, rejected, status: 'done' });
  });

  it('of more than 500 entries is left to work', async () => {
    const { ports, import: send } = await acme();
    const people = Array.from({ length: 500 }, (_, index) => person(`agent-${index}`));
    const { importId, status, imported } = await send({ subscriptions: [sub('Sub1', { commitments: [] })], people });
    expect({ status, imported }).toEqual({ status: 'running', imported: 1 });
    await applyImport(ports, { tenantId: ACME, importId }, () => true);
    expect(await readImport(ports, { tenantId: ACME, importId })).toMatchObject({ ok: true, value: { status: 'done', imported: 501 } });
  });

  it('with nothing in it is done', async () => {
    const { import: send } = await acme();
    expect(await send({})).toMatchObject({ status: 'done', imported: 0, rejectedCount: 0 });
  });

  it('of people who touch very many subscriptions is cut into several transactions', async () => {
    const { import: send } = await acme();
    const subscriptions = Array.from({ length: 100 }, (_, index) => sub(`Sub${index}`));
    const people = Array.from({ length: 60 }, (_, index) =>
      person(`agent-${index}`, {
        assignments: [0, 1].map((step) => ({ subscriptionId: `Sub${(index * 2 + step) % 100}`, kind: 'premium-agent' })),
      }),
    );
    expect(await send({ subscriptions, people })).toMatchObject({ imported: 160, rejected: [] });
    expect((await subscription('Sub0'))?.free).toEqual({ 'premium-agent': 8 });
    expect((await subscription('Sub50'))?.free).toEqual({ 'premium-agent': 9 });
  });
});

describe('D20 one licensing model in an import', () => {
  it('lets what is stored win, then the order of the file', async () => {
    const { import: send } = await acme();
    await send({ subscriptions: [sub('Sub1')] });
    const answer = await send({ subscriptions: [sub('Sub2', { licensing: 'concurrent' }), sub('Sub3')] });
    expect(answer).toMatchObject({
      imported: 1,
      rejected: [{ path: 'subscriptions[0]', reason: 'licensing-model-mixed', detail: expect.stringContaining('Sub1') }],
    });
    expect(await subscription('Sub2')).toBeUndefined();
  });

  it('rejects the later of two in one empty tenant', async () => {
    const { import: send } = await acme();
    const answer = await send({ subscriptions: [sub('Sub2', { licensing: 'concurrent' }), sub('Sub1')] });
    expect(answer.rejected.map(({ path }) => path)).toEqual(['subscriptions[1]']);
  });
});

describe('an import that nobody started', () => {
  it('is not found', async () => {
    const { ports } = await acme();
    expect(await readImport(ports, { tenantId: ACME, importId: idOf.import('none') })).toEqual({
      ok: false,
      refusal: { reason: 'import-not-found' },
    });
  });
});
