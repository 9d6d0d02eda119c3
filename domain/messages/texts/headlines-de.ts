import type { Matter } from '../message.ts';
import type { Headlines } from './headlines.ts';
import { notesDe } from './notes-de.ts';
import { wordsDe } from './words-de.ts';

const { counted, form, named, quoted, when, who } = wordsDe;

const name = ({ subscription }: Matter) => quoted(subscription?.name ?? 'Subscription');
const people = (matter: Matter) => counted(matter.people, { one: 'Person', other: 'Personen' });
const lose = ({ people }: Matter) => form(people, { one: 'verliert', other: 'verlieren' });
const have = ({ people }: Matter) => form(people, { one: 'hat', other: 'haben' });

/** German: what is the matter, in one sentence. */
export const headlinesDe: Headlines = {
  severities: { critical: 'Kritisch', warning: 'Warnung', info: 'Hinweis' },
  kinds: {
    'access-ends': {
      brief: (matter, soon) => `${name(matter)} endet${soon}: ${who(matter)} ${lose(matter)} den Zugang`,
      full: (matter) => `Die Subscription ${named(matter.subscription)} endet${when(matter)}: ${who(matter)} ${lose(matter)} den Zugang.`,
    },
    'renewal-ahead': {
      brief: (matter, soon) => `${name(matter)} soll sich${soon} verlängern`,
      full: (matter) =>
        `Die Subscription ${named(matter.subscription)} soll sich automatisch verlängern${after(':', matter)}. ${depends(matter)}`,
    },
    'renewal-unconfirmed': {
      brief: (matter, soon) => `${name(matter)}:${soon} fällige Verlängerung nicht bestätigt${affected(matter)}`,
      full: (matter) =>
        `Niemand hat bestätigt, dass sich die Subscription ${named(matter.subscription)} wie vorgesehen verlängert hat${after('; fällig war das', matter)}. Sie gilt als ausgelaufen${matter.people === 0 ? '' : `: ${who(matter)} ${have(matter)} womöglich keinen Zugang`}.`,
    },
    stranded: {
      brief: (matter) => `${who(matter)} ohne Zugang${matter.subscription === undefined ? '' : ` (${name(matter)})`}`,
      full: (matter) => `${who(matter)} ${have(matter)} keinen Zugang.${because(matter)}`,
    },
    'no-admin-left': {
      brief: (matter, soon) =>
        (matter.daysLeft ?? 0) > 0
          ? `Letzter Admin mit vollen Rechten verliert${soon} den Zugang`
          : 'Kein Admin mit vollen Rechten hat Zugang',
      full: (matter) =>
        (matter.daysLeft ?? 0) > 0
          ? `Der letzte Admin mit vollen Rechten verliert den Zugang${when(matter)}. Danach kann niemand mehr im Control Hub etwas reparieren.`
          : 'Kein Admin mit vollen Rechten hat mehr Zugang: Niemand kann im Control Hub etwas reparieren.',
    },
    'admins-unknown': {
      brief: () => 'Kein Admin mit vollen Rechten ist bekannt',
      full: () =>
        'Hier ist kein Admin mit vollen Rechten bekannt, der eine Lizenz hat. Ob beim Ende einer Subscription noch jemand etwas reparieren kann, lässt sich deshalb nicht sagen.',
    },
    'dates-unknown': {
      brief: (matter) => `Laufzeit von ${name(matter)} fehlt${matter.people === 0 ? '' : `: ${who(matter)} ${have(matter)} dort Lizenzen`}`,
      full: (matter) => `Für die Subscription ${named(matter.subscription)} hat niemand eine Laufzeit eingetragen. ${holders(matter)}`,
    },
    'telephony-mismatch': {
      brief: (matter) => `${name(matter)} hat eine andere Telefonieoption als der Mandant`,
      full: (matter) => `Die Subscription ${named(matter.subscription)} hat eine andere Telefonieoption als die erste des Mandanten.`,
    },
    'over-assigned': {
      brief: (matter) => `${name(matter)}: mehr Personen als Plätze`,
      full: (matter) => `Mehr Personen haben Lizenzen der Subscription ${named(matter.subscription)}, als dort zugesagt sind.`,
    },
    'admin-on-standard': {
      brief: (matter) => `${who(matter)} mit Standard-Lizenz (${name(matter)})`,
      full: (matter) =>
        `${who(matter)} ${have(matter)} eine Standard-Lizenz der Subscription ${named(matter.subscription)}. Damit lässt sich nur Agent Desktop nutzen, nicht verwalten.`,
    },
    'move-not-confirmed': {
      brief: (matter, soon) => `Umzug von ${people(matter)} aus ${name(matter)} nicht bestätigt${soon === '' ? '' : `, Ende${soon}`}`,
      full: (matter) =>
        `Der Umzug von ${who(matter)} aus der Subscription ${named(matter.subscription)} ist im Control Hub noch nicht bestätigt.${deadline(matter)}`,
    },
    ...notesDe,
  },
};

function depends(matter: Matter): string {
  return matter.people === 0 ? 'Niemandes Zugang hängt davon ab.' : `Davon hängt der Zugang von ${who(matter)} ab.`;
}

function affected(matter: Matter): string {
  return matter.people === 0 ? '' : `, ${people(matter)} betroffen`;
}

function holders(matter: Matter): string {
  if (matter.people === 0) return 'Niemand hat heute Lizenzen davon.';
  return `${who(matter)} ${have(matter)} heute Lizenzen davon; wie lange sie gelten, lässt sich nicht sagen.`;
}

function after(words: string, matter: Matter): string {
  const day = when(matter);
  return day === '' ? '' : `${words}${day}`;
}

function because(matter: Matter): string {
  if (matter.subscription === undefined) return '';
  const subscription = named(matter.subscription);
  return matter.on === undefined
    ? ` Die Lizenzen gehören zur Subscription ${subscription}.`
    : ` Die Subscription ${subscription} endete${when(matter)}.`;
}

function deadline(matter: Matter): string {
  if (matter.daysLeft === undefined) return '';
  return matter.daysLeft > 0 ? ` Die Subscription endet${when(matter)}.` : ` Die Subscription endete${when(matter)}.`;
}
