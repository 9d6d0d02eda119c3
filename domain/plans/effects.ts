import { horizonsFrom, subscriptionsById } from '../coverage/covered-through.ts';
import { type Day, earliestOf } from '../days/day.ts';
import { findingsIn } from '../findings/find-all.ts';
import { type Finding, subjectKey } from '../findings/finding.ts';
import { type Overview, overviewInOrder } from '../findings/overview.ts';
import type { Person } from '../people/person.ts';
import { assignmentsAfter } from '../reassignments/move-person.ts';
import type { Departure } from './departure.ts';
import { payerEffects } from './payer-effects.ts';
import type { Effects, Move } from './plan.ts';
import { seatEffects } from './seat-effects.ts';

type Asked = {
  readonly departure: Departure;
  readonly moves: readonly Move[];
  /** Everybody who moves, in the order of P4. */
  readonly people: readonly Person[];
};

/**
 * P7. What a plan changes, shown before acting: the same rules, asked about the tenant as it is and as it would be.
 *
 * @example Moving 22 people from Sales to Service: they have access until 31 May 2029 instead of 31 December 2026; Service has
 * 3 seats left; from 1 January 2027 Service is primary, 15 agents are committed instead of 25, and with 27 used 12 are overage.
 */
export function effectsOf({ departure, moves, people }: Asked): Effects {
  const { source, overview, findings } = departure;
  const { picture, held, today } = overview;
  const moved = arrived(people, moves);
  const after = findingsIn(overviewAfter(overview, moved));
  return {
    ...horizons({ overview, people, moved }),
    ...payerEffects({ picture, source, today }),
    seats: seatEffects({ subscriptions: picture.subscriptions, moves, people, held }),
    findingsSolved: without(findings, after),
    findingsCreated: without(after, findings),
  };
}

/** Those who move when they have arrived, whatever still has to happen in Control Hub for that. Both lists are in the order of P4. */
function arrived(people: readonly Person[], moves: readonly Move[]): readonly Person[] {
  let next = 0;
  return people.map((person) => {
    let { assignments } = person;
    for (let move = moves[next]; move?.personId === person.personId; move = moves[next]) {
      assignments = assignmentsAfter(assignments, move);
      next += 1;
    }
    return { ...person, assignments };
  });
}

/** The tenant when they have arrived: they keep their places in the order. */
function overviewAfter({ picture, people, today }: Overview, moved: readonly Person[]): Overview {
  let next = 0;
  const after = people.map((person) => {
    const other = moved[next];
    if (other?.personId !== person.personId) return person;
    next += 1;
    return other;
  });
  return overviewInOrder({ picture: { ...picture, people: after }, people: after, today });
}

type Horizons = { readonly overview: Overview; readonly people: readonly Person[]; readonly moved: readonly Person[] };

/** D8. The earliest last day of access of those who move, before and after; absent where it is open-ended. */
function horizons({ overview: { picture, today }, people, moved }: Horizons): Pick<Effects, 'horizonBefore' | 'horizonAfter'> {
  const horizonOf = horizonsFrom({ subscriptions: subscriptionsById(picture.subscriptions), today });
  const earliest = (those: readonly Person[]) => {
    const lastDays = new Set<Day>();
    for (const person of those) {
      const horizon = horizonOf(person);
      if (horizon.coverage === 'until') lastDays.add(horizon.coveredThrough);
    }
    return earliestOf([...lastDays]);
  };
  const [horizonBefore, horizonAfter] = [earliest(people), earliest(moved)];
  return { ...(horizonBefore !== undefined && { horizonBefore }), ...(horizonAfter !== undefined && { horizonAfter }) };
}

/** Findings of the one list whose matter, kind and subject, is not in the other. */
function without(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const matter = ({ kind, subject }: Finding) => `${kind} ${subjectKey(subject)}`;
  const known = new Set(others.map(matter));
  return findings.filter((finding) => !known.has(matter(finding)));
}
