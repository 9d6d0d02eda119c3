import type { Change } from '#use-cases/change.ts';
import { OF_BOOKS, OF_IMPORTS, OF_RUNS } from './random-job-changes.ts';
import { OF_PEOPLE, OF_SUBSCRIPTIONS, OF_THE_TENANT } from './random-tenant-changes.ts';
import { OF_MESSAGES, OF_PARTNERS, OF_RECIPIENTS, OF_USAGE } from './random-told-changes.ts';
import type { RandomChanges, World } from './random-world.ts';

/** Every kind there is: a new one does not compile before it is drawn, too. */
const RANDOM_CHANGES: RandomChanges = {
  ...OF_THE_TENANT,
  ...OF_SUBSCRIPTIONS,
  ...OF_PEOPLE,
  ...OF_RECIPIENTS,
  ...OF_PARTNERS,
  ...OF_USAGE,
  ...OF_MESSAGES,
  ...OF_RUNS,
  ...OF_IMPORTS,
  ...OF_BOOKS,
};

/** A few changes that may or may not fit together. */
export function someChanges(world: World): readonly Change[] {
  const kinds: readonly ((world: World) => Change)[] = Object.values(RANDOM_CHANGES);
  const [first = () => ({ change: 'require-tenant' }) as const, ...others] = kinds;
  return Array.from({ length: world.draw.mostly(1, 2, 3) }, () => world.draw.pick([first, ...others])(world));
}
