import type { Channel, Language, Offer, Refusal, UsageType } from './answers.ts';
import { german } from './texts-de.ts';
import { english } from './texts-en.ts';

/** Everything the page says. A text that one language lacks does not compile. */
export type Texts = {
  readonly title: string;
  readonly intro: string;
  readonly review: string;
  readonly reviewing: string;
  readonly noKeyTitle: string;
  readonly noKey: string;
  readonly askFresh: string;
  readonly freshAsked: string;
  readonly notFoundTitle: string;
  readonly notFound: string;
  readonly closedTitle: string;
  readonly closed: string;
  readonly offline: string;
  readonly failed: string;
  readonly tryAgain: string;
  readonly problems: Readonly<Record<Refusal, string>>;
  readonly ends: (name: string, on: string, days: number) => string;
  readonly ended: (name: string, on: string) => string;
  readonly unknownEnd: (name: string) => string;
  readonly holders: (people: number, admins: number) => string;
  readonly atRisk: string;
  readonly alreadyLost: string;
  readonly nobodyLeft: string;
  readonly whoMoves: (people: number) => string;
  readonly admin: string;
  readonly more: (people: number) => string;
  readonly choose: string;
  readonly bestFit: string;
  readonly everybodyTo: (name: string) => string;
  readonly fits: (placed: number, all: number) => string;
  readonly seatsIn: (name: string, kind: string, seats: number) => string;
  readonly freeAfterwards: (seats: string) => string;
  readonly noCommitment: (name: string, kind: string) => string;
  readonly keepsAccess: (until: string | undefined) => string;
  readonly primary: (before: string, after: string | undefined, on: string) => string;
  /** Who is charged for a usage type; undefined: nobody, since no subscription includes it. */
  readonly liable: (change: {
    readonly type: string;
    readonly before: string | undefined;
    readonly after: string | undefined;
    readonly on: string;
  }) => string;
  readonly falls: (cliff: { readonly type: string; readonly on: string; readonly before: number; readonly after: number }) => string;
  readonly usedLast: (use: { readonly used: number; readonly overage: number; readonly paidBy: string | undefined }) => string;
  readonly usageTypes: Readonly<Record<UsageType, string>>;
  readonly unplaced: (people: number) => string;
  readonly buy: (quantity: number, kind: string) => string;
  readonly nobodyPlaced: string;
  readonly otherSubscriptions: string;
  readonly reasons: Readonly<Record<string, string>>;
  readonly startsOn: (day: string) => string;
  readonly followUps: string;
  readonly followUpItems: readonly string[];
  readonly nothingYet: string;
  readonly confirm: (people: number) => string;
  readonly confirmFile: (people: number) => string;
  readonly afterConfirming: string;
  readonly afterConfirmingFile: string;
  readonly confirmChoice: string;
  /** L9. What stands around the field for a code. */
  readonly code: {
    readonly title: string;
    readonly label: string;
    readonly sent: (by: Channel) => string;
    readonly wrong: (triesLeft: number) => string;
    readonly over: (by: Channel) => string;
    readonly usedUp: (until: string) => string;
    readonly allSent: (by: Channel, until: string) => string;
    readonly oneChannel: string;
    readonly sixDigits: string;
    readonly again: string;
  };
  readonly changed: string;
  readonly started: string;
  readonly snooze: {
    readonly title: string;
    readonly means: string;
    readonly reason: string;
    readonly until: string;
    readonly act: string;
    readonly sayWhy: string;
    readonly otherDay: string;
    readonly done: (day: string) => string;
  };
  readonly passOn: {
    readonly title: string;
    readonly means: string;
    readonly tick: string;
    readonly act: string;
    readonly done: (admins: number) => string;
  };
  readonly renewedTitle: string;
  readonly renewedLabel: string;
  readonly renewed: string;
  readonly renewedThanks: (day: string) => string;
  readonly pickDay: string;
  readonly laterDay: string;
  readonly startedBy: (name: string, at: string) => string;
  readonly cancelledBy: (name: string) => string;
  readonly undoneBy: (name: string) => string;
  readonly progress: (done: number, all: number) => string;
  readonly progressBack: (done: number, all: number) => string;
  readonly statuses: Readonly<Record<string, string>>;
  readonly outcomes: Readonly<Record<string, (people: number) => string>>;
  /** Who stays moved although the run was undone. */
  readonly notBack: (people: number) => string;
  /** What may be done with a run: what it means, what is ticked first, the button, and what is said then. */
  readonly offers: Readonly<
    Record<Offer, { readonly title: string; readonly means: string; readonly tick: string; readonly act: string; readonly asked: string }>
  >;
  readonly controlHub: string;
  readonly controlHubBack: string;
  readonly download: (part: number, parts: number) => string;
  readonly importedAll: string;
  readonly imported: string;
  readonly importedThanks: string;
  readonly kinds: Readonly<Record<string, string>>;
};

/** A language, and what is said in it. */
export type Spoken = { readonly language: Language; readonly texts: Texts };

/** The texts of a language. */
export function textsIn(language: Language): Texts {
  return language === 'de' ? german : english;
}

/** The language to begin in, before the recipient's own is known. */
export function browserLanguage(): Language {
  return navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en';
}

/** The messages and the page write days alike: day, month, year. */
const LOCALES = { en: 'en-GB', de: 'de-DE' } as const satisfies Record<Language, string>;

/** A calendar day as people of that language write it: days have no time and no zone. */
export function dayText(day: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
}

/** A moment, in the reader's own zone. */
export function momentText(moment: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment));
}
