import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What the doc comment of one exported name, or of one that gives an example, says of one rule: its sentences, and an example where it gives one. */
export type RuleComment = {
  readonly rule: string;
  readonly name: string;
  /** From the root of the repository. */
  readonly file: string;
  readonly paragraphs: readonly string[];
  readonly examples: readonly string[];
};

const COMMENTED = /^\/\*\*(?<comment>(?:(?!\*\/)[\s\S])*)\*\/\s*^(?<exported>export )?(?:async )?(?:function|const|type) (?<name>\w+)/gm;
/** `D7.` or `D2, D4, D5.` at the beginning of a paragraph. */
const TAG = /^(?<rules>[A-Z]\d+(?:, [A-Z]\d+)*)\. /;

/** Every rule that the comments of the domain tell of, file by file. */
export function ruleComments(): readonly RuleComment[] {
  return globSync('domain/**/*.ts', { cwd: ROOT })
    .toSorted()
    .flatMap((file) => {
      const source = readFileSync(`${ROOT}/${file}`, 'utf8');
      return [...source.matchAll(COMMENTED)].flatMap(({ groups }) => {
        const comments = told(groups?.['comment'] ?? '', { file, name: groups?.['name'] ?? '' });
        return groups?.['exported'] === undefined ? comments.filter(({ examples }) => examples.length > 0) : comments;
      });
    });
}

/** A paragraph belongs to the rules it begins with; one that begins with none, to those of the one before. */
function told(comment: string, where: Pick<RuleComment, 'file' | 'name'>): readonly RuleComment[] {
  const byRule = new Map<string, { paragraphs: string[]; examples: string[] }>();
  let rules: readonly string[] = [];
  for (const paragraph of paragraphsOf(comment)) {
    const tag = TAG.exec(paragraph);
    if (tag !== null) rules = tag.groups?.['rules']?.split(', ') ?? [];
    const text = paragraph.replace(TAG, '');
    const isExample = text.startsWith('@example ');
    if (text.startsWith('@') && !isExample) continue;
    for (const rule of rules) {
      const said = byRule.get(rule) ?? { paragraphs: [], examples: [] };
      byRule.set(rule, said);
      (isExample ? said.examples : said.paragraphs).push(text.replace('@example ', ''));
    }
  }
  return [...byRule].map(([rule, said]) => ({ rule, ...where, ...said }));
}

/** A tag begins a paragraph of its own, as an empty line does. */
function paragraphsOf(comment: string): readonly string[] {
  return comment
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trim())
    .join('\n')
    .split(/\n\s*\n|\n(?=@)/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}
