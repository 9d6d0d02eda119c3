import type { Language } from '../../tenants/tenant.ts';
import type { Matter } from '../message.ts';
import { passedOnDe } from './passed-on-de.ts';
import { passedOnEn } from './passed-on-en.ts';

type Passed = {
  readonly tenant: string;
  readonly subscription: Required<Matter>['subscription'];
  readonly askedBy: string;
  readonly partner?: string;
};

/** D23. What goes with a link that somebody who may not act has passed on. */
export type PassedOnTexts = {
  readonly subject: (passed: Passed) => string;
  readonly asked: (passed: Passed) => string;
  readonly people: (count: number) => string;
  readonly sms: (passed: Passed) => string;
};

/** A3. Every text exists in every language, or this does not compile. */
export const PASSED_ON: Readonly<Record<Language, PassedOnTexts>> = { en: passedOnEn, de: passedOnDe };
