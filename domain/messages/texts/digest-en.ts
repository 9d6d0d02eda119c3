import type { DigestTexts } from './digest.ts';
import { wordsEn } from './words-en.ts';

const { counted, form, longDay, number, quoted } = wordsEn;

const subscriptions = (count: number) => counted(count, { one: 'subscription', other: 'subscriptions' });
const people = (count: number) => counted(count, { one: 'person', other: 'people' });

/** English: what stands around the matters of a message. */
export const digestEn: DigestTexts = {
  subject: {
    worst: ({ severity, brief, others, tenant }) => `${severity}: ${brief}${others === 0 ? '' : ` +${number(others)}`} [${tenant}]`,
    solved: ({ name, count, tenant }) =>
      `Solved: ${name === undefined ? counted(count, { one: 'matter', other: 'matters' }) : `${quoted(name)}${count === 1 ? '' : ` +${number(count - 1)}`}`} [${tenant}]`,
    watching: (tenant, watched) => `Lapsewatch: watching ${subscriptions(watched.subscriptions)}, ${people(watched.people)} [${tenant}]`,
  },
  heading: (tenant, today) => `Lapsewatch for ${tenant}${today === undefined ? '' : `, ${longDay(today)}`}`,
  furtherPeople: (count) => `and ${number(count)} more`,
  toDo: (advice) => `What to do: ${advice}`,
  beforeLink:
    'One click opens the ready plan: who can go where, and whether there is room. Nothing changes until it is confirmed there; a renewal can be entered there, too.',
  furtherMatters: (count) => `${counted(count, { one: 'more matter is', other: 'more matters are' })} not listed in this message.`,
  solvedHeading: 'SOLVED',
  why: (tenant, hasLinks) =>
    `You get this message because you are a recipient of Lapsewatch for ${tenant}.${hasLinks ? ' The links are yours alone: please do not forward it.' : ''}`,
  heartbeat: ({ subscriptions: count, people: watched, nobodyLosesAccessBefore: day }) =>
    `Watching ${subscriptions(count)}, ${people(watched)}; ${day === undefined ? 'no end of anybody’s access is known' : `nobody loses access before ${longDay(day)}`}.`,
  sms: {
    worst: ({ tenant, brief, others }) =>
      `${tenant}: ${brief}.${others === 0 ? '' : ` ${number(others)} more ${form(others, { one: 'matter', other: 'matters' })}.`}`,
    plan: 'Plan:',
    solved: (tenant, sentence, others) => `${tenant}: solved. ${sentence}${others === 0 ? '' : ` ${number(others)} more solved.`}`,
  },
};
