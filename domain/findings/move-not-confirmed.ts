import { OPEN_END } from '../days/day.ts';
import type { SubscriptionId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import { expectedEnd } from '../subscriptions/status.ts';
import type { Finding } from './finding.ts';
import { concerning, type Overview } from './overview.ts';
import { severityBefore } from './severity.ts';

/**
 * R1. People whose move away from a subscription waits for Control Hub: they stay at risk until an import shows it or somebody
 * confirms it. It keeps the old subscription's ladder, so it is dated by its end; where none is expected there is no date.
 */
export function moveNotConfirmed({ subscriptions, standings, today }: Overview): readonly Finding[] {
  const moving = standings.map(({ person }) => person).filter((person) => person.moving !== undefined);
  return subscriptions.flatMap((subscription) => {
    const { subscriptionId } = subscription;
    const people = moving.filter((person) => isLeaving(person, subscriptionId));
    if (people.length === 0) return [];
    const end = expectedEnd(subscription, today);
    const on = end === OPEN_END ? undefined : end;
    return [
      {
        kind: 'move-not-confirmed',
        severity: severityBefore(on, today),
        subject: { subscriptionId },
        ...(on !== undefined && { on }),
        ...concerning(people),
      },
    ];
  });
}

function isLeaving({ moving }: Person, subscriptionId: SubscriptionId): boolean {
  return moving?.moves.some(({ from }) => from.subscriptionId === subscriptionId) ?? false;
}
