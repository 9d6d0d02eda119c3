import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { checkMetafile } from './check-metafile.ts';
import type { FunctionName } from './function-names.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NO_SEARCH = fileURLToPath(new URL('./no-credential-search.ts', import.meta.url));

/**
 * Bundles `lambdas/<name>/handler.ts` into `index.cjs` in the folder. CommonJS, because an ESM import of `node:http` loads
 * undici and costs 40 ms at every start; the SDK inside, from its ES modules, because that starts faster than the
 * runtime's own copy. Two builds of one commit are byte-identical: no paths, dates or source maps in it.
 * @throws Error when the function has no handler, does not build, or is made of what may not be deployed.
 */
export async function bundleFunction(name: FunctionName, folder: string): Promise<void> {
  const { metafile } = await build({
    entryPoints: [handlerOf(name)],
    outfile: join(folder, 'index.cjs'),
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    mainFields: ['module', 'main'],
    alias: { '@aws-sdk/credential-provider-node': NO_SEARCH },
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    logLevel: 'silent',
  });
  checkMetafile(name, metafile);
}

function handlerOf(name: FunctionName): string {
  const file = `lambdas/${name}/handler.ts`;
  if (!existsSync(join(ROOT, file))) throw new Error(`The function ${name} cannot be bundled: ${file} does not exist.`);
  return file;
}
