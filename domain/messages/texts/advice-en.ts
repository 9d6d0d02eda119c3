import type { Advice } from './advice.ts';

/** English: what to do. */
export const adviceEn: Advice = {
  'access-ends': 'Move these people to another subscription before that day, or enter the new end if it has been renewed.',
  'renewal-ahead':
    'Check that the renewal keeps the subscription’s id; under a new id everybody has to be moved. When it has renewed, enter the new end: without it the subscription counts as lapsed from that day.',
  'renewal-unconfirmed':
    'Look in Control Hub under Account > Subscriptions. If it has renewed, enter the new end; if not, move these people.',
  stranded: 'Move these people to an active subscription, or enter the new end if theirs has been renewed.',
  'no-admin-left': 'Move at least one full admin to a subscription that goes on.',
  'admins-unknown': 'Enter at least one person with the role admin, the level full and the licence that he or she holds.',
  'dates-unknown': 'Enter its start and its end. Control Hub shows the end under Account > Subscriptions.',
  'telephony-mismatch':
    'Webex shows no error and blocks nothing. Changing the option goes through Cisco support; until then nobody is recommended to move there.',
  'over-assigned': 'Take licences back or commit more seats. Webex may allow the excess and charge for it.',
  'admin-on-standard': 'Give these admins a premium licence.',
  'move-not-confirmed':
    'Import the files in Control Hub (Users > Manage users > Add and remove services), then upload a new export or confirm the move. Until then these people stay at risk.',
};
