import { ID_SHAPE, idOf, type SubscriptionId } from '#domain/ids.ts';
import type { Rejection } from '#domain/imports/import.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { AccessKind } from '#domain/subscriptions/subscription.ts';

/** A contact-center column: one licence kind of one subscription. */
type LicenceColumn = {
  readonly place: number;
  readonly subscriptionId: SubscriptionId;
  readonly kind: AccessKind;
  readonly suspended: boolean;
};

/** Where an export keeps what an import reads. */
export type ExportColumns = {
  readonly width: number;
  readonly email: number;
  readonly displayName?: number;
  readonly firstName?: number;
  readonly lastName?: number;
  readonly department?: number;
  readonly licences: readonly LicenceColumn[];
  /** Contact-center columns of which nothing can be known. */
  readonly rejected: readonly Rejection[];
};

/** The file as a whole is none that could be imported. */
export type UnreadableFile = {
  readonly reason: 'invalid-request';
  readonly errors: readonly { readonly path: string; readonly message: string }[];
};

const CONTACT_CENTER = /contact center.*(premium|standard)/i;

/** Reads an export's header: columns in any order, unknown ones left aside, stray spaces and case of no account. */
export function exportColumns(header: readonly string[]): Result<ExportColumns, UnreadableFile> {
  const titles = header.map((title) => title.trim().replace(/\s+/g, ' '));
  const email = placeOf(titles, /^user id\/e-?mail( \(required\))?$/i);
  if (email === undefined)
    return unreadable('The column "User ID/Email (Required)" is missing: send a Control Hub user export, separated by commas.');
  const read = titles.map((title, place) => readTitle(title, place));
  const licences = read.flatMap((each) => (each !== undefined && 'kind' in each ? [each] : []));
  const twice = firstTwice(licences);
  if (twice !== undefined) return unreadable(`The file has two columns for ${twice.kind} of ${twice.subscriptionId}; leave one out.`);
  return ok({
    width: header.length,
    email,
    ...namedColumns(titles),
    licences,
    rejected: read.flatMap((each) => (each !== undefined && 'reason' in each ? [each] : [])),
  });
}

/** The refusal of a file of which nothing can be imported. */
export function unreadable(message: string): { readonly ok: false; readonly refusal: UnreadableFile } {
  return refused({ reason: 'invalid-request', errors: [{ path: 'row 1', message }] });
}

function namedColumns(titles: readonly string[]): Pick<ExportColumns, 'displayName' | 'firstName' | 'lastName' | 'department'> {
  const displayName = placeOf(titles, /^display name$/i);
  const firstName = placeOf(titles, /^first name$/i);
  const lastName = placeOf(titles, /^last name$/i);
  const department = placeOf(titles, /^department$/i);
  return {
    ...(displayName !== undefined && { displayName }),
    ...(firstName !== undefined && { firstName }),
    ...(lastName !== undefined && { lastName }),
    ...(department !== undefined && { department }),
  };
}

function placeOf(titles: readonly string[], title: RegExp): number | undefined {
  const place = titles.findIndex((each) => title.test(each));
  return place < 0 ? undefined : place;
}

/** A contact-center column, why it cannot be one, or undefined for every other column. */
function readTitle(title: string, place: number): LicenceColumn | Rejection | undefined {
  const kind = CONTACT_CENTER.exec(title.split('[')[0] ?? '')?.[1]?.toLowerCase();
  if (kind === undefined) return undefined;
  const subscriptionId = /\[\s*(.+?)\s*\]/.exec(title)?.[1];
  if (subscriptionId === undefined || !ID_SHAPE.test(subscriptionId)) {
    const detail = `The contact-center column ${place + 1} names no subscription in brackets, so nobody's licence in it can be told. The other columns were read.`;
    return { row: 1, reason: 'column-without-subscription', detail };
  }
  return {
    place,
    subscriptionId: idOf.subscription(subscriptionId),
    kind: kind === 'premium' ? 'premium-agent' : 'standard-agent',
    suspended: /\(suspended\)/i.test(title),
  };
}

function firstTwice(licences: readonly LicenceColumn[]): LicenceColumn | undefined {
  const keys = licences.map(({ subscriptionId, kind }) => `${subscriptionId}#${kind}`);
  return licences.find((_, index) => keys.indexOf(keys[index] ?? '') < index);
}
