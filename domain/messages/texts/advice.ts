import type { FindingKind } from '../../findings/finding.ts';
import type { Language } from '../../tenants/tenant.ts';
import { adviceDe } from './advice-de.ts';
import { adviceEn } from './advice-en.ts';

/** What a person can do about each kind of finding. */
export type Advice = Readonly<Record<FindingKind, string>>;

/** A3. Every text exists in every language, or this does not compile. */
export const ADVICE: Readonly<Record<Language, Advice>> = { en: adviceEn, de: adviceDe };
