import { type Day, dayOf, OPEN_END } from '#domain/days/day.ts';
import { applied, type Facts, NOTHING_YET } from './facts.ts';

/** A change in the tenant, and the day before whose morning check it is entered. */
type Event = { readonly on: Day; readonly sentence: string };

/** One tenant over a year, as its block in a `.txt` file tells it. */
export type History = {
  readonly title: string;
  readonly from: Day;
  readonly to: Day;
  /** The tenant as it is on the first day. */
  readonly begin: Facts;
  readonly events: readonly Event[];
  /** Days without a check: an outage. */
  readonly unchecked: readonly { readonly from: Day; readonly to: Day }[];
  /** What must come of it: the lines from `Primary` on, without comments. */
  readonly expected: readonly string[];
};

const FIRST_EXPECTED = 'Primary';

/** Every history of a file: each begins with `## `; lines with `#` explain and count for nothing. */
export function historiesIn(text: string): readonly History[] {
  return text.split(/^## /m).slice(1).map(readHistory);
}

function readHistory(block: string): History {
  const [title = '', ...rest] = block.split('\n');
  const lines = rest.map((line) => line.trimEnd()).filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  const place = lines.indexOf(FIRST_EXPECTED);
  if (place < 0) throw new Error(`The history "${title}" has no line "${FIRST_EXPECTED}".`);
  const told = lines.slice(0, place);
  const year = told.map((line) => /^From (\S+) to (\S+) in (\S+)\.$/.exec(line)).find((found) => found !== null);
  if (year === undefined) throw new Error(`The history "${title}" does not say "From … to … in …."`);
  const [, from = '', to = '', timeZone = ''] = year;
  const events = told.flatMap(eventOf);
  return {
    title,
    from: dayOf(from),
    to: dayOf(to),
    begin: told.filter((line) => isFact(line)).reduce(applied, { ...NOTHING_YET, timeZone }),
    events,
    unchecked: told.flatMap(outageOf),
    expected: lines.slice(place),
  };
}

function isFact(line: string): boolean {
  return !/^(From|On|No check from) /.test(line);
}

function eventOf(line: string): readonly Event[] {
  const [, on, sentence] = /^On (\S+): (.*)$/.exec(line) ?? [];
  return on === undefined || sentence === undefined ? [] : [{ on: dayOf(on), sentence }];
}

function outageOf(line: string): History['unchecked'] {
  const [, from, to] = /^No check from (\S+) to (\S+)\.$/.exec(line) ?? [];
  return from === undefined || to === undefined ? [] : [{ from: dayOf(from), to: dayOf(to) }];
}

/** The tenant as it is on a day, with everything that was entered until then. */
export function factsOn({ begin, events }: History, day: Day = OPEN_END): Facts {
  return events.filter(({ on }) => on <= day).reduce((facts, { sentence }) => applied(facts, sentence), begin);
}
