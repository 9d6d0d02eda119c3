import { isBuiltin } from 'node:module';
import type { Metafile } from 'esbuild';

/**
 * Holds what a bundle is made of against what may be deployed: no native module (so that the same bundle runs on arm64,
 * x64 and a laptop), no undici (Node's own `fetch` and the SDK need no second HTTP client at start), and nothing that has
 * to be found beside the bundle.
 * @throws Error that names the bundle and the file.
 */
export function checkMetafile(bundle: string, { inputs, outputs }: Metafile): void {
  for (const input of Object.keys(inputs)) {
    if (input.endsWith('.node')) throw new Error(`The bundle of ${bundle} holds a native module: ${input}.`);
    if (input.includes('node_modules/undici/')) throw new Error(`The bundle of ${bundle} holds undici: ${input}.`);
  }
  const outside = Object.values(outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  for (const path of outside) {
    if (path === 'undici' || !isBuiltin(path)) throw new Error(`The bundle of ${bundle} loads ${path}, which is not deployed with it.`);
  }
}
