import type { FindingKind } from '../findings/finding.ts';
import type { Language } from '../tenants/tenant.ts';
import type { Matter } from './message.ts';
import { ADVICE } from './texts/advice.ts';
import { FACTS } from './texts/facts.ts';
import { HEADLINES } from './texts/headlines.ts';

/** A finding in sentences, for a message or a page. */
export type MatterDescription = {
  /** `Critical`, `Warning` or `Note`. */
  readonly severity: string;
  readonly headline: string;
  /** What people lose, what becomes of the primary, seats and the like: one sentence each, perhaps none. */
  readonly facts: readonly string[];
  /** What to do about it. */
  readonly advice: string;
};

/** Kinds whose people will lose access, or have lost it. */
const TAKES_ACCESS: Readonly<Partial<Record<FindingKind, 'losing' | 'lost'>>> = {
  'access-ends': 'losing',
  'move-not-confirmed': 'losing',
  // Nobody knows whether it was renewed: what is lost is said, not that it is.
  'renewal-unconfirmed': 'losing',
  stranded: 'lost',
};

/** A1. What people read about one finding. Names in it are used as they are: make them plain text first. */
export function describeMatter(matter: Matter, language: Language): MatterDescription {
  const { severities, kinds } = HEADLINES[language];
  return {
    severity: severities[matter.severity],
    headline: kinds[matter.kind].full(matter),
    facts: factsOf(matter, language),
    advice: ADVICE[language][matter.kind],
  };
}

function factsOf(matter: Matter, language: Language): readonly string[] {
  const facts = FACTS[language];
  const takes = TAKES_ACCESS[matter.kind];
  return [
    ...(matter.escalated ? [facts.escalated] : []),
    ...(takes === undefined || matter.people === 0 ? [] : [facts[takes](matter)]),
    ...(matter.telephony === undefined ? [] : [facts.telephony(matter.telephony)]),
    ...(matter.gap === undefined || matter.kind === 'coverage-gap' ? [] : [facts.gap(matter.gap)]),
    ...(matter.kinds === undefined ? [] : [facts.kinds(matter.kinds)]),
    ...(matter.seats ?? []).map(facts.seats),
    ...(matter.primary === undefined ? [] : [facts[hasCome(matter) ? 'primaryNow' : 'primary'](matter.primary)]),
    ...(matter.cliffs ?? []).map(facts[hasCome(matter) ? 'cliffNow' : 'cliff']),
    ...(matter.moveOn === undefined ? [] : [facts.moveOn(matter.moveOn)]),
  ];
}

function hasCome({ daysLeft }: Matter): boolean {
  return daysLeft !== undefined && daysLeft <= 0;
}
