import { expect, it } from 'vitest';
import { idOf } from '#domain/ids.ts';
import { PEOPLE_PER_CHUNK } from '#domain/reassignments/reassignment.ts';
import { ACTOR } from '#test/support/a-tenant-to-move.ts';
import { aPerson, aSubscription, aTenant } from '#test/support/builders.ts';
import { aChunk, aRun } from '#test/support/kept-nouns.ts';
import { portsOn } from '#test/support/ports.ts';
import { ACME, NOW, storesInMemory } from '#test/support/stores.ts';
import { carryOutReassignment } from '#use-cases/carry-out-reassignment.ts';
import type { Change } from '#use-cases/change.ts';

const bench = storesInMemory();
const TARGETS = ['Sub3', 'Sub4', 'Sub5', 'Sub6'];

/** A whole chunk of people on the way back with two licences, the second of them from one of many subscriptions. */
async function fullChunkOnTheWayBack() {
  const { ports } = portsOn(bench);
  const chunk = aChunk();
  const { reassignmentId } = aRun();
  const people = Array.from({ length: PEOPLE_PER_CHUNK }, (_, number) => `agent-${number}`);
  const targetOf = (number: number) => TARGETS[number % TARGETS.length] ?? '';
  const second = (number: number) => ({
    from: { subscriptionId: idOf.subscription(targetOf(number)), kind: 'standard-agent' },
    to: { subscriptionId: idOf.subscription('Sub1'), kind: 'standard-agent' },
  });
  const moves = people.map((id) => ({ personId: idOf.person(id), revision: 1, addOns: [], alreadyThere: false }));
  await bench.write({ change: 'create-tenant', tenant: aTenant({ mode: 'control-hub' }), nextCheckAt: NOW });
  for (const subscriptionId of ['Sub1', 'Sub2', ...TARGETS])
    await bench.write({ change: 'put-subscription', subscription: aSubscription({ subscriptionId }), revision: 'absent', seats: {} });
  for (const [number, personId] of people.entries()) {
    const person = aPerson({ personId, holds: { Sub2: 'premium-agent', [targetOf(number)]: 'standard-agent' } });
    const moving = { reassignmentId, moves: [{ from: chunk.to, to: chunk.from }, second(number)] };
    await bench.write({ change: 'put-person', person: { ...person, moving }, revision: 'absent' });
  }
  const results = people.map(() => ({ outcome: 'moving', reason: 'moving-back' }) as const);
  const confirmedBy = { who: ACTOR.who, door: 'api', at: NOW } as const;
  const run = aRun('01RUN', {
    mode: 'control-hub',
    status: 'awaiting-control-hub',
    counts: { moving: 96 },
    confirmedBy,
    undoneBy: confirmedBy,
    chunks: 1,
    chunksDone: 1,
  });
  const changes: readonly Change[] = [
    { change: 'put-chunk', reassignmentId, chunk: { ...chunk, moves, results } },
    { change: 'start-reassignment', reassignment: run },
  ];
  await bench.write(...changes);
  return { ports, reassignmentId };
}

it('R1 confirms a whole chunk also where its people leave more subscriptions than one transaction has room for', async () => {
  const { ports, reassignmentId } = await fullChunkOnTheWayBack();
  expect(await carryOutReassignment(ports, { tenantId: ACME, reassignmentId }, () => true)).toBe('finished');
  expect(await bench.acme().readReassignment(reassignmentId)).toMatchObject({ status: 'undone', counts: { reverted: PEOPLE_PER_CHUNK } });
  const { items } = await bench.acme().listAudit({ limit: 10 });
  expect(items.filter(({ action }) => action === 'moves-confirmed')).toHaveLength(2);
});
