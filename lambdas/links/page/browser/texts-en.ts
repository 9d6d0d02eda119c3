import type { Texts } from './texts.ts';

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);
const days = (count: number): string => (count === 0 ? 'today' : count === 1 ? 'tomorrow' : `in ${count} days`);

const way = (by: 'email' | 'sms'): string => (by === 'email' ? 'e-mail' : 'SMS');

export const english: Texts = {
  title: 'Move people before their access ends',
  intro: 'Opening this page changes nothing. Press “Review” to see who is affected and the ready plan.',
  review: 'Review',
  reviewing: 'Reading the tenant …',
  noKeyTitle: 'This link is incomplete',
  noKey:
    'Some mail programs cut off the part of the link behind the # sign. We can send a fresh link to your own address, at most one an hour.',
  askFresh: 'Send me a fresh link',
  freshAsked: 'If this link is still open, a fresh one is on its way to the address it was first sent to.',
  notFoundTitle: 'We do not know this link',
  notFound: 'It may be incomplete or mistyped. Open it from the newest message you have from Lapsewatch.',
  closedTitle: 'This link is closed',
  closed: 'The matter is settled, or a newer message has taken its place.',
  offline: 'There was no answer. Check your connection and press the button again; nothing was done twice.',
  failed: 'That did not work.',
  tryAgain: 'Too many requests at the moment. Wait a few seconds and press the button again.',
  problems: {
    'may-not-act': 'You may see this plan, but not carry it out. Ask one of the admins of this tenant.',
    'critical-cannot-wait': 'This is critical by now and cannot wait.',
    'nobody-to-pass-to':
      'None of the customer’s admins can be reached from here: no address of theirs is confirmed. Please ask them directly.',
    'passed-on-already': 'This was passed on within the last hour. You can ask again after an hour.',
    'not-now': 'That is not possible now: the move has gone on since you looked. Open the link again to see how it stands.',
    'too-late': 'It is too late for that: a move can be stopped while it is running, and undone within 72 hours of its end.',
    'not-started': 'Nobody has been moved through this link yet.',
    'reassignment-in-progress':
      'Another move is leaving this subscription at the moment. Wait until it has ended and press the button again.',
    'part-not-found': 'This file is not needed any more: fewer people are waiting for Control Hub by now. Open the link again.',
    'unknown-subscription': 'The subscription you chose does not exist any more. Open the link again and choose another one.',
    'licensing-model-mixed':
      'This subscription has another licensing model than the others of the tenant, so it cannot be renewed. Ask your partner.',
    'precondition-failed': 'Somebody has changed the subscription at the same moment. Press the button again.',
  },
  ends: (name, on, left) => `${name} ends on ${on}, ${days(left)}`,
  ended: (name, on) => `${name} ended on ${on}`,
  unknownEnd: (name) => `${name} has no dates yet`,
  holders: (count, admins) =>
    `${people(count)} ${count === 1 ? 'holds' : 'hold'} a licence of it${admins === 0 ? '' : `, ${admins} of them ${admins === 1 ? 'an admin' : 'admins'}`}.`,
  atRisk: 'Whoever has no other licence by then loses access: admins to Control Hub, agents to Agent Desktop.',
  alreadyLost: 'Whoever has no other licence is locked out: admins of Control Hub, agents of Agent Desktop.',
  nobodyLeft: 'Nobody has to move: everybody is covered by another licence.',
  whoMoves: (count) => `Who holds a licence of it (${count})`,
  admin: 'admin',
  more: (count) => `and ${people(count)} more`,
  choose: 'Where should they go?',
  bestFit: 'Best fit across all subscriptions',
  everybodyTo: (name) => `Everybody to “${name}”`,
  fits: (placed, all) => `${placed} of ${all} fit`,
  seatsIn: (name, kind, seats) => `${seats} ${kind} in ${name}`,
  freeAfterwards: (seats) => `Free seats afterwards: ${seats}`,
  noCommitment: (name, kind) => `${name}, ${kind}: no commitment there`,
  keepsAccess: (until) => `Access until ${until ?? 'further notice'} for those who move`,
  primary: (before, after, on) =>
    after === undefined
      ? `Whatever you choose: from ${on} there is no primary subscription; until then it is “${before}”.`
      : `Whatever you choose: from ${on} the primary subscription is “${after}” instead of “${before}”, and is charged for overage of agents, IVR and Connect.`,
  liable: ({ type, before, after, on }) => {
    if (after === undefined) return `From ${on} no subscription includes ${type} any more; until then overage is charged to “${before}”.`;
    return `From ${on} overage of ${type} is charged to “${after}”${before === undefined ? '' : ` instead of “${before}”`}.`;
  },
  falls: ({ type, on, before, after }) => `On ${on} what is committed for ${type} falls from ${before} to ${after}.`,
  usedLast: ({ used, overage, paidBy }) => {
    if (overage === 0) return `What was used last, ${used}, is still within that.`;
    return `Of what was used last, ${used}, that leaves ${overage} as overage${paidBy === undefined ? '' : `, charged to “${paidBy}”`}.`;
  },
  usageTypes: {
    agents: 'agents',
    ivr: 'IVR',
    connect: 'Webex Connect',
    'ai-agent': 'AI Agent',
    'ai-assistant': 'AI Assistant',
    'ivr-outbound': 'outbound IVR',
  },
  unplaced: (count) => `${people(count)} cannot be placed`,
  buy: (quantity, kind) => `${quantity} more ${kind} ${quantity === 1 ? 'seat' : 'seats'} needed`,
  nobodyPlaced: 'No other subscription can take them at present.',
  otherSubscriptions: 'Why other subscriptions cannot take them',
  reasons: {
    'not-started': 'has not started yet',
    lapsed: 'has lapsed',
    suspended: 'is suspended',
    cancelled: 'is cancelled',
    'dates-unknown': 'has no dates yet',
    trial: 'is a trial',
    'telephony-mismatch': 'has another telephony option than the tenant',
    'ends-too-soon': 'ends too soon itself',
    'no-seats-per-kind': 'has no seats for single kinds of licence',
  },
  startsOn: (day) => `starts on ${day}`,
  followUps: 'Afterwards, in Control Hub',
  followUpItems: [
    'Synchronise users (Contact Center settings).',
    'Check that no auto-assign template still points at the ending subscription.',
  ],
  nothingYet: 'Nothing has been changed yet.',
  confirm: (count) => `Move ${people(count)} now`,
  confirmFile: (count) => `Prepare the file for ${people(count)}`,
  afterConfirming: 'When you confirm, they are moved at once and all recipients are told. Whoever has no seat stays where they are.',
  afterConfirmingFile:
    'When you confirm, their seats are reserved and you get a file to import in Control Hub. They stay at risk until it has been imported.',
  confirmChoice: 'Choose a target first',
  code: {
    title: 'A code is needed',
    label: 'Code of six digits',
    sent: (by) =>
      `A code is on its way to you by ${way(by)}. Enter it here and press the button below; it is good for ten minutes at most.`,
    wrong: (left) => `That code is not right. Use the newest one you were sent; you have ${left === 1 ? '1 try' : `${left} tries`} left.`,
    over: (by) => `That code is not good any more. Another one is on its way to you by ${way(by)}.`,
    usedUp: (until) => `All tries are used up. You can ask for a new code from ${until} on.`,
    allSent: (by, until) =>
      `You were sent three codes by ${way(by)}; there are no more for the moment. Enter the newest, or ask for another one from ${until} on.`,
    oneChannel:
      'Here a code has to be entered that comes over a second channel, and you have only one that is confirmed. Ask an admin of this tenant to add your e-mail address or mobile number, and confirm it; then open the link again.',
    sixDigits: 'Enter all six digits of the code first.',
    again: 'Send another code',
  },
  changed: 'The tenant has changed since you looked. This is the plan now; please choose again.',
  started: 'The move has started.',
  snooze: {
    title: 'Or is somebody looking after it?',
    means:
      'Then we do not warn you again before that day, unless it becomes critical. The other recipients go on hearing of it; if you may act, it is not escalated meanwhile.',
    reason: 'Why it can wait',
    until: 'Not before',
    act: 'Remind me later',
    sayWhy: 'Say first, in a few words, why it can wait.',
    otherDay: 'Choose a day after today and no later than the one that was suggested.',
    done: (day) => `Noted. Unless it becomes critical, you hear no more of it before ${day}.`,
  },
  passOn: {
    title: 'Pass it on',
    means: 'The customer’s admins get a message that you ask them to decide, each with a link of their own.',
    tick: 'I want them to decide.',
    act: 'Ask the customer’s admins',
    done: (admins) => (admins === 1 ? 'A message is on its way to 1 admin.' : `A message is on its way to ${admins} admins.`),
  },
  renewedTitle: 'Or was it renewed?',
  renewedLabel: 'New end date',
  renewed: 'It was renewed',
  renewedThanks: (day) => `Thank you. The subscription now ends on ${day}; everybody keeps access until then.`,
  pickDay: 'Enter the new end date first.',
  laterDay: 'The new end has to be after the present one, and after today.',
  startedBy: (name, at) => `Started by ${name} on ${at}`,
  cancelledBy: (name) => `Cancelled by ${name}`,
  undoneBy: (name) => `Undone by ${name}`,
  progress: (done, all) => `${done} of ${people(all)} done`,
  progressBack: (done, all) => `${done} of ${people(all)} moved back`,
  statuses: {
    running: 'The move is running',
    'awaiting-control-hub': 'One step is left: import the file in Control Hub',
    done: 'Done',
    stopped: 'The move stopped',
    cancelled: 'The move was cancelled',
    undoing: 'The move is being undone',
    undone: 'The move was undone',
  },
  outcomes: {
    pending: (count) => `${people(count)} not moved so far`,
    moved: (count) => `${people(count)} moved`,
    moving: (count) => `${people(count)} waiting for Control Hub`,
    'already-there': (count) => `${people(count)} already there`,
    staying: (count) => `${people(count)} stay${count === 1 ? 's' : ''}: covered by another subscription`,
    skipped: (count) => `${people(count)} skipped: changed since the plan`,
    failed: (count) => `${people(count)} not moved: no seat was left`,
    reverted: (count) => `${people(count)} moved back`,
    unplaced: (count) => `${people(count)} not placed: no seat, or no subscription to go to`,
  },
  notBack: (count) =>
    `${people(count)} ${count === 1 ? 'stays' : 'stay'} moved: changed since, no seat free, or the old subscription is not active`,
  offers: {
    cancel: {
      title: 'Stop the move',
      means: 'The people who have been moved so far stay moved; nobody else is.',
      tick: 'I want the move to stop here.',
      act: 'Stop the move',
      asked: 'The move stops after the people it is working on.',
    },
    resume: {
      title: 'Go on',
      means: 'The move stopped because too many people found no seat. Going on moves those who were not reached yet.',
      tick: 'The cause is solved; the move may go on.',
      act: 'Go on with the move',
      asked: 'The move goes on.',
    },
    undo: {
      title: 'Undo',
      means: 'Everybody whom nobody changed since goes back to the subscription they came from, and loses access when it ends.',
      tick: 'I want these people back on the old subscription.',
      act: 'Undo the move',
      asked: 'The move is being undone.',
    },
  },
  controlHub:
    'In Control Hub, open “Users”, then “Manage users”, choose “Add and remove services” and import each file. Until then these people are still at risk.',
  controlHubBack:
    'In Control Hub, open “Users”, then “Manage users”, choose “Add and remove services” and import each file: it takes these people back. Until then they keep both licences here.',
  download: (part, parts) => (parts === 1 ? 'Download the file' : `Download file ${part} of ${parts}`),
  importedAll: 'Every file has been imported in Control Hub.',
  imported: 'Record the moves as done',
  importedThanks: 'Thank you. The moves are being recorded as done.',
  kinds: { 'premium-agent': 'premium', 'standard-agent': 'standard' },
};
