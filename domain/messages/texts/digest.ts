import type { ChainHead } from '../../audit/chain-link.ts';
import type { Day } from '../../days/day.ts';
import type { Language } from '../../tenants/tenant.ts';
import type { Heartbeat } from '../message.ts';
import { digestDe } from './digest-de.ts';
import { digestEn } from './digest-en.ts';

/** C6. `name` is the first solved matter's subscription, where it has one. */
export type SolvedBrief = { readonly name: string | undefined; readonly count: number };

/** What stands around the matters of a message: in e-mails, their subjects, and SMS. */
export type DigestTexts = {
  readonly subject: {
    /** A1. The worst of it; `others` is how many more matters there are. */
    readonly worst: (worst: {
      readonly severity: string;
      readonly brief: string;
      readonly others: number;
      readonly tenant: string;
    }) => string;
    readonly solved: (solved: SolvedBrief & { readonly tenant: string }) => string;
    readonly watching: (tenant: string, watched: Heartbeat) => string;
  };
  readonly heading: (tenant: string, today?: Day) => string;
  /** The line after the first ten names. */
  readonly furtherPeople: (count: number) => string;
  readonly toDo: (advice: string) => string;
  /** L2. What one click on the personal link does. */
  readonly beforeLink: string;
  readonly furtherMatters: (count: number) => string;
  readonly solvedHeading: string;
  /** Why somebody gets this, and what to do with a personal link. */
  readonly why: (tenant: string, hasLinks: boolean) => string;
  /** C8. */
  readonly heartbeat: (watched: Heartbeat) => string;
  /** U2. The number is as the API takes it: without separators. */
  readonly auditHead: (head: ChainHead) => string;
  readonly sms: {
    /** What is solved meanwhile is named in a few words. */
    readonly worst: (worst: {
      readonly tenant: string;
      readonly brief: string;
      readonly others: number;
      readonly solved: SolvedBrief;
    }) => string;
    /** Before the link at the end; in an e-mail before every link but the first. */
    readonly plan: string;
    readonly solved: (tenant: string, sentence: string, others: number) => string;
  };
};

/** A3. Every text exists in every language, or this does not compile. */
export const DIGEST: Readonly<Record<Language, DigestTexts>> = { en: digestEn, de: digestDe };
