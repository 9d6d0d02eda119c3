import type { ChangeOf } from '#adapters/dynamodb/change-of.ts';
import { seededChance } from '#adapters/memory/chance.ts';
import type { Instant } from '#domain/days/instant.ts';
import { idOf, type SubscriptionId } from '#domain/ids.ts';
import type { Change } from '#use-cases/change.ts';
import type { TenantStores } from '#use-cases/ports.ts';
import type { Snapshot, StoredTenant } from '#use-cases/stored.ts';
import { IDS } from './all-reads.ts';

/** What is drawn from a seed: the same again for the same seed. */
export type Draw = {
  readonly int: (below: number) => number;
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
  /** The first mostly, now and then one of the others: what a caller believes is mostly true. */
  readonly mostly: <Item>(likely: Item, ...others: readonly Item[]) => Item;
};

/** What somebody knows who is about to write: what is there, and chance. */
export type World = {
  readonly draw: Draw;
  readonly now: Instant;
  readonly tenant: StoredTenant | undefined;
  readonly known: Omit<Snapshot, 'tenant'>;
  /** Of a person, subscription, recipient or run, mostly: the revision it has, or that there is none. */
  readonly revisionOf: (id: string) => number | 'absent';
  readonly runRevisions: ReadonlyMap<string, number>;
  readonly importsDone: ReadonlyMap<string, number>;
};

/** One change of each kind, as somebody would write it who mostly knows what is there. */
export type RandomChanges = { readonly [Kind in Change['change']]: (world: World) => ChangeOf<Kind> };

export function drawFrom(seed: number): Draw {
  const chance = seededChance(seed);
  const int = (below: number) => Math.floor(chance() * below);
  const pick = <Item>(items: readonly [Item, ...Item[]]): Item => items[int(items.length)] ?? items[0];
  return { int, pick, mostly: (likely, ...others) => (int(5) > 0 ? likely : pick([likely, ...others])) };
}

/** Looks around in a tenant's stores. */
export async function lookAround(t: TenantStores, draw: Draw, now: Instant): Promise<World> {
  const [subscriptions, recipients, partners] = [await t.readSubscriptions(), await t.readRecipients(), await t.readPartners()];
  const people = await t.readPeople(IDS.people.map(idOf.person));
  const runs = await Promise.all(IDS.runs.map((id) => t.readReassignment(idOf.reassignment(id))));
  const imports = await Promise.all(IDS.imports.map((id) => t.readImport(idOf.import(id))));
  const revisions = new Map<string, number>([
    ...subscriptions.map((one) => [one.subscriptionId, one.revision] as const),
    ...people.map((one) => [one.personId, one.revision] as const),
    ...recipients.map((one) => [one.recipientId, one.revision] as const),
    ...partners.map((one) => [one.partnerId, one.revision] as const),
  ]);
  const months = await Promise.all(IDS.months.map((month) => t.readUsage(month)));
  for (const one of months) if (one !== undefined) revisions.set(one.month, one.revision);
  return {
    draw,
    now,
    tenant: await t.readTenant(),
    known: { subscriptions, people, recipients, partners },
    revisionOf: (id) => draw.mostly(revisions.get(id) ?? 'absent', 'absent', 1, 2),
    runRevisions: new Map(runs.flatMap((run) => (run === undefined ? [] : [[run.reassignmentId, run.revision]]))),
    importsDone: new Map(imports.flatMap((one) => (one === undefined ? [] : [[one.importId, one.chunksDone]]))),
  };
}

/** The free seats of a subscription as they were read; none of one that is not there. */
export function freeOf({ known }: World, id: SubscriptionId) {
  return known.subscriptions.find(({ subscriptionId }) => subscriptionId === id)?.free ?? {};
}

export function aRunId({ draw }: World) {
  return idOf.reassignment(draw.pick(IDS.runs));
}

/** A revision for changes of what has to be there. */
export function aNumber(revision: number | 'absent'): number {
  return revision === 'absent' ? 1 : revision;
}

/** A part of a change, or nothing of it. */
export function perhaps<Part extends object>({ draw }: World, part: Part): Part | Record<never, never> {
  return draw.int(2) === 0 ? part : {};
}
