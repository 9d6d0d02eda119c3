import * as z from 'zod';
import type { Day } from '#domain/days/day.ts';
import type { Instant } from '#domain/days/instant.ts';
import type {
  AlertId,
  ImportId,
  LinkId,
  OutboxId,
  PartnerId,
  PersonId,
  ReassignmentId,
  RecipientId,
  SubscriptionId,
  TenantId,
} from '#domain/ids.ts';
import { keyText } from './key-text.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** A calendar day as it is stored. */
export const day = z.custom<Day>((value) => typeof value === 'string' && DAY.test(value), 'not a day of the form YYYY-MM-DD');

/** A moment as it is stored. */
export const instant = z.custom<Instant>(
  (value) => typeof value === 'string' && INSTANT.test(value),
  'not a moment in UTC with milliseconds',
);

/** Ids as they are stored: what may be one was decided when it was written. */
export const id = {
  tenant: text<TenantId>(),
  subscription: text<SubscriptionId>(),
  person: text<PersonId>(),
  recipient: text<RecipientId>(),
  partner: text<PartnerId>(),
  reassignment: text<ReassignmentId>(),
  import: text<ImportId>(),
  alert: text<AlertId>(),
  link: text<LinkId>(),
  outbox: text<OutboxId>(),
} as const;

/** One of a union's texts: the record has to name every one of them, so a new one does not compile before it is stored. */
export function oneOf<Union extends string>(all: Readonly<Record<Union, true>>) {
  return z.custom<Union>((value) => typeof value === 'string' && Object.hasOwn(all, value), `not one of ${Object.keys(all).join(', ')}`);
}

/**
 * An item as a schema reads it.
 * @throws Error naming the item's key, when it is not what this version stores: a fault, never an empty answer.
 */
export function parsed<Noun>(schema: z.ZodType<Noun>, item: Readonly<Record<string, unknown>>): Noun {
  const outcome = schema.safeParse(item);
  if (outcome.success) return outcome.data;
  const wrong = outcome.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new Error(`The stored item ${keyText({ pk: String(item['pk']), sk: String(item['sk']) })} cannot be read (${wrong}).`);
}

function text<Brand extends string>() {
  return z.custom<Brand>((value) => typeof value === 'string' && value.length > 0, 'not an id');
}
