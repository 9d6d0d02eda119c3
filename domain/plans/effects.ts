import { horizonsFrom, subscriptionsById } from '../coverage/covered-through.ts';
import { type Day, earliestOf } from '../days/day.ts';
import { findingsOf } from '../findings/find-all.ts';
import { type Finding, subjectKey } from '../findings/finding.ts';
import type { PersonId } from '../ids.ts';
import { primaryOn } from '../liability/primary.ts';
import type { Person } from '../people/person.ts';
import { assignmentsAfter } from '../reassignments/move-person.ts';
import type { HeldSeats } from '../subscriptions/seats.ts';
import { endsOn, endToLeaveBy, expectedEnd } from '../subscriptions/status.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { TenantPicture } from '../tenants/picture.ts';
import type { Effects, Move } from './plan.ts';
import { seatEffects } from './seat-effects.ts';

type Asked = {
  readonly picture: TenantPicture;
  readonly source: Subscription;
  readonly moves: readonly Move[];
  /** Everybody who moves. */
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly held: HeldSeats;
  readonly today: Day;
};

/** P7. What a plan changes, shown before acting: the same rules, asked about the tenant as it is and as it would be. */
export function effectsOf({ picture, source, moves, people, held, today }: Asked): Effects {
  const after = pictureAfter(picture, moves);
  const findings = { before: findingsOf({ picture, today }), after: findingsOf({ picture: after, today }) };
  return {
    ...horizons({ before: picture, after, people, today }),
    ...primaries({ picture, source, today }),
    seats: seatEffects({ subscriptions: picture.subscriptions, moves, people, held }),
    findingsSolved: without(findings.before, findings.after),
    findingsCreated: without(findings.after, findings.before),
  };
}

/** The tenant when everybody has arrived, whatever still has to happen in Control Hub for that. */
function pictureAfter(picture: TenantPicture, moves: readonly Move[]): TenantPicture {
  const movesOf = Map.groupBy(moves, ({ personId }) => personId);
  const people = picture.people.map((person) => {
    const own = movesOf.get(person.personId);
    return own === undefined ? person : { ...person, assignments: own.reduce(assignmentsAfter, person.assignments) };
  });
  return { ...picture, people };
}

type BeforeAndAfter = { readonly before: TenantPicture; readonly after: TenantPicture } & Pick<Asked, 'people' | 'today'>;

/** D8. The earliest last day of access of those who move, before and after; absent where it is open-ended. */
function horizons({ before, after, people: moved, today }: BeforeAndAfter): Pick<Effects, 'horizonBefore' | 'horizonAfter'> {
  const earliest = ({ subscriptions, people }: TenantPicture) => {
    const horizonOf = horizonsFrom({ subscriptions: subscriptionsById(subscriptions), today });
    const lastDays = new Set<Day>();
    for (const person of people) {
      const horizon = moved.has(person.personId) ? horizonOf(person) : undefined;
      if (horizon?.coverage === 'until') lastDays.add(horizon.coveredThrough);
    }
    return earliestOf([...lastDays]);
  };
  const [horizonBefore, horizonAfter] = [earliest(before), earliest(after)];
  return { ...(horizonBefore !== undefined && { horizonBefore }), ...(horizonAfter !== undefined && { horizonAfter }) };
}

type Primaries = Pick<Effects, 'primaryBefore' | 'primaryAfter' | 'primaryChangesOn'>;

/** D14, D15. The primary now and on the day the source ends, and the first day until then on which it is another one. */
function primaries({ picture, source, today }: Pick<Asked, 'picture' | 'source' | 'today'>): Primaries {
  const onDay = (day: Day) => primaryOn({ day, today, picture })?.subscriptionId;
  const end = endToLeaveBy(source, today);
  const lastDay = end === undefined || end < today ? today : end;
  const [primaryBefore, primaryAfter] = [onDay(today), onDay(lastDay)];
  const turns = picture.subscriptions.flatMap((each) => [each.terms?.startsOn, endsOn(each), expectedEnd(each, today)]);
  const ahead = [...turns, lastDay].filter((day) => day !== undefined && day > today && day <= lastDay);
  const primaryChangesOn = earliestOf(ahead.filter((day) => day !== undefined && onDay(day) !== primaryBefore));
  return {
    ...(primaryBefore !== undefined && { primaryBefore }),
    ...(primaryAfter !== undefined && { primaryAfter }),
    ...(primaryChangesOn !== undefined && { primaryChangesOn }),
  };
}

/** Findings of the one list whose matter, kind and subject, is not in the other. */
function without(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const matter = ({ kind, subject }: Finding) => `${kind} ${subjectKey(subject)}`;
  const known = new Set(others.map(matter));
  return findings.filter((finding) => !known.has(matter(finding)));
}
