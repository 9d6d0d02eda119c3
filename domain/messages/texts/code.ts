import type { Language } from '../../tenants/tenant.ts';
import type { Matter } from '../message.ts';
import { codeDe } from './code-de.ts';
import { codeEn } from './code-en.ts';

type Asked = { readonly tenant: string; readonly subscription: Required<Matter>['subscription'] };

/** L9. What goes with a code. The code itself stands on a line of its own, and is what an SMS begins with. */
export type CodeTexts = {
  /** Without the code: subjects show up on locked screens. */
  readonly subject: (asked: Asked) => string;
  readonly asked: (asked: Asked) => string;
  readonly beforeCode: string;
  readonly keepIt: string;
  /** For whoever did not ask. */
  readonly notYou: string;
  /** What follows the code in an SMS, which has one part. */
  readonly sms: (asked: Asked) => string;
};

/** A3. Every text exists in every language, or this does not compile. */
export const CODE: Readonly<Record<Language, CodeTexts>> = { en: codeEn, de: codeDe };
