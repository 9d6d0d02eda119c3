import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleFunction } from './bundle-function.ts';
import { type Bundles, FUNCTION_NAMES, type FunctionName } from './function-names.ts';
import { buildPage } from './page.ts';

/**
 * Bundles every function into a folder of its own name below `folder`.
 * @throws Error that says which function could not be built and why.
 */
export async function bundleAll(folder: string): Promise<Bundles> {
  const into = (name: FunctionName): string => join(folder, name);
  await Promise.all(FUNCTION_NAMES.map((name) => bundleInto(name, into(name))));
  return {
    api: into('api'),
    links: into('links'),
    tick: into('tick'),
    'check-tenant': into('check-tenant'),
    deliver: into('deliver'),
    work: into('work'),
  };
}

async function bundleInto(name: FunctionName, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await bundleFunction(name, folder);
  if (name === 'links') await writeFile(join(folder, 'page.json'), JSON.stringify(await buildPage()));
}
