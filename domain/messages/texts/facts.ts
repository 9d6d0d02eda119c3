import type { Language } from '../../tenants/tenant.ts';
import type { Matter } from '../message.ts';
import { factsDe } from './facts-de.ts';
import { factsEn } from './facts-en.ts';

/** What is true about a matter besides its headline: one sentence each. */
export type Facts = {
  /** A1. What people lose: admins Control Hub, Connect and Engage; agents Agent Desktop. */
  readonly losing: (concerned: Pick<Matter, 'people' | 'admins'>) => string;
  /** The same where it has already happened. */
  readonly lost: (concerned: Pick<Matter, 'people' | 'admins'>) => string;
  /** D14, D18. Who is primary from the day of the end, and what that costs. */
  readonly primary: (change: Required<Matter>['primary']) => string;
  /** The same where that day has come. */
  readonly primaryNow: (change: Required<Matter>['primary']) => string;
  /** A5. */
  readonly escalated: string;
  /** P1. "Move on that day". */
  readonly moveOn: (target: Required<Matter>['moveOn']) => string;
  /** D19. What the tenant commits of a usage type from the day of the end on, and what that costs whom. */
  readonly cliff: (cliff: Required<Matter>['cliffs'][number]) => string;
  /** The same where that day has come. */
  readonly cliffNow: (cliff: Required<Matter>['cliffs'][number]) => string;
  /** D8. */
  readonly gap: (gap: Required<Matter>['gap']) => string;
  /** D7. */
  readonly kinds: (kinds: Required<Matter>['kinds']) => string;
  /** D24. */
  readonly seats: (seats: Required<Matter>['seats'][number]) => string;
  /** D21. */
  readonly telephony: (options: Required<Matter>['telephony']) => string;
};

/** A3. Every text exists in every language, or this does not compile. */
export const FACTS: Readonly<Record<Language, Facts>> = { en: factsEn, de: factsDe };
