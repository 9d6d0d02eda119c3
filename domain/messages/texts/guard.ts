import type { GuardFinding, GuardFindingKind } from '../../guard/guard-finding.ts';
import type { Language } from '../../tenants/tenant.ts';
import { guardDe } from './guard-de.ts';
import { guardEn } from './guard-en.ts';

export type GuardTexts = {
  /** What is the matter with a planned subscription, in a sentence or two. */
  readonly message: (finding: GuardFinding) => string;
  /** What a person can do about it. */
  readonly advice: Readonly<Record<GuardFindingKind, string>>;
};

/** A3. Every text exists in every language, or this does not compile. */
export const GUARD_TEXTS: Readonly<Record<Language, GuardTexts>> = { en: guardEn, de: guardDe };
