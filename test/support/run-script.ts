import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

type Ran = { readonly code: number | null; readonly out: string; readonly said: string };

/** Runs a script of `local/` as its npm script does, towards the API at a URL, and answers with what it left behind. */
export async function runScript(script: string, { url, args }: { readonly url: string; readonly args: readonly string[] }): Promise<Ran> {
  const file = fileURLToPath(new URL(`../../local/${script}`, import.meta.url));
  const child = spawn(process.execPath, [file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LAPSEWATCH_URL: url },
  });
  const [out, said, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code, out, said };
}
