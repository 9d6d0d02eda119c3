import { daysBetween } from '../../days/day.ts';
import type { Licensing } from '../../subscriptions/subscription.ts';
import { adviceDe } from './advice-de.ts';
import type { GuardTexts } from './guard.ts';
import { TELEPHONY_NAMES } from './telephony-names.ts';
import { wordsDe } from './words-de.ts';

const { counted, shortDay } = wordsDe;

const MODELS: Readonly<Record<Licensing, string>> = { named: 'benannte Agenten', concurrent: 'gleichzeitig angemeldete Agenten' };

/** German: what should be known of a subscription before it is bought. */
export const guardDe: GuardTexts = {
  message: (finding) => {
    switch (finding.kind) {
      case 'licensing-model-mixed':
        return `Sie ist für ${MODELS[finding.found]} lizenziert, ${finding.other} dagegen für ${MODELS[finding.expected]}. Alle Subscriptions eines Mandanten haben dasselbe Lizenzmodell; eine Mischung lehnt Webex bei der Bereitstellung ab.`;
      case 'duplicate-subscription':
        return `Der Mandant hat bereits eine Subscription mit der ID ${finding.subscriptionId}.`;
      case 'telephony-mismatch':
        return `Sie hat ${TELEPHONY_NAMES[finding.found]}; der Mandant hat seit seiner ersten Subscription ${finding.chosenBy} ${TELEPHONY_NAMES[finding.expected]}.`;
      case 'term-gap':
        return `Vom ${shortDay(finding.from)} bis zum ${shortDay(finding.to)} ist keine Subscription mit bekannter Laufzeit aktiv; die Lücke dauert ${counted(daysBetween(finding) + 1, { one: 'Tag', other: 'Tage' })}.`;
      case 'already-over':
        return `Sie endete bereits am ${shortDay(finding.on)} und würde niemandem Zugang geben.`;
      case 'trial':
        return 'Sie ist eine Testsubscription: Sie gibt Zugang, wird aber nie als Ziel eines Umzugs empfohlen.';
    }
  },
  advice: {
    'licensing-model-mixed': 'Kaufen Sie sie mit dem Lizenzmodell, das der Mandant hat.',
    'duplicate-subscription': 'Prüfen Sie die ID. Wollen Sie die vorhandene Subscription ändern, senden Sie sie per PUT: Das ersetzt sie.',
    'telephony-mismatch': adviceDe['telephony-mismatch'],
    'term-gap': 'Lassen Sie sie am ersten dieser Tage beginnen oder eine laufende Subscription länger laufen.',
    'already-over': 'Prüfen Sie Beginn und Ende.',
    trial: 'Kaufen Sie eine vollwertige Subscription, bevor jemand dorthin umziehen muss.',
  },
};
