import * as z from 'zod';
import { dayOf, parseDay } from '#domain/days/day.ts';
import { isTimeZone } from '#domain/days/instant.ts';
import { ID_SHAPE, idOf } from '#domain/ids.ts';

// No control characters, line breaks or invisible direction marks where people read a text beside others.
const PRINTABLE = /^[^\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]*$/u;
const LONGEST_NAME = 200;

/** A text people read: 1 to 200 characters after trimming, on one line. */
export const name = z
  .string()
  .trim()
  .min(1, 'Must not be empty.')
  .max(LONGEST_NAME, `Must not be longer than ${LONGEST_NAME} characters.`)
  // Not as a pattern: the document's readers need not know `\p`, and would take it for letters.
  .refine((text) => PRINTABLE.test(text), 'Must not hold line breaks or control characters.');

/** A6. Why somebody puts something off: it is kept in the audit, so it names no people. */
export const reasonGiven = z
  .string()
  .trim()
  .min(1, 'Say why, in a few words.')
  .max(500, 'Must not be longer than 500 characters.')
  .refine((text) => PRINTABLE.test(text), 'Must not hold line breaks or control characters.');

/** A calendar day of the tenant (D1). */
export const day = z
  .string()
  .meta({ format: 'date' })
  .refine((text) => parseDay(text) !== undefined, 'Must be a calendar day of the form YYYY-MM-DD.')
  .transform(dayOf);

/** A day in an answer. */
export const dayText = z.string().meta({ format: 'date' });
/** A moment in an answer: ISO 8601 in UTC. */
export const momentText = z.string().meta({ format: 'date-time' });

export const timeZone = z.string().refine(isTimeZone, 'Must be an IANA time zone such as Europe/Berlin.');

/** A whole number between two others. (Zod's own integers end the examination of a body; these do not.) */
export function whole(from: number, to: number) {
  return z.number().multipleOf(1, 'Must be a whole number.').min(from).max(to).meta({ type: 'integer' });
}

const wholeDays = 'Must be a whole number of days.';
/** D9. A number of days to look ahead, in a query. */
export const daysAhead = z.coerce.number(wholeDays).int(wholeDays).min(0).max(36_500);

/** Days before an end: whole, not negative, each once; given in any order, kept widest first. */
export const ladder = z
  .array(whole(0, 3650))
  .min(1, 'Must name at least one rung.')
  .max(30)
  .transform((rungs) => [...new Set(rungs)].toSorted((left, right) => right - left));

export const email = z.email('Must be an e-mail address.').max(254);
export const phone = z.string().regex(/^\+[1-9]\d{6,14}$/, 'Must be a telephone number in international form such as +491701234567.');

const idText = z.string().regex(ID_SHAPE, 'Must be 1 to 128 letters, digits or . _ @ + - characters.');

/** Ids of each noun, branded. */
export const id = {
  tenant: idText.transform(idOf.tenant),
  subscription: idText.transform(idOf.subscription),
  person: idText.transform(idOf.person),
  recipient: idText.transform(idOf.recipient),
  partner: idText.transform(idOf.partner),
  reassignment: idText.transform(idOf.reassignment),
  import: idText.transform(idOf.import),
} as const;

export const idAnswer = z.string();
export const channel = z.enum(['email', 'sms']);
export const language = z.enum(['en', 'de']);
export const severity = z.enum(['critical', 'warning', 'info']);

/** Without the keys whose value is undefined: an optional field is there or it is not. */
export function defined<Fields extends object>(fields: Fields): { [Key in keyof Fields]: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]: Exclude<Fields[Key], undefined>;
  };
}

/** A body of which some fields may have been found wrong already: each holds anything. */
export type Unsure<Body> = { readonly [Field in keyof Body]?: unknown };

/** Rules between fields are looked at even where another field is wrong, so that an answer names everything that is. */
export const evenWhenWrong = {
  when: ({ value }: { readonly value: unknown }): boolean => typeof value === 'object' && value !== null && !Array.isArray(value),
} as const;
