import type { FindingKind, Severity } from '../../findings/finding.ts';
import type { Language } from '../../tenants/tenant.ts';
import type { Matter } from '../message.ts';
import { headlinesDe } from './headlines-de.ts';
import { headlinesEn } from './headlines-en.ts';

/** A matter in one sentence. */
type Headline = {
  /** For a subject or an SMS, without a full stop; `soon` says when, as short as its place allows. */
  readonly brief: (matter: Matter, soon: string) => string;
  /** In full. */
  readonly full: (matter: Matter) => string;
};

export type Headlines = {
  readonly severities: Readonly<Record<Severity, string>>;
  readonly kinds: Readonly<Record<FindingKind, Headline>>;
};

/** A3. Every text exists in every language, or this does not compile. */
export const HEADLINES: Readonly<Record<Language, Headlines>> = { en: headlinesEn, de: headlinesDe };

/** Findings that are read when somebody looks, and the two that warn of what is lost beside access. */
type NoteKind =
  | 'coverage-gap'
  | 'reduced'
  | 'dates-unconfirmed'
  | 'notice-deadline'
  | 'waiting'
  | 'double-assignment'
  | 'unassigned'
  | 'admin-without-licence'
  | 'primary-differs'
  | 'partner-read-only'
  | 'recipient-unreachable';

/** Their headlines. */
export type Notes = Readonly<Record<NoteKind, Headline>>;
