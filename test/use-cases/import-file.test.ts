import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readControlHubExport } from '#adapters/csv/control-hub-export.ts';
import { idOf } from '#domain/ids.ts';
import type { Import } from '#domain/imports/import.ts';
import type { Person } from '#domain/people/person.ts';
import { freeSeats, heldSeats } from '#domain/subscriptions/seats.ts';
import {
  aPerson,
  aSubscription,
  assignmentsOf,
  aTenant,
  type PersonOverrides,
  type SubscriptionOverrides,
} from '#test/support/builders.ts';
import { anExport, EMAIL, premium, standard } from '#test/support/control-hub-export.ts';
import { portsOn } from '#test/support/ports.ts';
import { ACME, momentOf, storesInMemory } from '#test/support/stores.ts';
import { applyImport } from '#use-cases/apply-import.ts';
import type { Ports } from '#use-cases/ports.ts';
import { putPerson } from '#use-cases/put-person.ts';
import { putSubscription } from '#use-cases/put-subscription.ts';
import { putTenant } from '#use-cases/put-tenant.ts';
import { startImport } from '#use-cases/start-import.ts';

const bench = storesInMemory();
const actor = { who: 'arn:aws:iam::000000000000:user/anna', door: 'api' } as const;
const sample = (name: string) => readFileSync(new URL(`../samples/${name}.csv`, import.meta.url), 'utf8');

async function acme() {
  const { ports, asked, setNow } = portsOn(bench);
  await putTenant(ports, { actor, tenant: aTenant(), ifMatch: undefined });
  const put = (overrides: SubscriptionOverrides = {}) =>
    putSubscription(ports, { actor, tenantId: ACME, subscription: aSubscription(overrides), ifMatch: undefined });
  const hold = (overrides: PersonOverrides) => putPerson(ports, { actor, tenantId: ACME, person: aPerson(overrides), ifMatch: undefined });
  const person = (personId: string) => bench.acme().readPerson(idOf.person(personId));
  const subscription = (id: string) => bench.acme().readSubscription(idOf.subscription(id));
  return {
    ports,
    asked,
    setNow,
    put,
    hold,
    person,
    subscription,
    import: (text: string, dryRun = false) => importText(ports, text, dryRun),
  };
}

async function importText(ports: Ports, text: string, dryRun: boolean): Promise<Import> {
  const file = readControlHubExport(text);
  if (!file.ok) throw new Error('The export was refused.');
  const outcome = await startImport(ports, { actor, tenantId: ACME, input: file.value, dryRun });
  if (!outcome.ok) throw new Error(`The import was refused: ${outcome.refusal.reason}.`);
  return outcome.value;
}

/** R4. The counters of each subscription are what a recount gives. */
async function expectExactSeats(): Promise<void> {
  const snapshot = await bench.acme().readSnapshot();
  const held = heldSeats(snapshot?.people ?? []);
  for (const subscription of snapshot?.subscriptions ?? []) {
    const counted = Object.entries(freeSeats(subscription, held)).filter(([, free]) => free !== 0);
    expect(
      Object.entries(subscription.free)
        .filter(([, free]) => free !== 0)
        .toSorted(),
    ).toEqual(counted.toSorted());
  }
}

