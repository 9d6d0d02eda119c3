import { describe, expect, it } from 'vitest';
import type { ReadName } from '#adapters/memory/faults.ts';
import { dayOf } from '#domain/days/day.ts';
import { secondsAfter } from '#domain/days/instant.ts';
import { idOf } from '#domain/ids.ts';
import type { Person } from '#domain/people/person.ts';
import { allReadsAcross, allReadsOf } from '#test/support/all-reads.ts';
import { aPerson } from '#test/support/builders.ts';
import { SOMETHING_OF_EVERYTHING } from '#test/support/every-change.ts';
import { aChunk, aLink, anEntry, anOutboxItem, aRun } from '#test/support/kept-nouns.ts';
import { createAcme, momentOf, NOW, storesInMemory } from '#test/support/stores.ts';
import type { Change } from '#use-cases/change.ts';

const { acme, stores, setNow, write } = storesInMemory();
const AGENT = idOf.person('agent-1');
const create: Change = { change: 'put-person', person: aPerson(), revision: 'absent' };

describe('what is kept in memory', () => {
  it('stays what it was, whatever becomes of what was written', async () => {
    const assignments = [{ subscriptionId: idOf.subscription('Sub1'), kind: 'wfo' }];
    const person: Person = { ...aPerson(), assignments };
    await write({ change: 'put-person', person, revision: 'absent' });
    assignments.push({ subscriptionId: idOf.subscription('Sub2'), kind: 'wfo' });
    expect((await acme().readPerson(AGENT))?.assignments).toHaveLength(1);
  });

  it('cannot be changed by who has read it', async () => {
    await write(create);
    const read = await acme().readPerson(AGENT);
    expect(() => Object.assign(read ?? {}, { name: 'Mallory' })).toThrow(TypeError);
    expect(() => Object.assign(read?.roles ?? {}, { 0: 'admin' })).toThrow(TypeError);
  });
});

describe('TTL in memory', () => {
  it('deletes late: what has expired is found until it is swept', async () => {
    await write({ change: 'open-link', link: aLink() }, { change: 'append-audit', entry: anEntry() }, create);
    const [before, later] = ['2027-01-31T23:59:59.999Z', '2027-02-01T00:00:00.000Z'].map(momentOf);
    expect(stores().sweepExpired(before ?? NOW)).toBe(0);
    expect(await stores().readLink(aLink().linkId)).toEqual(aLink());
    expect(stores().sweepExpired(later ?? NOW)).toBe(1);
    expect(await stores().readLink(aLink().linkId)).toBeUndefined();
    expect(await acme().readPerson(AGENT)).toBeDefined();
    expect((await acme().listAudit({ limit: 1 })).items).toEqual([anEntry()]);
  });

  it('takes what it deletes out of the lists', async () => {
    await write({ change: 'start-reassignment', reassignment: aRun() });
    expect(await stores().unfinished(momentOf('2028-01-01T00:00:00Z'))).toHaveLength(1);
    stores().sweepExpired(momentOf('2028-02-01T00:00:00Z'));
    expect(await stores().unfinished(momentOf('2028-02-01T00:00:00Z'))).toEqual([]);
    expect(await acme().listReassignments({ limit: 1 })).toEqual({ items: [] });
  });
});

describe('an index that lags behind', () => {
  const later = momentOf('2026-12-02T12:00:00Z');
  const check: Change = {
    change: 'finish-check',
    checkedAt: NOW,
    from: NOW,
    nextCheckAt: momentOf('2026-12-03T07:00:00Z'),
    soonestLoss: { soonestLossOn: dayOf('2027-01-01'), losing: 1 },
    counts: { subscriptions: 0, people: 1, covered: 1, stranded: 0, atRisk: 0 },
  };

  it('still finds a tenant that was checked, and not yet what is unfinished', async () => {
    await write(createAcme);
    stores().holdIndexes();
    await write(check, { change: 'enqueue', item: anOutboxItem() });
    expect(await stores().dueTenants(NOW)).toEqual(['acme']);
    expect(await stores().listTenants({ limit: 1 })).toEqual({ items: [{ tenantId: 'acme', soonestLossOn: '9999-12-31', losing: 0 }] });
    expect(await stores().unfinished(later)).toEqual([]);
    expect(await acme().readTenant()).toMatchObject({ checkedAt: NOW });
    stores().releaseIndexes();
    expect(await stores().dueTenants(NOW)).toEqual([]);
    expect(await stores().listTenants({ limit: 1 })).toMatchObject({ items: [{ soonestLossOn: '2027-01-01', counts: { people: 1 } }] });
    expect(await stores().unfinished(later)).toHaveLength(1);
  });

  it('shows of what it lists how it is by now, and nothing that is gone', async () => {
    await write({ change: 'start-reassignment', reassignment: aRun() });
    stores().holdIndexes();
    await write({ change: 'advance-reassignment', reassignment: aRun('01RUN', { chunksDone: 2 }), revision: 1 });
    expect((await acme().listReassignments({ limit: 1 })).items).toMatchObject([{ chunksDone: 2 }]);
    stores().sweepExpired(momentOf('2028-02-01T00:00:00Z'));
    expect((await acme().listReassignments({ limit: 1 })).items).toEqual([]);
  });
});

describe('a token', () => {
  const token = 'a-token';

  it('is forgotten after ten minutes: then the conditions decide', async () => {
    await acme().commit([create], token);
    setNow(secondsAfter(NOW, 599));
    expect(await acme().commit([create], token)).toMatchObject({ ok: true });
    setNow(secondsAfter(NOW, 600));
    expect(await acme().commit([create], token)).toEqual({ ok: false, refusal: { failed: [0] } });
  });
});

describe('a read in memory', () => {
  it('throws whatever it is when a part of it cannot be had, and changes nothing', async () => {
    for (const change of SOMETHING_OF_EVERYTHING) await write(change);
    const before = await allReadsOf(stores());
    const asked = new Set<ReadName>();
    const watched = stores().suffering({ read: (read) => listened(asked, read) });
    await Promise.all([allReadsOf(watched), allReadsAcross(watched)]);
    for (const read of asked) {
      const broken = stores().suffering({ read: (one) => (one === read ? 'throw' : 'none') });
      await expect(Promise.all([allReadsOf(broken), allReadsAcross(broken)])).rejects.toThrow(`${read} could not read all of it.`);
    }
    expect(asked.size).toBeGreaterThan(20);
    expect(await allReadsOf(stores())).toEqual(before);
  });

  it('of more than a hundred chunks goes on where it ended', async () => {
    const puts = Array.from(
      { length: 130 },
      (_, n): Change => ({ change: 'put-chunk', reassignmentId: aRun().reassignmentId, chunk: aChunk(n) }),
    );
    await write(...puts.slice(0, 100));
    await write(...puts.slice(100));
    const first = await acme().readChunks(aRun().reassignmentId, 0);
    expect([first.chunks.length, first.next]).toEqual([100, 100]);
    expect((await acme().readChunks(aRun().reassignmentId, first.next ?? 0)).chunks.map(({ number }) => number)).toHaveLength(30);
  });
});

function listened(asked: Set<ReadName>, read: ReadName): 'none' {
  asked.add(read);
  return 'none';
}
