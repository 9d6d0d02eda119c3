import { daysBetween } from '../../days/day.ts';
import type { Licensing } from '../../subscriptions/subscription.ts';
import { adviceEn } from './advice-en.ts';
import type { GuardTexts } from './guard.ts';
import { TELEPHONY_NAMES } from './telephony-names.ts';
import { wordsEn } from './words-en.ts';

const { counted, shortDay } = wordsEn;

const MODELS: Readonly<Record<Licensing, string>> = { named: 'named agents', concurrent: 'concurrent agents' };

/** English: what should be known of a subscription before it is bought. */
export const guardEn: GuardTexts = {
  message: (finding) => {
    switch (finding.kind) {
      case 'licensing-model-mixed':
        return `It is licensed for ${MODELS[finding.found]}, and ${finding.other} for ${MODELS[finding.expected]}. All subscriptions of a tenant have one licensing model; Webex provisioning rejects a mix.`;
      case 'duplicate-subscription':
        return `The tenant already has a subscription with the id ${finding.subscriptionId}.`;
      case 'telephony-mismatch':
        return `It has ${TELEPHONY_NAMES[finding.found]}; the tenant has had ${TELEPHONY_NAMES[finding.expected]} since its first subscription, ${finding.chosenBy}.`;
      case 'term-gap':
        return `From ${shortDay(finding.from)} to ${shortDay(finding.to)} no subscription with known dates is active, which leaves a gap of ${counted(daysBetween(finding) + 1, { one: 'day', other: 'days' })}.`;
      case 'already-over':
        return `It ended on ${shortDay(finding.on)} already: it would never give access.`;
      case 'trial':
        return 'It is a trial: it gives access, but nobody is ever recommended to move there.';
    }
  },
  advice: {
    'licensing-model-mixed': 'Buy it with the licensing model that the tenant has.',
    'duplicate-subscription': 'Check the id. To change the subscription that exists, send it with PUT: that replaces it.',
    'telephony-mismatch': adviceEn['telephony-mismatch'],
    'term-gap': 'Have it start on the first of these days, or have a present term end later.',
    'already-over': 'Check its start and its end.',
    trial: 'Buy a full subscription before anybody has to move there.',
  },
};
