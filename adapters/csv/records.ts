import { parse } from 'csv-parse/sync';

/** One record of a CSV file and the line it begins on; without cells where its quotes cannot be read. */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] | undefined };

/** No cell of an export goes over more lines: beyond that a quote was opened by mistake. */
const LINES_PER_RECORD = 20;

/**
 * The records of a CSV text (RFC 4180, LF and CRLF, with or without a byte order mark). Blank lines are skipped but
 * counted. A row with broken quotes is one unreadable record: it does not take the rows after it along. Undefined when the
 * text has more lines than are read at once.
 */
export function csvRecords(text: string, mostLines: number): readonly CsvRecord[] | undefined {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/, mostLines + 1);
  if (lines.length > mostLines) return undefined;
  const records: CsvRecord[] = [];
  for (let index = 0; index < lines.length; ) {
    const { cells, taken } = recordAt({ lines, index, width: records[0]?.cells?.length });
    if (cells === undefined || cells.some((cell) => cell.trim() !== '')) records.push({ line: index + 1, cells });
    index += taken;
  }
  return records;
}

type Place = { readonly lines: readonly string[]; readonly index: number; readonly width: number | undefined };

/** The record that begins on a line: that line, or with an open quote as many as close it and give a full row. */
function recordAt({ lines, index, width }: Place): { readonly cells: readonly string[] | undefined; readonly taken: number } {
  const first = lines[index] ?? '';
  if (!hasOpenQuote(first)) return { cells: cellsOf(first), taken: 1 };
  for (let taken = 2; taken <= LINES_PER_RECORD && index + taken <= lines.length; taken += 1) {
    const joined = lines.slice(index, index + taken).join('\n');
    const cells = hasOpenQuote(joined) ? undefined : cellsOf(joined);
    if (cells !== undefined && (width === undefined || cells.length === width)) return { cells, taken };
  }
  return { cells: undefined, taken: 1 };
}

function hasOpenQuote(text: string): boolean {
  return text.split('"').length % 2 === 0;
}

/** The cells of one record; undefined where a quote stands in the wrong place. Without quotes the commas say it all. */
function cellsOf(record: string): readonly string[] | undefined {
  if (!record.includes('"')) return record.split(',');
  let broken = false;
  const note = () => {
    broken = true;
    return undefined;
  };
  const rows: string[][] = parse(record, {
    record_delimiter: '\r\n',
    relax_column_count: true,
    skip_records_with_error: true,
    on_skip: note,
  });
  return broken ? undefined : rows[0];
}
