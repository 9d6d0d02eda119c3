import type { DigestTexts, SolvedBrief } from './digest.ts';
import { wordsEn } from './words-en.ts';

const { counted, form, longDay, number, quoted } = wordsEn;

const subscriptions = (count: number) => counted(count, { one: 'subscription', other: 'subscriptions' });
const people = (count: number) => counted(count, { one: 'person', other: 'people' });

const solved = ({ name, count }: SolvedBrief) => {
  if (name === undefined) return counted(count, { one: 'matter', other: 'matters' });
  return count === 1 ? quoted(name) : `${quoted(name)} and ${number(count - 1)} more`;
};

/** English: what stands around the matters of a message. */
export const digestEn: DigestTexts = {
  subject: {
    worst: ({ severity, brief, others, tenant }) => `${severity}: ${brief}${others === 0 ? '' : ` (+${number(others)} more)`} [${tenant}]`,
    solved: ({ tenant, ...over }) => `Solved: ${solved(over)} [${tenant}]`,
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
    `You get this message because you are a recipient of Lapsewatch for ${tenant}.${hasLinks ? ' The links are yours alone: please do not forward this message.' : ''}`,
  heartbeat: ({ subscriptions: count, people: watched, stranded = 0, nobodyLosesAccessBefore: day }) => {
    const lost =
      stranded === 0 ? 'nobody' : `${counted(stranded, { one: 'of them has', other: 'of them have' })} no access today, nobody else`;
    const what = stranded === 0 ? 'access' : 'it';
    const ahead = day === undefined ? `is known to lose ${what}` : `loses ${what} before ${longDay(day)}`;
    return `Watching ${subscriptions(count)}, ${people(watched)}; ${lost} ${ahead}.`;
  },
  auditHead: ({ number: newest, hash }) => `Audit chain: number ${newest}, hash ${hash}`,
  sms: {
    worst: ({ tenant, brief, others, solved: over }) => {
      const more = others === 0 ? '' : ` ${number(others)} more ${form(others, { one: 'matter', other: 'matters' })}.`;
      return `${tenant}: ${brief}.${more}${over.count === 0 ? '' : ` Solved: ${solved(over)}.`}`;
    },
    plan: 'Plan:',
    solved: (tenant, sentence, others) => `${tenant}: solved. ${sentence}${others === 0 ? '' : ` ${number(others)} more solved.`}`,
  },
};
