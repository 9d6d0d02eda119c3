import { describe, expect, it } from 'vitest';
import { dayOf } from '#domain/days/day.ts';
import { idOf } from '#domain/ids.ts';
import { aRecipientWithLink, aTenantToMove, LINK, SECRET } from '#test/support/a-tenant-to-move.ts';
import { aPerson } from '#test/support/builders.ts';
import { portsOn } from '#test/support/ports.ts';
import { ACME, momentOf, storesInMemory } from '#test/support/stores.ts';
import { askFreshLink } from '#use-cases/ask-fresh-link.ts';
import { carryOutReassignment } from '#use-cases/carry-out-reassignment.ts';
import { deleteRecipient } from '#use-cases/delete-recipient.ts';
import { executeLink } from '#use-cases/execute-link.ts';
import { followLink } from '#use-cases/follow-link.ts';
import type { Ports } from '#use-cases/ports.ts';
import { putPerson } from '#use-cases/put-person.ts';
import { renewThroughLink } from '#use-cases/renew-through-link.ts';
import { reviewLink } from '#use-cases/review-link.ts';

const bench = storesInMemory();
const held = { linkId: LINK, secret: SECRET };
const plain = { acceptOverage: false, acceptUpgrade: false };
const actor = { who: 'test', door: 'api' } as const;
const OTHER = idOf.link('b'.repeat(22));

async function tenant({ mayAct = true }: { readonly mayAct?: boolean } = {}) {
  const { ports, asked, setNow } = portsOn(bench);
  await aTenantToMove(ports);
  await aRecipientWithLink({ ports, bench, mayAct });
  const review = () => reviewLink(ports, { ...held, ...plain });
  const shown = async () => {
    const reviewed = await review();
    if (!reviewed.ok) throw new Error(reviewed.refusal.reason);
    return reviewed.value;
  };
  const execute = (planHash: string, request = held) => executeLink(ports, { ...request, ...plain, planHash });
  return { ports, asked, setNow, review, shown, execute };
}

describe('L3 review', () => {
  it('shows the best fit and a plan for each candidate, and writes nothing', async () => {
    const { shown } = await tenant();
    const before = (await bench.acme().listAudit({ limit: 200 })).items.length;
    const { bestFit, single } = await shown();
    expect([bestFit.moves.length, single.map(({ request }) => request.toSubscriptionId)]).toEqual([4, ['Sub2']]);
    expect((await bench.acme().listAudit({ limit: 200 })).items).toHaveLength(before);
  });
});

describe('L4 execute', () => {
  it('starts the plan that was shown, in the name of its recipient', async () => {
    const { shown, execute } = await tenant();
    const started = await execute((await shown()).bestFit.planHash);
    const run = started.ok ? await bench.acme().readReassignment(started.value.reassignmentId) : undefined;
    expect(run).toMatchObject({ status: 'running', startedBy: 'recipient/anna', startedByLink: LINK });
  });

  it('answers with the new plan when the tenant has changed meanwhile', async () => {
    const { ports, shown, execute } = await tenant();
    const { planHash } = (await shown()).bestFit;
    await putPerson(ports, {
      actor,
      tenantId: ACME,
      person: aPerson({ personId: 'zoe', holds: { Sub1: 'standard-agent' } }),
      ifMatch: undefined,
    });
    expect(await execute(planHash)).toMatchObject({
      ok: false,
      refusal: { reason: 'plan-changed', plan: { unplaced: [{ personId: 'zoe' }] } },
    });
  });

  it('L5 reads the right to act at that moment', async () => {
    const { shown, execute } = await tenant({ mayAct: false });
    expect(await execute((await shown()).bestFit.planHash)).toEqual({ ok: false, refusal: { reason: 'may-not-act' } });
  });
});

describe('L6 once', () => {
  it('gives twenty executes of one link at the same time one run and one answer', async () => {
    const { shown, execute } = await tenant();
    const { planHash } = (await shown()).bestFit;
    const answers = await Promise.all(Array.from({ length: 20 }, () => execute(planHash)));
    expect(new Set(answers.map((answer) => (answer.ok ? answer.value.reassignmentId : answer.refusal.reason))).size).toBe(1);
    expect((await bench.acme().listReassignments({ limit: 10 })).items).toHaveLength(1);
  });

  it('gives the second of two executes the same run, although that is done before it has looked twice', async () => {
    const { ports, shown, execute } = await tenant();
    const { planHash } = (await shown()).bestFit;
    const overtaken = beforeSnapshot(ports, 2, async () => {
      const first = await execute(planHash);
      if (first.ok) await carryOutReassignment(ports, { tenantId: ACME, reassignmentId: first.value.reassignmentId }, () => true);
    });
    const second = await executeLink(overtaken, { ...held, ...plain, planHash });
    const [run] = (await bench.acme().listReassignments({ limit: 10 })).items;
    expect(second).toEqual({ ok: true, value: { reassignmentId: run?.reassignmentId, status: 'done' } });
  });

  it('tells whoever comes through another link who was first, and lets them follow', async () => {
    const { ports, shown, execute } = await tenant();
    await aRecipientWithLink({ ports, bench, recipientId: 'ben', linkId: OTHER });
    const { planHash } = (await shown()).bestFit;
    await execute(planHash);
    const late = await execute(planHash, { linkId: OTHER, secret: SECRET });
    expect(late).toMatchObject({
      ok: false,
      refusal: { reason: 'reassignment-in-progress', reassignment: { startedBy: 'anna', status: 'running' } },
    });
    const followed = await followLink(ports, { linkId: OTHER, secret: SECRET });
    expect(followed.ok && followed.value.run).toMatchObject({ startedBy: 'anna', counts: { pending: 4 } });
  });

  it('answers a link that was used with its run, although the matter is long solved', async () => {
    const { ports, shown, execute, review } = await tenant();
    const started = await execute((await shown()).bestFit.planHash);
    if (started.ok) await carryOutReassignment(ports, { tenantId: ACME, reassignmentId: started.value.reassignmentId }, () => true);
    expect(await execute('0'.repeat(64))).toMatchObject({ ok: true, value: { status: 'done' } });
    expect(await review()).toMatchObject({
      ok: false,
      refusal: { reason: 'link-closed', reassignment: { startedBy: 'anna', status: 'done' } },
    });
  });
});

