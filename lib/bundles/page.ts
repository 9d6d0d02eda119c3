import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

/** L2, L8. The page of every link, and the policy that allows its own script and style and nothing else. */
export type BuiltPage = { readonly html: string; readonly csp: string };

const FOLDER = fileURLToPath(new URL('../../lambdas/links/page/', import.meta.url));

/**
 * Builds the static page from `lambdas/links/page/`: `browser/page.ts` and `page.css` go into the placeholders of
 * `page.html`, so that the page is one document without any other request.
 * @throws Error when a file or a placeholder is missing, or the script does not build.
 */
export async function buildPage(): Promise<BuiltPage> {
  const [markup, style, script] = await Promise.all([readFile(`${FOLDER}page.html`, 'utf8'), builtStyle(), builtScript()]);
  const styled = filled(markup, '<!--style-->', `<style>${style}</style>`);
  const html = filled(styled, '<!--script-->', `<script>${script}</script>`);
  return { html, csp: policyFor(script, style) };
}

async function builtStyle(): Promise<string> {
  const { code } = await transform(await readFile(`${FOLDER}page.css`, 'utf8'), { loader: 'css', minify: true, charset: 'utf8' });
  return code.trim();
}

async function builtScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['browser/page.ts'],
    absWorkingDir: FOLDER,
    bundle: true,
    minify: true,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles.map(({ text }) => text.trim()).join('');
}

/** A function as the replacement, because `$` means something in a text. */
function filled(markup: string, placeholder: string, content: string): string {
  if (!markup.includes(placeholder)) throw new Error(`lambdas/links/page/page.html has no place for ${placeholder}.`);
  return markup.replace(placeholder, () => content);
}

function policyFor(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src '${sha256(script)}'`,
    `style-src '${sha256(style)}'`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function sha256(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
