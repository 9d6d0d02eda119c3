import { describe, expect, it } from 'vitest';
import { runScript } from '#test/support/run-script.ts';

const NOWHERE = 'http://127.0.0.1:1';

describe('npm run gate', () => {
  it.each([
    ['an API that does not answer', [], `${NOWHERE} does not answer.`],
    ['a number of days that is none', ['--within', 'soon'], '--within is a whole number of days, not "soon".'],
  ])('exits with 2 on %s', async (_case, args, sentence) => {
    const { code, out, said } = await runScript('pipeline/run-gate.ts', { url: NOWHERE, args });
    expect([code, out, said]).toEqual([2, '', expect.stringContaining(sentence)]);
  });
});
