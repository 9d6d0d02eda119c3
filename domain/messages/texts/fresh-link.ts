import type { Language } from '../../tenants/tenant.ts';
import type { Matter } from '../message.ts';
import { freshLinkDe } from './fresh-link-de.ts';
import { freshLinkEn } from './fresh-link-en.ts';

type Fresh = { readonly tenant: string; readonly subscription: Required<Matter>['subscription'] };

/** L2. What goes with a fresh link. */
export type FreshLinkTexts = {
  readonly subject: (fresh: Fresh) => string;
  readonly asked: (fresh: Fresh) => string;
  /** For whoever did not ask. */
  readonly notYou: string;
  readonly sms: (fresh: Fresh) => string;
};

/** A3. Every text exists in every language, or this does not compile. */
export const FRESH_LINK: Readonly<Record<Language, FreshLinkTexts>> = { en: freshLinkEn, de: freshLinkDe };
