import { type Day, daysBetween } from '#domain/days/day.ts';
import { dayIn, type Instant, momentOf, secondsAfter } from '#domain/days/instant.ts';
import type { InboxItem } from '#local/inbox/inbox.ts';

/** One message as its reader sees it: in an e-mail a line for each matter, what is solved and the Monday line. */
export type Told = {
  readonly day: Day;
  readonly when: 'morning' | 'at once';
  readonly recipient: string;
  readonly channel: 'e-mail' | 'SMS';
  readonly lines: readonly string[];
};

type Calendar = { readonly timeZone: string; readonly alertHour: number };

const RULE = `\n\n${'-'.repeat(40)}\n\n`;
const AN_HOUR = 60 * 60;

/** What was told by a message, and when. `morning` is the hour that begins with the tenant's alert hour. */
export function toldBy({ at, recipient, channel, ...message }: InboxItem & { readonly at: Instant }, calendar: Calendar): Told {
  const day = dayIn(calendar.timeZone, at);
  const morning = momentOf({ day, hour: calendar.alertHour, timeZone: calendar.timeZone });
  const when = at >= morning && at < secondsAfter(morning, AN_HOUR) ? 'morning' : 'at once';
  return { day, when, recipient, channel: channel === 'email' ? 'e-mail' : 'SMS', lines: linesOf(message) };
}

/** Of a digest what it tells, of any other e-mail its subject, of an SMS everything but the address of its link. */
function linesOf({ subject, body }: Pick<InboxItem, 'subject' | 'body'>): readonly string[] {
  if (subject === undefined) return [body.replace(/http\S+/, '(link)')];
  const [, ...sections] = body.split(RULE);
  return sections.length === 0 ? [subject] : sections.flatMap(sectionLines);
}

function sectionLines(section: string): readonly string[] {
  const [first = '', second = '', ...others] = section.split('\n');
  if (first === 'SOLVED') return [second, ...others].map((sentence) => `SOLVED ${sentence}`);
  if (first === 'CRITICAL' || first === 'WARNING') return [`${first} ${second}`];
  if (first.startsWith('You get this message because')) return others.filter((line) => line.startsWith('Watching '));
  return section.split('\n');
}

/**
 * Everything that was told, in order, as a table that people can read: the number of the day, the day, whether it was the morning's
 * or said at once, to whom, by what. Recipients who read the same share a line.
 */
export function storyTable(told: readonly Told[], firstDay: Day): string {
  const groups = Map.groupBy(told, ({ day, when, channel, lines }) => JSON.stringify([day, when, channel, lines]));
  const rows = [...groups.values()].flatMap(([first, ...others]) => (first === undefined ? [] : [{ first, all: [first, ...others] }]));
  const ordered = rows.toSorted((left, right) => (orderOf(left.first) < orderOf(right.first) ? -1 : 1));
  return ordered.map(({ first, all }) => rowOf({ ...first, recipient: recipientsOf(all) }, firstDay)).join('\n');
}

/** The table in a text, without what only explains it. */
export function tableIn(text: string): string {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.join('\n');
}

/** Within a part of a day by channel and text: which of two messages arrives first is chance. */
function orderOf({ day, when, channel, lines }: Told): string {
  return [day, when === 'morning' ? 0 : 1, channel, ...lines].join('|');
}

function recipientsOf(told: readonly Told[]): string {
  const recipients = told.map(({ recipient }) => recipient);
  return recipients.toSorted().join(', ');
}

const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

function rowOf({ day, when, recipient, channel, lines }: Told, firstDay: Day): string {
  const number = String(daysBetween({ from: firstDay, to: day }) + 1).padStart(3);
  const noon = Date.parse(`${day}T12:00:00Z`);
  const date = `${WEEKDAY.format(noon)} ${String(Number(day.slice(-2))).padStart(2)} ${MONTH.format(noon)}`;
  const head = [number, date, when, recipient.padEnd(16), channel.padEnd(6), ''].join('  ');
  return lines.map((line, place) => `${place === 0 ? head : ' '.repeat(head.length)}${line}`).join('\n');
}
