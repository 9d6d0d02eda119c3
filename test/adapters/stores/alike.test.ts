import { describe, expect, it } from 'vitest';
import { keyOf, partitionOf } from '#adapters/dynamodb/keys.ts';
import { systemRandomness } from '#adapters/runtime/randomness.ts';
import { secondsAfter } from '#domain/days/instant.ts';
import { idOf } from '#domain/ids.ts';
import { allReadsAcross, allReadsOf, IDS } from '#test/support/all-reads.ts';
import { SOMETHING_OF_EVERYTHING } from '#test/support/every-change.ts';
import { randomStep } from '#test/support/random-steps.ts';
import { drawFrom, lookAround } from '#test/support/random-world.ts';
import { ACME, type Bench, NOW, storesInMemory, storesOnDynoxide } from '#test/support/stores.ts';

/** Steps of one history: then it begins anew, because most of what happens once has happened. */
const STEPS_A_HISTORY = 50;
/** After how many steps everything is read and compared, besides what each step answers. */
const STEPS_A_LOOK = 10;
const STEPS = Number(process.env['LAPSEWATCH_STEPS'] ?? 200);
const FIRST_SEED = Number(process.env['LAPSEWATCH_SEED'] ?? Date.now() % 1_000_000_000);
const SEEDS = Array.from({ length: Math.ceil(STEPS / STEPS_A_HISTORY) }, (_, n) => FIRST_SEED + n);

const [memory, real] = [storesInMemory(), storesOnDynoxide()];
const { token } = systemRandomness();

describe('the stores in memory and those on DynamoDB', () => {
  it.each(SEEDS)('answer alike in the history of the seed %i', async (seed) => {
    const draw = drawFrom(seed);
    let now = NOW;
    for (const bench of [memory, real]) for (const change of SOMETHING_OF_EVERYTHING) await bench.write(change);
    for (let step = 1; step <= STEPS_A_HISTORY; step += 1) {
      const { says, on } = randomStep(await lookAround(memory.acme(), draw, now), token(16));
      const where = `LAPSEWATCH_SEED=${seed} LAPSEWATCH_STEPS=${STEPS_A_HISTORY}, step ${step}: ${says}`;
      expect(await on(memory.stores()), where).toStrictEqual(await on(real.stores()));
      if (step % STEPS_A_LOOK === 0) expect(await everythingOf(memory), where).toStrictEqual(await everythingOf(real));
      now = secondsAfter(now, 60 * draw.int(90));
      for (const bench of [memory, real]) bench.setNow(now);
    }
  });
});

/** Everything that the ports say, and what the items say of how long they are kept. */
async function everythingOf(bench: Bench) {
  const stores = bench.stores();
  const partitions = [...Object.values(partitionOf).map((of) => of(ACME)), ...elsewhere()];
  const items = (await Promise.all(partitions.map(bench.itemsIn))).flat();
  return { ...(await allReadsOf(stores)), ...(await allReadsAcross(stores)), lifetimes: items.map(lifetimeOf).sort() };
}

function elsewhere(): readonly string[] {
  return [...IDS.links.map((id) => keyOf.link(idOf.link(id)).pk), ...IDS.outbox.map((id) => keyOf.outbox(idOf.outbox(id)).pk)];
}

function lifetimeOf(item: object): string {
  return ['pk', 'sk', 'ttl'].map((name) => String(Reflect.get(item, name))).join(' ');
}
