import * as z from 'zod';
import { byId, ID_SHAPE, idOf, type PersonId } from '#domain/ids.ts';
import type { FileRow, Rejection } from '#domain/imports/import.ts';
import type { ImportFile } from '#domain/imports/import-input.ts';
import { type Assignment, byAssignment } from '#domain/people/person.ts';
import { ok, type Result } from '#domain/result.ts';
import { type ExportColumns, exportColumns, type UnreadableFile, unreadable } from './control-hub-columns.ts';
import { type CsvRecord, csvRecords } from './records.ts';

/** More than Control Hub exports at once (20,000), and still one readable file. */
const MOST_LINES = 50_001;
const LONGEST_TEXT = 200;
const email = z.email();

/**
 * Reads a Control Hub user export. The person id is the lower-cased e-mail address. A broken row is rejected with its
 * line and the reason, and the rest is read; a file without the e-mail column, or without a header, is refused as a whole.
 */
export function readControlHubExport(text: string): Result<ImportFile, UnreadableFile> {
  const all = csvRecords(text, MOST_LINES);
  if (all === undefined) return unreadable(`The file has more than ${MOST_LINES} lines; send it in several files.`);
  const [header, ...records] = all;
  if (header?.cells === undefined)
    return unreadable('The file has no header with "User ID/Email (Required)": send a Control Hub user export.');
  const columns = exportColumns(header.cells);
  return columns.ok ? ok(fileOf(columns.value, records)) : columns;
}

function fileOf(columns: ExportColumns, records: readonly CsvRecord[]): ImportFile {
  const { licences } = columns;
  const firstRows = new Map<PersonId, number>();
  const read = records.map((record) => {
    const row = readRow(columns, record);
    return row.personId === undefined ? row : onlyOnce(row, firstRows);
  });
  return {
    from: 'file',
    columns: [...new Set(licences.map(({ subscriptionId }) => subscriptionId))].toSorted(byId),
    suspended: [...new Set(licences.filter(({ suspended }) => suspended).map(({ subscriptionId }) => subscriptionId))].toSorted(byId),
    rows: read.flatMap(({ row }) => (row === undefined ? [] : [row])),
    named: new Set(firstRows.keys()),
    rejected: [...columns.rejected, ...read.flatMap(({ rejection }) => (rejection === undefined ? [] : [rejection]))],
  };
}

/** What one record came to: a row or a rejection, and whom it names, as far as that could be read. */
type Read = { readonly line: number; readonly personId?: PersonId; readonly row?: FileRow; readonly rejection?: Rejection };

function readRow(columns: ExportColumns, { line, cells }: CsvRecord): Read {
  if (cells === undefined)
    return rejected(line, 'broken-quotes', 'A quotation mark in this row is not closed, or stands inside a cell; write it twice.');
  if (cells.length !== columns.width)
    return rejected(line, 'wrong-number-of-cells', `The row has ${cells.length} cells and the header has ${columns.width}.`);
  const address = (cells[columns.email] ?? '').trim();
  const personId = personIdOf(address);
  if (personId === undefined)
    return rejected(
      line,
      'invalid-email',
      'The e-mail address is missing, or not one of letters, digits and . _ - + that has at most 128 characters.',
    );
  const wrong = columns.licences.find(({ place }) => !/^(true|false)?$/i.test((cells[place] ?? '').trim()));
  if (wrong !== undefined)
    return {
      ...rejected(
        line,
        'invalid-value',
        `The column ${wrong.place + 1} (${wrong.kind} of ${wrong.subscriptionId}) must say TRUE, FALSE or nothing.`,
      ),
      personId,
    };
  return { line, personId, row: rowOf({ columns, cells, line, personId, address }) };
}

/** Of two rows of one person the first counts, also where it is broken: which one is right cannot be told. */
function onlyOnce(read: Read & { readonly personId?: PersonId }, firstRows: Map<PersonId, number>): Read {
  if (read.personId === undefined) return read;
  const first = firstRows.get(read.personId);
  firstRows.set(read.personId, first ?? read.line);
  return first === undefined ? read : rejected(read.line, 'duplicate-person', `The same person stands in row ${first} already.`);
}

function rejected(line: number, reason: string, detail: string): Read {
  return { line, rejection: { row: line, reason, detail } };
}

function personIdOf(address: string): PersonId | undefined {
  const id = address.toLowerCase();
  return ID_SHAPE.test(id) && email.safeParse(address).success ? idOf.person(id) : undefined;
}

type Readable = {
  readonly columns: ExportColumns;
  readonly cells: readonly string[];
  readonly line: number;
  readonly personId: PersonId;
  readonly address: string;
};

function rowOf({ columns, cells, line, personId, address }: Readable): FileRow {
  const text = (place: number | undefined) => (place === undefined ? '' : printable(cells[place] ?? ''));
  const department = text(columns.department);
  const wholeName = printable(`${text(columns.firstName)} ${text(columns.lastName)}`);
  return {
    row: line,
    personId,
    name: text(columns.displayName) || wholeName || address,
    email: address,
    ...(department !== '' && { department }),
    assignments: assignmentsIn(columns, cells),
  };
}

function assignmentsIn({ licences }: ExportColumns, cells: readonly string[]): readonly Assignment[] {
  return licences
    .filter(({ place }) => (cells[place] ?? '').trim().toLowerCase() === 'true')
    .map(({ subscriptionId, kind }) => ({ subscriptionId, kind }))
    .toSorted(byAssignment);
}

/** A text on one line, without control characters, as long as a name may be. */
function printable(text: string): string {
  const oneLine = text
    .replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  // Not in the middle of a character that takes two code units.
  return oneLine
    .slice(0, LONGEST_TEXT)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}
