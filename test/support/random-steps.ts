import { secondsAfter } from '#domain/days/instant.ts';
import { idOf } from '#domain/ids.ts';
import type { Change } from '#use-cases/change.ts';
import type { Stores } from '#use-cases/ports.ts';
import { IDS } from './all-reads.ts';
import { someChanges } from './random-changes.ts';
import type { World } from './random-world.ts';
import { ACME } from './stores.ts';

/** Something that somebody does to stores, and what it says in a failure. */
export type Step = { readonly says: string; readonly on: (stores: Stores) => Promise<unknown> };

/** The next step: mostly a commit, sometimes the same one again, now and then what is no commit at all. */
export function randomStep(world: World, token: string): Step {
  const { draw } = world;
  const kind = draw.int(20);
  if (kind < 14) return committing(someChanges(world), [token]);
  if (kind < 16) return committing(someChanges(world), [token, token]);
  return draw.pick([claiming, claiming, finishing, finishing, adding, coding, trying, purging])(world);
}

function committing(changes: readonly Change[], tokens: readonly string[]): Step {
  return {
    says: `commit x${tokens.length} ${JSON.stringify(changes)}`,
    on: async (stores) => {
      const outcomes: unknown[] = [];
      for (const token of tokens) outcomes.push(await answered(() => stores.storesFor(ACME).commit(changes, token)));
      return outcomes;
    },
  };
}

function claiming({ draw, now }: World): Step {
  const claim = { owner: `worker-${draw.int(2)}`, now, until: secondsAfter(now, 60 * draw.int(3)), outboxId: anOutboxId(draw.pick) };
  return step('claim', claim, (stores) => stores.claimOutbox(claim));
}

function finishing({ draw, now }: World): Step {
  const state = draw.mostly<'sent' | 'dropped'>('sent', 'dropped');
  const finish = { owner: `worker-${draw.int(2)}`, fence: 1 + draw.int(2), state, at: now, outboxId: anOutboxId(draw.pick) };
  return step('finish', finish, (stores) => stores.finishOutbox(finish));
}

function adding({ draw, now }: World): Step {
  const secret = { linkId: idOf.link(draw.pick(IDS.links)), secretHash: `hash-${draw.int(9)}`, now };
  return step('add a secret', secret, (stores) => stores.addLinkSecret(secret));
}

function coding({ draw, now }: World): Step {
  const code = { linkId: idOf.link(draw.pick(IDS.links)), codeHash: `hash-${draw.int(9)}`, now };
  return step('add a code', code, (stores) => stores.addLinkCode(code));
}

function trying({ draw, now }: World): Step {
  const guess = { linkId: idOf.link(draw.pick(IDS.links)), now };
  return step('try a code', guess, (stores) => stores.takeCodeTry(guess));
}

function purging(): Step {
  return step('purge', {}, (stores) => stores.storesFor(ACME).purge());
}

function anOutboxId(pick: World['draw']['pick']) {
  return idOf.outbox(pick(IDS.outbox));
}

function step(what: string, input: object, act: (stores: Stores) => Promise<unknown>): Step {
  return { says: `${what} ${JSON.stringify(input)}`, on: (stores) => answered(() => act(stores)) };
}

/** What came of it: the answer, or that it is no answer and why. Whose words these are makes no difference. */
async function answered(act: () => Promise<unknown>): Promise<unknown> {
  try {
    return await act();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { threw: message.includes('IdempotentParameterMismatch') ? 'IdempotentParameterMismatch' : message };
  }
}
