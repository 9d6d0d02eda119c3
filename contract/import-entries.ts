import type * as z from 'zod';
import type { PersonEntry, Rejection } from '#domain/imports/import.ts';
import type { ImportEntries, SubscriptionEntry } from '#domain/imports/import-input.ts';
import type { importBody } from './imports.ts';
import { invalidRequest } from './invalid.ts';
import { personEntry, toPerson } from './people.ts';
import { subscriptionEntry, toSubscription } from './subscriptions.ts';

/** A field's name may be anything a caller thought of; a rejection is kept, so it has a length. */
const LONGEST_PATH = 100;
const LONGEST_DETAIL = 500;

type Read<Entry> = { readonly entry: Entry } | { readonly rejection: Rejection };

/** The entries of a JSON import, each held against its schema alone: a bad one is rejected with everything wrong with it. */
export function toImportEntries({ subscriptions = [], people = [] }: z.output<typeof importBody>): ImportEntries {
  const read = {
    subscriptions: subscriptions.map((value, index) => readSubscription(value, ['subscriptions', index])),
    people: people.map((value, index) => readPerson(value, ['people', index])),
  };
  return {
    from: 'entries',
    subscriptions: entriesOf(read.subscriptions),
    people: entriesOf(read.people),
    rejected: [...rejectionsOf(read.subscriptions), ...rejectionsOf(read.people)],
  };
}

function readSubscription(value: unknown, under: readonly [string, number]): Read<SubscriptionEntry> {
  const outcome = subscriptionEntry.safeParse(value);
  if (!outcome.success) return { rejection: rejectionOf(outcome.error, under) };
  const { subscriptionId, ...body } = outcome.data;
  return { entry: { path: pathOf(under), subscription: toSubscription(subscriptionId, body) } };
}

function readPerson(value: unknown, under: readonly [string, number]): Read<PersonEntry> {
  const outcome = personEntry.safeParse(value);
  if (!outcome.success) return { rejection: rejectionOf(outcome.error, under) };
  const { personId, ...body } = outcome.data;
  return { entry: { path: pathOf(under), person: toPerson(personId, body) } };
}

/** One rejection per entry: the path of its first wrong field, and what is wrong with each. */
function rejectionOf(error: z.ZodError, under: readonly [string, number]): Rejection {
  const { errors } = invalidRequest(error, under);
  const path = errors[0]?.path ?? pathOf(under);
  const detail = errors.length === 1 ? (errors[0]?.message ?? '') : errors.map((each) => `${each.path}: ${each.message}`).join(' ');
  return { path: path.slice(0, LONGEST_PATH), reason: 'invalid-entry', detail: shortened(detail) };
}

function shortened(detail: string): string {
  if (detail.length <= LONGEST_DETAIL) return detail;
  return `${detail.slice(0, detail.lastIndexOf(' ', LONGEST_DETAIL - 2))} …`;
}

function pathOf([list, index]: readonly [string, number]): string {
  return `${list}[${index}]`;
}

function entriesOf<Entry>(read: readonly Read<Entry>[]): readonly Entry[] {
  return read.flatMap((each) => ('entry' in each ? [each.entry] : []));
}

function rejectionsOf<Entry>(read: readonly Read<Entry>[]): readonly Rejection[] {
  return read.flatMap((each) => ('rejection' in each ? [each.rejection] : []));
}
