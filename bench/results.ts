import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(new URL('../docs/results.md', import.meta.url));
const HEAD = `# Results

Every figure here was written by the command above it. Units of capacity are exact; times and ratios are of one machine, side by side in one run.
`;

type Measured = {
  /** The command that a reader repeats. */
  readonly command: string;
  /** What is measured, in a sentence. */
  readonly about: string;
  /** Markdown: usually a table. */
  readonly body: string;
};

/** Puts what a command measured into docs/results.md, in place of what it wrote there before, and prints it. */
export function writeResults({ command, about, body }: Measured): void {
  const section = `## \`${command}\`\n\n${about} Written on ${new Date().toISOString().slice(0, 10)} at commit ${commit()}.\n\n${body.trim()}\n`;
  const others = sectionsOf(existsSync(FILE) ? readFileSync(FILE, 'utf8') : '').filter((each) => !each.startsWith(`## \`${command}\`\n`));
  writeFileSync(
    FILE,
    [HEAD, ...[...others, section].toSorted()]
      .map((each) => each.trim())
      .join('\n\n')
      .concat('\n'),
  );
  process.stdout.write(`${section}\n`);
}

/** Rows as a table, the first being its head. */
export function tableOf(rows: readonly (readonly (string | number)[])[]): string {
  const [head = [], ...rest] = rows.map((row) => `| ${row.join(' | ')} |`);
  return [head, `|${' --- |'.repeat(rows[0]?.length ?? 0)}`, ...rest].join('\n');
}

function sectionsOf(text: string): readonly string[] {
  return text.split(/^(?=## )/m).filter((each) => each.startsWith('## '));
}

function commit(): string {
  const git = (...args: readonly string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '--untracked-files=no', '--', ':!docs/results.md') === '' ? '' : ', with changes on top';
  return `${git('rev-parse', '--short', 'HEAD')}${changed}`;
}