describe('the import of a Control Hub export', () => {
  it('creates whoever has a contact-center licence as an agent with the department, and the subscriptions without dates', async () => {
    const { import: send, person, subscription } = await acme();
    const answer = await send(sample('control-hub-export'));
    expect(answer).toMatchObject({ status: 'done', unchanged: 0, absent: 0, rejected: [], rejectedCount: 0 });
    expect(answer.imported + answer.ignored).toBe(140);
    expect(await person('edsger.thompson.2@example.com')).toEqual({
      personId: 'edsger.thompson.2@example.com',
      name: 'Edsger Thompson',
      email: 'edsger.thompson.2@example.com',
      roles: ['agent'],
      department: 'Sales, EMEA',
      status: 'active',
      external: false,
      assignments: assignmentsOf({ Sub1000202: 'standard-agent' }),
      revision: 1,
    });
    expect(await subscription('Sub1000101')).toMatchObject({ name: 'Sub1000101', commitments: [] });
    expect((await subscription('Sub1000101'))?.terms).toBeUndefined();
    await expectExactSeats();
  });

  it('changes nothing when the same file comes twice', async () => {
    const { import: send, asked, setNow } = await acme();
    const first = await send(sample('control-hub-export-suspended'));
    const before = await bench.acme().readSnapshot();
    const audit = await bench.acme().listAudit({ limit: 100 });
    asked.checks.length = 0;
    setNow(momentOf('2026-12-05T07:00:00.000Z'));
    const second = await send(sample('control-hub-export-suspended'));
    expect(second).toMatchObject({ imported: 0, unchanged: first.imported, ignored: first.ignored, absent: 0, rejected: [] });
    expect(await bench.acme().readSnapshot()).toEqual(before);
    expect(await bench.acme().listAudit({ limit: 100 })).toEqual(audit);
    expect(asked.checks).toEqual([]);
  });

  it('in a dry run answers the same and writes nothing', async () => {
    const { import: send } = await acme();
    const dry = await send(sample('control-hub-export'), true);
    expect((await bench.acme().readSnapshot())?.people).toEqual([]);
    expect((await bench.acme().readSnapshot())?.subscriptions).toEqual([]);
    const real = await send(sample('control-hub-export'));
    const { imported, unchanged, ignored, absent, rejected, status } = real;
    expect(dry).toMatchObject({ imported, unchanged, ignored, absent, rejected, status });
  });

  it('replaces licences only of the subscriptions in the file, and keeps roles, levels, add-ons and everything else', async () => {
    const { import: send, put, hold, person } = await acme();
    for (const subscriptionId of ['Sub1', 'Sub2', 'Sub9']) await put({ subscriptionId, seats: { 'premium-agent': 5 } });
    const holds = { Sub1: ['premium-agent', 'wfo'], Sub9: 'standard-agent' };
    await hold({
      personId: 'ada@x.example',
      name: 'Ada',
      roles: ['admin'],
      adminLevel: 'full',
      department: 'Board',
      status: 'pending',
      holds,
    });
    await send(anExport([EMAIL, 'Department', premium('Sub1'), premium('Sub2')], [['Ada@x.example', 'Sales', 'FALSE', 'TRUE']]));
    expect(await person('ada@x.example')).toMatchObject({
      name: 'Ada',
      roles: ['admin'],
      adminLevel: 'full',
      department: 'Board',
      status: 'pending',
      assignments: assignmentsOf({ Sub1: 'wfo', Sub2: 'premium-agent', Sub9: 'standard-agent' }),
    });
    await expectExactSeats();
  });

  it('takes the licences of somebody whose row has none any more, and creates nobody for such a row', async () => {
    const { import: send, put, hold, person } = await acme();
    await put({ seats: { 'premium-agent': 5 } });
    await hold({ personId: 'ada@x.example', holds: { Sub1: 'premium-agent' } });
    const file = anExport(
      [EMAIL, premium('Sub1')],
      [
        ['ada@x.example', 'FALSE'],
        ['bob@x.example', 'FALSE'],
      ],
    );
    expect(await send(file)).toMatchObject({ imported: 1, ignored: 1, absent: 0 });
    expect((await person('ada@x.example'))?.assignments).toEqual([]);
    expect(await person('bob@x.example')).toBeUndefined();
    await expectExactSeats();
  });

  it('leaves people who are not in the file as they are, and counts them as absent', async () => {
    const { import: send, put, hold, person } = await acme();
    await put();
    await hold({ personId: 'carl', holds: { Sub1: 'premium-agent' } });
    await hold({ personId: 'dora@x.example', holds: { Sub1: 'premium-agent' } });
    const file = anExport(
      [EMAIL, premium('Sub1')],
      [
        ['ada@x.example', 'TRUE'],
        ['dora@x.example', 'MAYBE'],
      ],
    );
    expect(await send(file)).toMatchObject({ imported: 1, absent: 1, rejected: [{ row: 3, reason: 'invalid-value' }] });
    expect((await person('carl'))?.assignments).toEqual(assignmentsOf({ Sub1: 'premium-agent' }));
    expect((await person('dora@x.example'))?.assignments).toEqual(assignmentsOf({ Sub1: 'premium-agent' }));
  });

  it('asks for a check soon when something has changed', async () => {
    const { import: send, asked } = await acme();
    asked.checks.length = 0;
    await send(anExport([EMAIL, premium('Sub1')], [['ada@x.example', 'TRUE']]));
    expect(asked.checks.map(({ because }) => because)).toContain('write');
  });

  it('is in the audit with who, before and after', async () => {
    const { import: send } = await acme();
    const { importId } = await send(anExport([EMAIL, premium('Sub1')], [['ada@x.example', 'TRUE']]));
    const { items } = await bench.acme().listAudit({ limit: 10 });
    expect(items.slice(0, 2).map(({ action, who, door, subject }) => ({ action, who, door, subject }))).toEqual([
      { action: 'people-imported', who: actor.who, door: 'import', subject: importId },
      { action: 'subscriptions-imported', who: actor.who, door: 'import', subject: importId },
    ]);
    expect(items[0]).toMatchObject({ before: [], after: [{ personId: 'ada@x.example' }] });
  });
});

