import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dynoxideBinary } from '#local/emulators/dynoxide-binary.ts';

describe('the DynamoDB emulator', () => {
  it('is installed for this computer', () => {
    expect(existsSync(dynoxideBinary())).toBe(true);
  });

  it('is missing on other platforms in one sentence that names the package and the way out', () => {
    const find = () => dynoxideBinary({ platform: 'plan9', arch: 'mips' });
    expect(find).toThrow(/^The package @dynoxide\/plan9-mips is not installed: [^\n]*DYNAMODB_ENDPOINT[^\n]*\.$/);
  });
});
