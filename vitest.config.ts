import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What runs a whole stack for long, so that it does not keep one worker busy when everything else is done. */
const LONG = ['test/pages/', 'test/local/start.test.ts', 'test/stories/'];

class LongOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.some((path) => moduleId.includes(path));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Files share a worker's modules: loading them anew for each file takes longer than most of the tests.
    isolate: false,
    sequence: { sequencer: LongOnesFirst },
  },
});
