import { parseArgs } from 'node:util';
import type { Instant } from '#domain/days/instant.ts';
import { instantOf } from '#domain/days/instant.ts';
import { ok, type Result, refused } from '#domain/result.ts';

/** How `npm start` was asked to run. */
export type Options = {
  /** 0 for any free one. */
  readonly port: number;
  /** The folder that is kept between runs, or `:memory:` for nothing at all. */
  readonly data: string;
  /** Where the clock starts; the computer's time when absent. */
  readonly now?: Instant;
  readonly sample: boolean;
  /** Whether recipients confirm their subscription by themselves, or only when told to. */
  readonly confirm: 'by-themselves' | 'manual';
};

/** What `npm start -- --help` prints. */
export const USAGE = `npm start -- [options]

  --port NUMBER      port to listen on (4100; 0 for any free one)
  --data DIR         folder that keeps the data (.lapsewatch), or :memory: to keep nothing
  --now INSTANT      where the clock starts, such as 2026-12-02T07:00:00Z (now)
  --no-sample        start without the sample tenant
  --manual-confirm   recipients do not confirm their subscriptions by themselves
`;

const KNOWN = {
  port: { type: 'string', default: '4100' },
  data: { type: 'string', default: '.lapsewatch' },
  now: { type: 'string' },
  'no-sample': { type: 'boolean', default: false },
  'manual-confirm': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Reads the command line. What it cannot mean is refused in one sentence. */
export function readOptions(args: readonly string[]): Result<Options | 'help', string> {
  const parsed = parse(args);
  if (!parsed.ok) return parsed;
  const { help, port, data, now } = parsed.value;
  if (help) return ok('help');
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return refused(`--port is a number from 0 to 65535, not "${port}".`);
  if (data === '') return refused('--data is a folder or :memory:, and must not be empty.');
  const start = now === undefined ? undefined : readInstant(now);
  if (now !== undefined && start === undefined) return refused(`--now is a moment such as 2026-12-02T07:00:00Z, not "${now}".`);
  return ok({
    port: Number(port),
    data,
    ...(start === undefined ? {} : { now: start }),
    sample: !parsed.value['no-sample'],
    confirm: parsed.value['manual-confirm'] ? 'manual' : 'by-themselves',
  });
}

function parse(args: readonly string[]) {
  try {
    return ok(parseArgs({ args: [...args], options: KNOWN, allowPositionals: false }).values);
  } catch (error) {
    if (error instanceof TypeError) return refused(`${firstSentence(error.message)} Known are ${names()}.`);
    throw error;
  }
}

function firstSentence(text: string): string {
  const sentence = text.split(/\.\s|\n/)[0] ?? text;
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}

function names(): string {
  return Object.keys(KNOWN)
    .map((name) => `--${name}`)
    .join(', ');
}

/** The moment a text names, with its offset from UTC; undefined when it names none. */
export function readInstant(text: string): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? undefined : instantOf(milliseconds);
}
