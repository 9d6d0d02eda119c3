import { describe, expect, it } from 'vitest';
import { idOf } from '#domain/ids.ts';
import { aRecipientWithLink, aTenantToMove, LINK, SECRET } from '#test/support/a-tenant-to-move.ts';
import { portsOn } from '#test/support/ports.ts';
import { ACME, storesInMemory } from '#test/support/stores.ts';
import { carryOutReassignment } from '#use-cases/carry-out-reassignment.ts';
import { executeLink } from '#use-cases/execute-link.ts';
import type { Ports, TenantStores } from '#use-cases/ports.ts';
import { reviewLink } from '#use-cases/review-link.ts';
import { steerThroughLink } from '#use-cases/steer-through-link.ts';

const bench = storesInMemory();
const held = { linkId: LINK, secret: SECRET };
const plain = { acceptOverage: false, acceptUpgrade: false };

/** A tenant whose people Anna has moved through her link. */
async function movedThroughLink() {
  const { ports, asked } = portsOn(bench);
  await aTenantToMove(ports);
  await aRecipientWithLink({ ports, bench });
  const reviewed = await reviewLink(ports, { ...held, ...plain });
  if (!reviewed.ok) throw new Error(reviewed.refusal.reason);
  const started = await executeLink(ports, { ...held, ...plain, planHash: reviewed.value.bestFit.planHash });
  if (!started.ok) throw new Error(started.refusal.reason);
  const { reassignmentId } = started.value;
  const carryOut = (through: Ports = ports) => carryOutReassignment(through, { tenantId: ACME, reassignmentId }, () => true);
  await carryOut();
  const undo = () => steerThroughLink(ports, { ...held, step: 'undo' });
  return { ports, asked, reassignmentId, carryOut, undo };
}

/** The same ports, with something that happens before the first commit of a kind. */
function interrupted(ports: Ports, change: string, happens: () => Promise<unknown>): Ports {
  let isFirst = true;
  const own = ports.stores.storesFor(ACME);
  const commit: TenantStores['commit'] = async (changes, token) => {
    if (isFirst && changes.some((each) => each.change === change)) {
      isFirst = false;
      await happens();
    }
    return own.commit(changes, token);
  };
  return { ...ports, stores: { ...ports.stores, storesFor: () => ({ ...own, commit }) } };
}

async function linksAfterwards(): Promise<readonly (string | undefined)[]> {
  const anna = await bench.acme().readRecipient(idOf.recipient('anna'));
  return Object.values(anna?.told.email ?? {}).map(({ linkId }) => linkId);
}

describe('L10 an undo through the link', () => {
  it('L6 happens once, and gets one answer, however often it is asked for at the same time', async () => {
    const { undo, reassignmentId, carryOut } = await movedThroughLink();
    const answers = await Promise.all(Array.from({ length: 20 }, undo));
    expect(answers).toEqual(answers.map(() => ({ ok: true, value: { reassignmentId, status: 'undoing' } })));
    await carryOut();
    expect(await undo()).toEqual({ ok: true, value: { reassignmentId, status: 'undone' } });
    const { items } = await bench.acme().listAudit({ limit: 100 });
    expect(items.filter(({ action }) => action === 'undo-started')).toHaveLength(1);
  });

  it('R7 leaves its people a link to a new plan, also where a check tells them of something in between', async () => {
    const { ports, undo, carryOut } = await movedThroughLink();
    await undo();
    const recipientId = idOf.recipient('anna');
    const told = async () => {
      const { toldRevision, told: known } = (await bench.acme().readRecipient(recipientId)) ?? { toldRevision: 0, told: {} };
      await bench.write({ change: 'tell-recipient', recipientId, toldRevision, told: { email: known.email ?? {} } });
    };
    expect(await carryOut(interrupted(ports, 'tell-recipient', told))).toBe('finished');
    const [linkId] = await linksAfterwards();
    expect(linkId).toEqual(expect.any(String));
    expect(linkId).not.toBe(LINK);
  });

  it('R6 tells of no end that somebody else has written otherwise meanwhile', async () => {
    const { ports, undo, carryOut, asked, reassignmentId } = await movedThroughLink();
    await undo();
    const already = asked.deliveries.length;
    const written = async () => {
      const run = await bench.acme().readReassignment(reassignmentId);
      if (run !== undefined) await bench.write({ change: 'advance-reassignment', reassignment: run, revision: run.revision });
    };
    expect(await carryOut(interrupted(ports, 'require-reassignment', written))).toBe('out-of-time');
    expect(asked.deliveries).toHaveLength(already);
    expect(await carryOut()).toBe('finished');
    expect(asked.deliveries.length).toBeGreaterThan(already);
  });
});