describe('D1 a suspension that an import sees', () => {
  const suspended = anExport([EMAIL, `${premium('Sub1')} (Suspended)`], [['ada@x.example', 'TRUE']]);
  const lifted = anExport([EMAIL, premium('Sub1')], [['ada@x.example', 'TRUE']]);

  it('is dated by the first import that saw it, stays through a PUT, and goes with the mark', async () => {
    const { import: send, setNow, put, subscription } = await acme();
    await send(suspended);
    setNow(momentOf('2026-12-05T07:00:00.000Z'));
    await send(suspended);
    expect((await subscription('Sub1'))?.suspendedSeenOn).toBe('2026-12-02');
    await put({ seats: { 'premium-agent': 3 } });
    expect((await subscription('Sub1'))?.suspendedSeenOn).toBe('2026-12-02');
    await send(lifted);
    expect((await subscription('Sub1'))?.suspendedSeenOn).toBeUndefined();
    expect((await subscription('Sub1'))?.free).toEqual({ 'premium-agent': 2 });
  });

  it('does not touch a suspension that people entered', async () => {
    const { import: send, put, subscription } = await acme();
    await put({ suspendedOn: '2026-11-01' });
    await send(suspended);
    await send(lifted);
    expect(await subscription('Sub1')).toMatchObject({ suspendedOn: '2026-11-01' });
  });
});

describe('R1 a move that waits for Control Hub', () => {
  const run = idOf.reassignment('run-1');
  const columns = [EMAIL, premium('Sub1'), premium('Sub2')];

  async function moving() {
    const tools = await acme();
    await tools.put({ seats: { 'premium-agent': 5 } });
    await tools.put({ subscriptionId: 'Sub2', seats: { 'premium-agent': 5, wfo: 5 } });
    await tools.hold({ personId: 'ada@x.example', holds: { Sub1: ['premium-agent', 'wfo'] } });
    const held = (id: string, kind: string) => ({ subscriptionId: idOf.subscription(id), kind });
    const moves = ['premium-agent', 'wfo'].map((kind) => ({ from: held('Sub1', kind), to: held('Sub2', kind) }));
    await bench.write(
      {
        change: 'reassign-person',
        personId: idOf.person('ada@x.example'),
        revision: 1,
        assignments: assignmentsOf({ Sub1: ['premium-agent', 'wfo'] }),
        moving: { reassignmentId: run, moves },
      },
      { change: 'take-seats', subscriptionId: idOf.subscription('Sub2'), seats: { 'premium-agent': -1, wfo: -1 } },
    );
    await expectExactSeats();
    return tools;
  }

  it('is over when the file shows the new licence: add-ons come along, and the run is settled', async () => {
    const { import: send, person, asked } = await moving();
    await send(anExport(columns, [['ada@x.example', 'FALSE', 'TRUE']]));
    const ada: Person | undefined = await person('ada@x.example');
    expect(ada?.moving).toBeUndefined();
    expect(ada?.assignments).toEqual(assignmentsOf({ Sub2: ['premium-agent', 'wfo'] }));
    expect(asked.work).toEqual([{ job: 'settle-moves', tenantId: ACME, reassignmentId: run }]);
    await expectExactSeats();
  });

  it('goes on while the file shows the old one', async () => {
    const { import: send, person, asked } = await moving();
    expect(await send(anExport(columns, [['ada@x.example', 'TRUE', 'FALSE']]))).toMatchObject({ unchanged: 1, imported: 0 });
    expect((await person('ada@x.example'))?.moving?.reassignmentId).toBe(run);
    expect(asked.work).toEqual([]);
  });
});

