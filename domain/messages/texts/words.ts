import type { UsageType } from '../../liability/usage.ts';
import type { Language } from '../../tenants/tenant.ts';
import type { Locale } from '../locale.ts';
import type { Matter } from '../message.ts';
import { wordsDe } from './words-de.ts';
import { wordsEn } from './words-en.ts';

/** The phrases that many sentences share. A phrase of time brings its leading space, and is empty where no day is known. */
export type Words = Locale & {
  /** What a usage type is called at the beginning of a line (D17). */
  readonly usageTypes: Readonly<Record<UsageType, string>>;
  /** A name in the language's quotation marks. */
  readonly quoted: (name: string) => string;
  /** A subscription's name and id. */
  readonly named: (subscription: Matter['subscription']) => string;
  /** `12 people (2 of them admins)`. */
  readonly who: (concerned: Pick<Matter, 'people' | 'admins'>) => string;
  /** ` in 6 days`, ` today`, ` 3 days ago`. */
  readonly soon: (matter: Pick<Matter, 'daysLeft'>) => string;
  /** ` in 6 days (7 Dec 2026)`. */
  readonly soonOn: (matter: Pick<Matter, 'on' | 'daysLeft'>) => string;
  /** ` in 6 days, on Monday, 7 December 2026`. */
  readonly when: (matter: Pick<Matter, 'on' | 'daysLeft'>) => string;
};

/** A3. Every text exists in every language, or this does not compile. */
export const WORDS: Readonly<Record<Language, Words>> = { en: wordsEn, de: wordsDe };
