import type { Day } from '../../days/day.ts';
import type { Outcome } from '../../reassignments/reassignment.ts';
import type { Language } from '../../tenants/tenant.ts';
import type { Matter, RunEnd } from '../message.ts';
import { resultDe } from './result-de.ts';
import { resultEn } from './result-en.ts';

export type ResultSummary = {
  readonly tenant: string;
  readonly subscription: Required<Matter>['subscription'];
  /** Who is where the plan wanted them (or, with Control Hub awaited, is to be). */
  readonly moved: number;
  /** R7. Who is back where he or she was, or is to be. */
  readonly back: number;
  /** Who is still where they were, for whatever reason. */
  readonly left: number;
};

type PerStatus<Text> = Readonly<Record<RunEnd, Text>>;

/** R6. What the one who confirmed and the others are told. */
export type ResultTexts = {
  readonly subject: PerStatus<(summary: ResultSummary) => string>;
  readonly headline: PerStatus<(summary: ResultSummary) => string>;
  readonly sms: PerStatus<(summary: ResultSummary) => string>;
  readonly startedBy: (who: string) => string;
  readonly cancelledBy: (who: string) => string;
  readonly undoneBy: (who: string) => string;
  readonly outcomes: Readonly<Record<Outcome, (count: number) => string>>;
  /** R7. Who stays moved although the run was undone. */
  readonly notBack: (count: number) => string;
  readonly seatsToBuy: (seats: { readonly kind: string; readonly quantity: number }) => string;
  readonly endsOn: (day: Day) => string;
  /** P7. What is still to be done by hand. */
  readonly followUps: readonly [heading: string, ...steps: readonly string[]];
  /** What one click on the personal link does. */
  readonly beforeLink: PerStatus<string>;
  readonly smsBeforeLink: PerStatus<string>;
};

/** A3. Every text exists in every language, or this does not compile. */
export const RESULT: Readonly<Record<Language, ResultTexts>> = { en: resultEn, de: resultDe };
