import type { Change } from '#use-cases/change.ts';

/** The changes of these kinds: what one noun's file has to write. */
export type ChangeOf<Kind extends Change['change']> = Extract<Change, { readonly change: Kind }>;