describe('an import of more than 500 entries', () => {
  const rows = (count: number, value: string) => Array.from({ length: count }, (_, index) => [`agent.${index}@x.example`, value]);

  it('is left to work, which goes on where it stopped and ends with exact seats', async () => {
    const { ports, put, asked, import: send } = await acme();
    await put({ seats: { 'standard-agent': 10 } });
    const begun = await send(anExport([EMAIL, standard('Sub1')], rows(501, 'TRUE')));
    expect(begun).toMatchObject({ status: 'running', imported: 0, chunks: 8 });
    expect(asked.work).toEqual([{ job: 'import', tenantId: ACME, importId: begun.importId }]);
    const times = [true, true, true];
    const order = { tenantId: ACME, importId: begun.importId };
    expect(await applyImport(ports, order, () => times.shift() ?? false)).toBe('out-of-time');
    expect(await bench.acme().readImport(begun.importId)).toMatchObject({ status: 'running', chunksDone: 3, imported: 210 });
    expect(await applyImport(ports, order, () => true)).toBe('finished');
    expect(await bench.acme().readImport(begun.importId)).toMatchObject({ status: 'done', imported: 501 });
    expect((await bench.acme().readSubscription(idOf.subscription('Sub1')))?.free).toEqual({ 'standard-agent': -491 });
  });

  it('comes to the same when two workers carry it out at the same time', async () => {
    const { ports, import: send } = await acme();
    const { importId } = await send(anExport([EMAIL, standard('Sub1')], rows(600, 'TRUE')));
    const order = { tenantId: ACME, importId };
    await Promise.all([applyImport(ports, order, () => true), applyImport(ports, order, () => true)]);
    expect(await bench.acme().readImport(importId)).toMatchObject({ status: 'done', imported: 600, unchanged: 0 });
    await expectExactSeats();
  });

  it('decides again when somebody it has read is changed before it writes', async () => {
    const { ports, hold, person, import: send } = await acme();
    await send(anExport([EMAIL, standard('Sub1')], [['agent.0@x.example', 'TRUE']]));
    const { importId } = await send(anExport([EMAIL, premium('Sub1')], rows(501, 'TRUE')));
    let changes = 0;
    const interrupted: Ports = {
      ...ports,
      stores: { ...ports.stores, storesFor: (tenantId) => ({ ...ports.stores.storesFor(tenantId), readPeople }) },
    };
    async function readPeople(ids: Parameters<ReturnType<Ports['stores']['storesFor']>['readPeople']>[0]) {
      const read = await bench.acme().readPeople(ids);
      changes += 1;
      if (changes === 1) await hold({ personId: 'agent.0@x.example', name: 'Changed', holds: { Sub1: 'standard-agent' } });
      return read;
    }
    expect(await applyImport(interrupted, { tenantId: ACME, importId }, () => true)).toBe('finished');
    expect(await bench.acme().readImport(importId)).toMatchObject({ status: 'done', imported: 501 });
    expect(await person('agent.0@x.example')).toMatchObject({ name: 'Changed', assignments: assignmentsOf({ Sub1: 'premium-agent' }) });
    await expectExactSeats();
  });

  it('ends without a word when the tenant is deleted meanwhile', async () => {
    const { ports, import: send } = await acme();
    const { importId } = await send(anExport([EMAIL, standard('Sub1')], rows(501, 'TRUE')));
    const tenant = await bench.acme().readTenant();
    await bench.write({ change: 'hide-tenant', revision: tenant?.revision ?? 0, at: momentOf('2026-12-02T08:00:00.000Z') });
    expect(await applyImport(ports, { tenantId: ACME, importId }, () => true)).toBe('finished');
  });
});

describe('an import into a tenant that does not exist', () => {
  it('is refused', async () => {
    const { ports } = portsOn(bench);
    const file = readControlHubExport(sample('control-hub-export'));
    for (const dryRun of [true, false])
      expect(file.ok && (await startImport(ports, { actor, tenantId: ACME, input: file.value, dryRun }))).toEqual({
        ok: false,
        refusal: { reason: 'tenant-not-found' },
      });
  });
});
