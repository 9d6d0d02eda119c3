import { german } from '../locale.ts';
import type { Words } from './words.ts';

const { counted, longDay, shortDay, number } = german;

const soon = (daysLeft: number | undefined): string => {
  if (daysLeft === undefined) return '';
  if (daysLeft < -1) return ` vor ${number(-daysLeft)} Tagen`;
  if (daysLeft === -1) return ' gestern';
  if (daysLeft === 0) return ' heute';
  return daysLeft === 1 ? ' morgen' : ` in ${number(daysLeft)} Tagen`;
};

/** German. */
export const wordsDe: Words = {
  ...german,
  usageTypes: {
    agents: 'Agenten',
    ivr: 'IVR',
    connect: 'Webex Connect',
    'ai-agent': 'AI Agent',
    'ai-assistant': 'AI Assistant',
    'ivr-outbound': 'IVR Outbound',
  },
  quoted: (name) => `„${name}“`,
  named: (subscription) => (subscription === undefined ? '' : `„${subscription.name}“ (${subscription.id})`),
  who: ({ people, admins }) => {
    if (admins > 0 && admins >= people) return counted(people, { one: 'Admin', other: 'Admins' });
    const all = counted(people, { one: 'Person', other: 'Personen' });
    return admins === 0 ? all : `${all} (davon ${counted(admins, { one: 'Admin', other: 'Admins' })})`;
  },
  soon: ({ daysLeft }) => soon(daysLeft),
  soonOn: ({ on, daysLeft }) => (on === undefined ? soon(daysLeft) : `${soon(daysLeft)} (${shortDay(on)})`),
  when: ({ on, daysLeft }) => {
    if (on === undefined) return soon(daysLeft);
    if (daysLeft === undefined) return ` am ${longDay(on)}`;
    return Math.abs(daysLeft) <= 1 ? `${soon(daysLeft)} (${longDay(on)})` : `${soon(daysLeft)}, am ${longDay(on)}`;
  },
};
