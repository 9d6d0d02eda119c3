import type { Effects, Review, UsageType } from './answers.ts';
import { nameOf } from './name-of.ts';
import { dayText, type Spoken } from './texts.ts';

/** D18. Whoever pays for these is the primary, of which there is a sentence already. */
const OF_THE_PRIMARY: readonly UsageType[] = ['agents', 'ivr', 'connect'];

/**
 * P7. What the end of the subscription does to who pays: the primary, who is charged for what, and what is committed less. It does
 * so whichever plan is chosen, and is said once, beneath all of them.
 */
export function payerNotes(spoken: Spoken, review: Review): readonly string[] {
  const effects = review.plans[0]?.effects;
  return effects === undefined
    ? []
    : [...primaryNote(spoken, review, effects), ...liabilityNotes(spoken, review, effects), ...cliffNotes(spoken, review, effects)];
}

function primaryNote({ texts, language }: Spoken, review: Review, effects: Effects): readonly string[] {
  const { primaryBefore, primaryAfter, primaryChangesOn } = effects;
  if (primaryBefore === undefined || primaryChangesOn === undefined) return [];
  return [texts.primary(nameOf(review, primaryBefore), named(review, primaryAfter), dayText(primaryChangesOn, language))];
}

function liabilityNotes({ texts, language }: Spoken, review: Review, { liability }: Effects): readonly string[] {
  return liability
    .filter(({ type }) => !OF_THE_PRIMARY.includes(type))
    .map(({ type, before, after, on }) =>
      texts.liable({
        type: texts.usageTypes[type],
        before: named(review, before),
        after: named(review, after),
        on: dayText(on, language),
      }),
    );
}

function cliffNotes({ texts, language }: Spoken, review: Review, { cliffs }: Effects): readonly string[] {
  return cliffs.map(({ type, on, used, overage = 0, paidBy, ...sums }) => {
    const falls = texts.falls({ type: texts.usageTypes[type], on: dayText(on, language), ...sums });
    return used === undefined ? falls : `${falls} ${texts.usedLast({ used, overage, paidBy: named(review, paidBy) })}`;
  });
}

function named(review: Review, subscriptionId: string | undefined): string | undefined {
  return subscriptionId === undefined ? undefined : nameOf(review, subscriptionId);
}
