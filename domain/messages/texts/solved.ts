import type { FindingKind } from '../../findings/finding.ts';
import type { Language } from '../../tenants/tenant.ts';
import type { SolvedMatter } from '../message.ts';
import { solvedDe } from './solved-de.ts';
import { solvedEn } from './solved-en.ts';

/** C6. What is no longer true, per kind of finding, in one sentence. */
export type SolvedTexts = Readonly<Record<FindingKind, (matter: SolvedMatter) => string>>;

/** A3. Every text exists in every language, or this does not compile. */
export const SOLVED: Readonly<Record<Language, SolvedTexts>> = { en: solvedEn, de: solvedDe };
