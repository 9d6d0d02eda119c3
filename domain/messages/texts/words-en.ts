import { english } from '../locale.ts';
import type { Words } from './words.ts';

const { counted, longDay, shortDay, number } = english;

const soon = (daysLeft: number | undefined): string => {
  if (daysLeft === undefined) return '';
  if (daysLeft < -1) return ` ${number(-daysLeft)} days ago`;
  if (daysLeft === -1) return ' yesterday';
  if (daysLeft === 0) return ' today';
  return daysLeft === 1 ? ' tomorrow' : ` in ${number(daysLeft)} days`;
};

/** English. */
export const wordsEn: Words = {
  ...english,
  usageTypes: {
    agents: 'Agents',
    ivr: 'IVR',
    connect: 'Webex Connect',
    'ai-agent': 'AI Agent',
    'ai-assistant': 'AI Assistant',
    'ivr-outbound': 'Outbound IVR',
  },
  quoted: (name) => `“${name}”`,
  named: (subscription) => (subscription === undefined ? '' : `“${subscription.name}” (${subscription.id})`),
  who: ({ people, admins }) => {
    if (admins > 0 && admins >= people) return counted(people, { one: 'admin', other: 'admins' });
    const all = counted(people, { one: 'person', other: 'people' });
    return admins === 0 ? all : `${all} (${counted(admins, { one: 'of them an admin', other: 'of them admins' })})`;
  },
  soon: ({ daysLeft }) => soon(daysLeft),
  soonOn: ({ on, daysLeft }) => (on === undefined ? soon(daysLeft) : `${soon(daysLeft)} (${shortDay(on)})`),
  when: ({ on, daysLeft }) => {
    if (on === undefined) return soon(daysLeft);
    if (daysLeft === undefined) return ` on ${longDay(on)}`;
    return Math.abs(daysLeft) <= 1 ? `${soon(daysLeft)} (${longDay(on)})` : `${soon(daysLeft)}, on ${longDay(on)}`;
  },
};