describe('R6 the result', () => {
  it('is told once to the one who confirmed and to everybody else, however often the end is repeated', async () => {
    const { ports, shown, execute, asked } = await tenant();
    await aRecipientWithLink({ ports, bench, recipientId: 'ben', linkId: OTHER, mayAct: false });
    const started = await execute((await shown()).bestFit.planHash);
    if (!started.ok) throw new Error(started.refusal.reason);
    for (const _again of [1, 2])
      await carryOutReassignment(ports, { tenantId: ACME, reassignmentId: started.value.reassignmentId }, () => true);
    const items = await Promise.all([...new Set(asked.deliveries)].map((outboxId) => ports.stores.readOutbox(outboxId)));
    const told = items.flatMap((item) => (item?.work.work === 'message' ? [[item.work.recipientId, item.work.message.template]] : []));
    expect(told.toSorted()).toEqual([
      ['anna', 'reassignment-result'],
      ['ben', 'reassignment-result'],
    ]);
  });
});

describe('L5 a link', () => {
  it('is closed once its recipient was removed', async () => {
    const { ports, review } = await tenant();
    await deleteRecipient(ports, { actor, tenantId: ACME, recipientId: idOf.recipient('anna'), ifMatch: undefined });
    expect(await review()).toEqual({ ok: false, refusal: { reason: 'link-closed' } });
  });

  it('is closed from the moment it expires, whether or not its item is gone', async () => {
    const { setNow, review } = await tenant();
    setNow(momentOf('2027-01-01T23:00:00Z'));
    expect(await review()).toEqual({ ok: false, refusal: { reason: 'link-closed' } });
  });

  it('that was made for a run leads to it, although the run is older (R1)', async () => {
    const { ports, shown, execute } = await tenant();
    const started = await execute((await shown()).bestFit.planHash);
    const made = await ports.stores.readLink(LINK);
    if (!started.ok || made?.used === undefined) throw new Error('The run has not started.');
    const createdAt = momentOf('2026-12-02T09:00:00Z');
    await bench.write({ change: 'open-link', link: { ...made, linkId: OTHER, createdAt } });
    const followed = await followLink(ports, { linkId: OTHER, secret: SECRET });
    expect(followed).toMatchObject({ ok: true, value: { run: { reassignmentId: started.value.reassignmentId } } });
  });
});

describe('L7 no oracle', () => {
  it.each([
    ['an unknown link', { linkId: 'c'.repeat(22), secret: SECRET }],
    ['a malformed id', { linkId: '../../etc', secret: SECRET }],
    ['a wrong secret', { linkId: LINK, secret: 'wrong' }],
    ['nothing', { linkId: '', secret: '' }],
  ])('answers %s alike', async (_case, request) => {
    const { ports } = await tenant();
    expect(await reviewLink(ports, { ...request, ...plain })).toEqual({ ok: false, refusal: { reason: 'link-not-found' } });
  });
});

describe('a renewal through the link', () => {
  it('moves the end forward, for everybody', async () => {
    const { ports } = await tenant();
    expect(await renewThroughLink(ports, { ...held, expiresOn: dayOf('2028-01-01') })).toEqual({ ok: true, value: undefined });
    expect((await bench.acme().readSubscription(idOf.subscription('Sub1')))?.terms?.expiresOn).toBe('2028-01-01');
  });

  it('has to be later than the present end', async () => {
    const { ports } = await tenant();
    expect(await renewThroughLink(ports, { ...held, expiresOn: dayOf('2027-01-01') })).toMatchObject({
      ok: false,
      refusal: { reason: 'invalid-request', errors: [{ path: 'expiresOn' }] },
    });
  });
});

describe('L2 a fresh link', () => {
  it("goes to the recipient's own address, at most once an hour", async () => {
    const { ports, asked, setNow } = await tenant();
    const before = asked.deliveries.length;
    await askFreshLink(ports, LINK);
    await askFreshLink(ports, LINK);
    setNow(momentOf('2026-12-02T08:00:01Z'));
    await askFreshLink(ports, LINK);
    const items = await Promise.all(asked.deliveries.slice(before).map((outboxId) => ports.stores.readOutbox(outboxId)));
    expect(items.map((item) => item?.work)).toMatchObject([
      { recipientId: 'anna', message: { template: 'fresh-link' } },
      { recipientId: 'anna', message: { template: 'fresh-link' } },
    ]);
  });

  it('is not sent for a link nobody knows', async () => {
    const { ports, asked } = await tenant();
    const before = asked.deliveries.length;
    await askFreshLink(ports, 'c'.repeat(22));
    expect(asked.deliveries).toHaveLength(before);
  });
});

/** Ports on which somebody acts just before the n-th reading of the tenant. */
function beforeSnapshot(ports: Ports, nth: number, act: () => Promise<void>): Ports {
  let reads = 0;
  const storesFor: Ports['stores']['storesFor'] = (tenantId) => {
    const own = ports.stores.storesFor(tenantId);
    const readSnapshot = async () => {
      reads += 1;
      if (reads === nth) await act();
      return own.readSnapshot();
    };
    return { ...own, readSnapshot };
  };
  return { ...ports, stores: { ...ports.stores, storesFor } };
}
