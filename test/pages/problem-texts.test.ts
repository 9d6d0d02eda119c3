import { describe, expect, it } from 'vitest';
import { linkOperations } from '#contract/operations.ts';
import { german } from '../../lambdas/links/page/browser/texts-de.ts';
import { english } from '../../lambdas/links/page/browser/texts-en.ts';

/** What the page answers with another screen, with the field for a code, or with what is wrong with the day that was typed; and the type, which it always sends. */
const SAID_OTHERWISE = ['link-not-found', 'link-closed', 'code-required', 'plan-changed', 'invalid-request', 'unsupported-media-type'];

describe('L11 The page says why something was refused', () => {
  const reasons = new Set<string>(Object.values(linkOperations).flatMap(({ problems }) => problems));

  it.each([
    ['English', english],
    ['German', german],
  ])('in %s for every refusal that a link can meet, and for no other', (_, { problems }) => {
    expect(Object.keys(problems).toSorted()).toEqual([...reasons].filter((reason) => !SAID_OTHERWISE.includes(reason)).toSorted());
  });
});
