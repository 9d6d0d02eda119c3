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
  'coverage-gap': 'Bridge the gap: move these people to a subscription that is active on those days, or have one of the two terms changed.',
  reduced: 'Give these people the same licences on a subscription that goes on, or agree with them to do without.',
  'dates-unconfirmed':
    'Compare the dates with Control Hub (Account > Subscriptions) or with the order, and enter them again, even if nothing has changed.',
  'notice-deadline':
    'Decide by that day whether it is to go on, and on what terms, and cancel or renegotiate in time. If it is cancelled, enter the day.',
  waiting: 'If these people are to work before that day, give them a licence of an active subscription until then.',
  'double-assignment':
    'Take back the licence that these people do not need, unless it is to take over when the other one ends: until then it wastes a seat. Of standard and premium, premium applies.',
  unassigned: 'Give these people a licence if they need access; otherwise there is nothing to do.',
  'admin-without-licence':
    'Check in Control Hub (Users) which subscription these admins belong to, and enter the licence: without it nobody can tell when their access ends.',
  'primary-differs':
    'Look in Control Hub under Account > Subscription. If it shows the oldest subscription by now, remove the primary from the tenant here; otherwise leave it.',
  'partner-read-only':
    'This is for a full admin of the customer: in Control Hub, open the partner’s administrator and grant Full administrator privilege under Administrator roles. Then set the partner’s access to full-admin here.',
  'recipient-unreachable':
    'Ask this person to confirm through the message that came from AWS, or have it sent anew. Who is no longer to be told is better removed from the recipients.',
};
