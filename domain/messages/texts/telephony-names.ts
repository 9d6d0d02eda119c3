import type { Telephony } from '../../subscriptions/subscription.ts';

/** What Cisco calls the telephony options (D21), the same in both languages. */
export const TELEPHONY_NAMES: Readonly<Record<Telephony, string>> = {
  'webex-calling': 'Webex Calling',
  'bundled-pstn': 'Bundled PSTN',
  vpop: 'VPOP',
};
