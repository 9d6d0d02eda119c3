import type { Day } from '../days/day.ts';
import type { Instant } from '../days/instant.ts';
import type { Finding } from '../findings/finding.ts';
import type { TenantPicture } from '../tenants/picture.ts';
import type { ToldMatters } from './alert.ts';

/** What one check knows when it decides whom to tell of what. */
export type Situation = {
  readonly picture: TenantPicture;
  /** Everything found, inhibited or not. */
  readonly findings: readonly Finding[];
  readonly today: Day;
  readonly now: Instant;
  /** C2. Whether this is the day's morning check. */
  readonly morning: boolean;
  /** What tooling was told: of everything, so it knows when a matter without a date was first seen. */
  readonly toolingTold: ToldMatters;
};

/** A situation, with what may be told of it. */
export type Telling = Situation & {
  /** C7. The findings that are told: those that no other one speaks for. */
  readonly tellable: readonly Finding[];
  /** C5. `identityKey` of alerts that were found to exist although nobody remembers telling them. */
  readonly alreadyTold: ReadonlySet<string>;
};
