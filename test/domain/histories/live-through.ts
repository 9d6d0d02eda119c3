import { nextCheckAt } from '#domain/checks/next-check-at.ts';
import { standingsOf } from '#domain/coverage/standing.ts';
import { addDays, type Day } from '#domain/days/day.ts';
import { dayIn, type Instant, momentOf } from '#domain/days/instant.ts';
import { findingsOf } from '#domain/findings/find-all.ts';
import { type Finding, subjectKey } from '#domain/findings/finding.ts';
import { liableOn } from '#domain/liability/liable.ts';
import { committedOn, overageOf } from '#domain/liability/overage.ts';
import { primaryOn } from '#domain/liability/primary.ts';
import { USAGE_TYPES } from '#domain/liability/usage.ts';
import type { TenantPicture } from '#domain/tenants/picture.ts';
import { aWatch } from '#test/support/watch.ts';
import { pictureOf } from './facts.ts';
import { factsOn, type History } from './read-history.ts';

/** Lives through a history morning by morning, and writes down what came of it, as the files write it. */
export function livedThrough(history: History): readonly string[] {
  const mornings = morningsOf(history);
  const days = mornings.map(({ day }) => day);
  const pictures = picturesOf(history);
  const seenOn = (day: Day) => ({ picture: pictures(day), today: day });
  const payers = segments(days, (day) => overages(seenOn(day)));
  return [
    'Primary',
    ...segments(days, (day) => [primaryOn({ ...seenOn(day), day })?.name ?? 'none']),
    ...(payers.length === 0 ? [] : ['Paid', ...payers]),
    'Access',
    ...segments(days, (day) => standings(seenOn(day))),
    'Found',
    ...segments(days, (day) => findingsOf(seenOn(day)).map(findingLine)),
    'Told',
    ...toldLines(history, mornings, (day) => seenOn(day).picture),
    ...clockLines(mornings, history),
  ];
}

/** The tenant as it is on a day, made once for all days between two changes. */
function picturesOf(history: History): (day: Day) => TenantPicture {
  const made = new Map<number, TenantPicture>();
  return (day) => {
    const changes = history.events.filter(({ on }) => on <= day).length;
    const picture = made.get(changes) ?? pictureOf(factsOn(history, day));
    made.set(changes, picture);
    return picture;
  };
}

type Morning = { readonly day: Day; readonly at: Instant };

/** C2. Every alert hour of the tenant, as the check itself finds the next one from the one before. */
function morningsOf({ from, to, begin: { timeZone, alertHour } }: History): readonly Morning[] {
  const mornings: Morning[] = [];
  let at = nextCheckAt({ after: momentOf({ day: addDays(from, -1), hour: 23, timeZone }), alertHour, timeZone });
  for (let day = dayIn(timeZone, at); day <= to; day = dayIn(timeZone, at)) {
    mornings.push({ day, at });
    at = nextCheckAt({ after: at, alertHour, timeZone });
  }
  return mornings;
}

/** Lines that hold for days on end, each with its first and its last day; in order of first day, then as they were written. */
function segments(days: readonly Day[], linesOn: (day: Day) => readonly string[]): readonly string[] {
  const open = new Map<string, { readonly from: Day; to: Day }>();
  const closed: { readonly from: Day; readonly to: Day; readonly line: string }[] = [];
  const close = (line: string, { from, to }: { readonly from: Day; readonly to: Day }) => {
    closed.push({ from, to, line });
    open.delete(line);
  };
  for (const day of days) {
    const lines = new Set(linesOn(day));
    for (const [line, span] of [...open]) if (!lines.has(line)) close(line, span);
    for (const line of lines) open.set(line, { from: open.get(line)?.from ?? day, to: day });
  }
  for (const [line, span] of [...open]) close(line, span);
  return closed.map(({ from, to, line }) => `  ${from} to ${to}  ${line}`).toSorted();
}

type Seen = { readonly picture: TenantPicture; readonly today: Day };

function standings(seen: Seen): readonly string[] {
  const all = standingsOf(seen);
  return (['covered', 'stranded', 'waiting', 'unassigned'] as const).flatMap((standing) => {
    const names = all.filter((each) => each.standing.standing === standing).map(({ person }) => person.name);
    return names.length === 0 ? [] : [`${standing}: ${names.toSorted().join(', ')}`];
  });
}

function overages({ picture, today }: Seen): readonly string[] {
  const seen = { picture, today, day: today };
  return USAGE_TYPES.flatMap((type) => {
    const used = picture.usage?.used[type];
    const committed = committedOn(type, seen);
    if (used === undefined) return [];
    const payer = liableOn(type, seen)?.name ?? 'nobody';
    return [`${type}: ${used} used, ${committed} committed, ${overageOf({ used, committed })} over, paid by ${payer}`];
  });
}

function findingLine(finding: Finding): string {
  const on = 'on' in finding && finding.on !== undefined ? ` on ${finding.on}` : '';
  const people = 'people' in finding && finding.people.length > 0 ? ` (${finding.people.toSorted().join(', ')})` : '';
  return `${finding.severity} ${matterIn({ kind: finding.kind, subject: subjectKey(finding.subject) })}${on}${people}`;
}

function matterIn({ kind, subject }: { readonly kind: string; readonly subject: string }): string {
  const words = kind.replaceAll('-', ' ');
  return subject === subjectKey('tenant') ? words : `${words}: ${subject}`;
}

function toldLines({ unchecked }: History, mornings: readonly Morning[], pictureOn: (day: Day) => TenantPicture): readonly string[] {
  const watch = aWatch();
  return mornings
    .filter(({ day }) => !unchecked.some(({ from, to }) => from <= day && day <= to))
    .flatMap(({ day }) => watch.check(pictureOn(day), day).email.map((line) => `  ${day}  ${toldLine(line)}`));
}

/** From `access-ends Sub1 30` or `solved access-ends Sub1`. */
function toldLine(line: string): string {
  const [first = '', second = '', third = ''] = line.split(' ');
  if (first === 'solved') return `solved    ${matterIn({ kind: second, subject: third })}`;
  const step = third === 'once' ? 'once' : `step ${third}`;
  return `${step.padEnd(8)}  ${matterIn({ kind: first, subject: second })}`;
}

/** When the mornings of the days named are, in UTC. */
function clockLines(mornings: readonly Morning[], { expected }: History): readonly string[] {
  const place = expected.indexOf('Mornings');
  if (place < 0) return [];
  const named = expected.slice(place + 1).map((line) => line.trim().split(' ')[0]);
  return [
    'Mornings',
    ...mornings.filter(({ day }) => named.includes(day)).map(({ day, at }) => `  ${day}  ${at.slice(0, 10)} ${at.slice(11, 16)} UTC`),
  ];
}
