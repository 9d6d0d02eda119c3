import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { adviceEn } from '#domain/messages/texts/advice-en.ts';
import { type RuleComment, ruleComments } from './rule-comments.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The rules by number and name, in the order in which an admin meets them. */
export const RULES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Dates and terms': { D1: 'Days', D2: 'Active', D3: 'Status', D4: 'Renewal', D5: 'Unknown dates', D6: 'Notice deadline' },
  'People and coverage': {
    D7: 'Coverage',
    D8: 'Horizon',
    D25: 'Ending',
    D9: 'At risk',
    D10: 'Stranded, waiting, unassigned',
    D11: 'Lock-out',
    D12: 'Admins hold premium',
    D13: 'One licence each',
  },
  'Who pays': {
    D14: 'Primary',
    D15: 'Succession',
    D16: 'Usage split',
    D17: 'Overage',
    D18: 'Liability per usage type',
    D19: 'Seat cliff',
  },
  'Rules of the tenant': { D20: 'One licensing model', D21: 'One telephony option', D22: 'Offers', D23: 'Partners', D24: 'Seats' },
  'The plan': {
    P1: 'Candidates',
    P2: 'Capacity',
    P3: 'Who moves',
    P4: 'Order and choice',
    P5: 'One target or best fit',
    P6: 'Hash',
    P7: 'Effects shown before acting',
  },
};

/** Which comment comes first, where several explain a rule. */
const LEADS: Readonly<Record<string, string>> = { D5: 'datesUnknown', D8: 'Horizon', D14: 'primaryOn', D17: 'overageOf' };

const INTRODUCTION = `# The rules

What Lapsewatch knows about a Webex Contact Center tenant with several subscriptions, rule by rule, each with an example. This page is written by
\`npm run rules\` from the comments of the functions that carry the rules out, and a test holds it against them: what it says is what is done. The
[glossary](glossary.md) explains the words; the [histories](../test/domain/histories/) are whole years of tenants in plain words, each of them a test. D25 stands beside the horizon that it counts by.
`;

/** docs/rules.md, whole. */
export function rulesDocument(): string {
  const comments = ruleComments();
  const histories = historyTitles();
  const parts = Object.entries(RULES).map(([part, rules]) =>
    [`## ${part}`, ...Object.entries(rules).map(([rule, name]) => section({ rule, name, comments, histories }))].join('\n\n'),
  );
  return `${[INTRODUCTION.trimEnd(), ...parts, findings()].join('\n\n')}\n`;
}

/** Every kind of finding, and what to do about it, in the words of the messages. */
function findings(): string {
  const rows = Object.entries(adviceEn).map(([kind, advice]) => `- \`${kind}\`: ${advice}`);
  return `## What is found, and what to do about it\n\n${rows.join('\n')}`;
}

/** What gives an example of a rule is what explains it; every other comment on it is named. */
export function explaining(comments: readonly RuleComment[], rule: string): readonly RuleComment[] {
  const giving = comments.filter((comment) => comment.rule === rule && comment.examples.length > 0);
  return giving.toSorted((left, right) => Number(right.name === LEADS[rule]) - Number(left.name === LEADS[rule]));
}

type HistoryTitle = { readonly title: string; readonly file: string; readonly rules: readonly string[] };
type Asked = {
  readonly rule: string;
  readonly name: string;
  readonly comments: readonly RuleComment[];
  readonly histories: readonly HistoryTitle[];
};

function section({ rule, name, comments, histories }: Asked): string {
  const main = explaining(comments, rule);
  const lived = histories.filter(({ rules }) => rules.includes(rule));
  const places = [...new Map(comments.filter((each) => each.rule === rule).map((each) => [`${each.file}#${each.name}`, each])).values()];
  return [
    `### ${rule} ${name}`,
    ...main.flatMap(({ paragraphs, examples }) => [...paragraphs, ...examples.map((example) => `**Example.** ${example}`)]),
    ...(lived.length === 0 ? [] : [`Lived through: ${lived.map(({ title, file }) => `[${title}](../${file})`).join('; ')}.`]),
    `In the code: ${places.map(({ name: called, file }) => `[\`${called}\`](../${file})`).join(', ')}.`,
  ].join('\n\n');
}

/** The histories and the rules that the comments on them name. */
function historyTitles(): readonly HistoryTitle[] {
  return globSync('test/domain/histories/*.txt', { cwd: ROOT })
    .toSorted()
    .flatMap((file) =>
      readFileSync(`${ROOT}/${file}`, 'utf8')
        .split(/^## /m)
        .slice(1)
        .map((block) => ({ title: block.split('\n')[0] ?? basename(file), file, rules: rulesNamedIn(block) })),
    );
}

function rulesNamedIn(block: string): readonly string[] {
  const comments = block.split('\n').filter((line) => line.startsWith('#'));
  return [...new Set(comments.join(' ').match(/\b[DP]\d+\b/g) ?? [])];
}
