import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StartFailure } from '#local/failure.ts';

type Platform = { readonly platform: string; readonly arch: string };

/**
 * The DynamoDB emulator that npm installed for this computer.
 * @throws StartFailure that names the package, and what to set instead, where there is none.
 */
export function dynoxideBinary({ platform, arch }: Platform = process): string {
  const name = `@dynoxide/${platform}-${arch}`;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    return join(folder, platform === 'win32' ? 'dynoxide.exe' : 'dynoxide');
  } catch (error) {
    throw new StartFailure(
      `The package ${name} is not installed: install it with npm, or set DYNAMODB_ENDPOINT to the address of another DynamoDB, such as DynamoDB Local.`,
      { cause: error },
    );
  }
}
