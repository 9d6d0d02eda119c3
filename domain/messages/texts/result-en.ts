import { kindName } from './kind-name.ts';
import type { ResultSummary, ResultTexts } from './result.ts';
import { wordsEn } from './words-en.ts';

const { counted, form, longDay, named, number, quoted } = wordsEn;

const people = (count: number) => counted(count, { one: 'person', other: 'people' });
const have = (count: number) => form(count, { one: 'has', other: 'have' });
const are = (count: number) => form(count, { one: 'is', other: 'are' });
const stay = ({ left }: ResultSummary) => (left === 0 ? '' : `, ${number(left)} left behind`);
const newPlan = 'One click opens a new plan for those who are left behind. Nothing changes until it is confirmed there.';
const files = 'One click leads to the files and, once you have imported them, to the button that says so.';
const go = (count: number) => form(count, { one: 'goes', other: 'go' });
const notBack = ({ moved }: ResultSummary) => (moved === 0 ? '' : `, ${number(moved)} not`);

/** English: how a reassignment ended. */
export const resultEn: ResultTexts = {
  subject: {
    done: (run) => `Done: ${people(run.moved)} moved off ${quoted(run.subscription.name)}${stay(run)} [${run.tenant}]`,
    'awaiting-control-hub': (run) =>
      `To do: import the move of ${people(run.moved)} off ${quoted(run.subscription.name)} in Control Hub [${run.tenant}]`,
    stopped: (run) => `Stopped: move off ${quoted(run.subscription.name)}, ${people(run.moved)} moved [${run.tenant}]`,
    cancelled: (run) => `Cancelled: move off ${quoted(run.subscription.name)}, ${people(run.moved)} moved [${run.tenant}]`,
    undone: (run) => `Undone: ${people(run.back)} back on ${quoted(run.subscription.name)}${notBack(run)} [${run.tenant}]`,
    'awaiting-control-hub-back': (run) =>
      `To do: import in Control Hub that ${people(run.back)} ${go(run.back)} back to ${quoted(run.subscription.name)} [${run.tenant}]`,
  },
  headline: {
    done: ({ subscription, moved }) => `${people(moved)} ${have(moved)} been moved away from subscription ${named(subscription)}.`,
    'awaiting-control-hub': ({ subscription, moved }) =>
      `One step is left: ${people(moved)} ${are(moved)} to be moved away from subscription ${named(subscription)}, and only Control Hub can do it. Import the files there (Users > Manage users > Add and remove services). Until then they stay at risk.`,
    stopped: ({ subscription, moved }) =>
      `The move away from subscription ${named(subscription)} stopped before its end. ${people(moved)} ${have(moved)} been moved.`,
    cancelled: ({ subscription, moved }) =>
      `The move away from subscription ${named(subscription)} was cancelled before its end. ${people(moved)} ${have(moved)} been moved and ${form(moved, { one: 'stays', other: 'stay' })} moved.`,
    undone: ({ subscription, back }) =>
      `The move away from subscription ${named(subscription)} was undone: ${people(back)} ${are(back)} on it again, and ${form(back, { one: 'loses', other: 'lose' })} access when it ends.`,
    'awaiting-control-hub-back': ({ subscription, back }) =>
      `The move away from subscription ${named(subscription)} is being undone, and one step is left: only Control Hub can put ${people(back)} back. Import the files there (Users > Manage users > Add and remove services).`,
  },
  sms: {
    done: (run) => `${run.tenant}: done. ${people(run.moved)} moved off ${quoted(run.subscription.name)}${stay(run)}.`,
    'awaiting-control-hub': (run) =>
      `${run.tenant}: one step left. Import the files in Control Hub to move ${people(run.moved)} off ${quoted(run.subscription.name)}.`,
    stopped: (run) => `${run.tenant}: the move off ${quoted(run.subscription.name)} stopped. ${people(run.moved)} moved so far.`,
    cancelled: (run) => `${run.tenant}: the move off ${quoted(run.subscription.name)} was cancelled. ${people(run.moved)} moved.`,
    undone: (run) => `${run.tenant}: undone. ${people(run.back)} back on ${quoted(run.subscription.name)}${notBack(run)}.`,
    'awaiting-control-hub-back': (run) =>
      `${run.tenant}: one step left. Import the files in Control Hub to put ${people(run.back)} back on ${quoted(run.subscription.name)}.`,
  },
  startedBy: (who) => `Confirmed by ${who}.`,
  cancelledBy: (who) => `Cancelled by ${who}.`,
  undoneBy: (who) => `Undone by ${who}.`,
  outcomes: {
    pending: (count) => `${people(count)} not reached`,
    moved: (count) => `${people(count)} moved`,
    moving: (count) => `${people(count)} waiting for Control Hub`,
    'already-there': (count) => `${people(count)} already there: only the old licence was taken away`,
    staying: (count) => `${people(count)} staying: covered by another subscription`,
    skipped: (count) => `${people(count)} left out: changed since the plan`,
    failed: (count) => `${people(count)} not moved: no seat was free any more`,
    reverted: (count) => `${people(count)} put back`,
    unplaced: (count) => `${people(count)} without a target: no seat, or no subscription that could take them`,
  },
  notBack: (count) =>
    `${people(count)} ${form(count, { one: 'stays', other: 'stay' })} moved: changed since, no seat free, or the old subscription is not active`,
  seatsToBuy: ({ kind, quantity }) =>
    `To place everybody, commit ${number(quantity)} more ${kindName(kind)} ${form(quantity, { one: 'seat', other: 'seats' })}.`,
  endsOn: (day) => `End of the subscription: ${longDay(day)}.`,
  followUps: [
    'Afterwards, in Control Hub:',
    '  - Synchronise the users in Control Hub (Contact Center settings).',
    '  - Check that no template for automatic licences still points at this subscription.',
  ],
  beforeLink: {
    done: newPlan,
    'awaiting-control-hub': files,
    stopped: newPlan,
    cancelled: newPlan,
    undone: 'One click opens a new plan for everybody who is on it again. Nothing changes until it is confirmed there.',
    'awaiting-control-hub-back': files,
  },
  smsBeforeLink: {
    done: 'Plan:',
    'awaiting-control-hub': 'Files:',
    stopped: 'Plan:',
    cancelled: 'Plan:',
    undone: 'Plan:',
    'awaiting-control-hub-back': 'Files:',
  },
};
