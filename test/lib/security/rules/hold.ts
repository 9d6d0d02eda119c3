import { describe, expect, it } from 'vitest';
import type { Rule } from '#lib/security/rules/rule.ts';
import { anInstallation, type Changes } from './sound-installation.ts';
import { violationsOf } from './violations-of.ts';

/** A template in words, and as what is changed of the sound installation. */
type Passing = readonly [words: string, changes: Changes];

/** The same, and the resources that break the rule, with commas between them. */
type Failing = readonly [words: string, by: string, changes: Changes];

export type Cases = Readonly<Record<string, { readonly passes: readonly Passing[]; readonly fails: readonly Failing[] }>>;

/** Holds each rule against templates that keep it, which break no other rule either, and templates that break it. */
export function hold(rules: readonly Rule[], cases: Cases): void {
  it('have templates that keep them and templates that break them, each of them', () => {
    const complete = Object.entries(cases).filter(([, { passes, fails }]) => passes.length > 0 && fails.length > 0);
    expect(complete.map(([name]) => name)).toEqual(rules.map(({ name }) => name));
  });

  describe.each(Object.entries(cases))('%s', (name, { passes, fails }) => {
    it.each(passes)('lets %s pass', (_words, changes) => {
      expect(violationsOf(anInstallation(changes))).toEqual([]);
    });

    it.each(fails)('finds %s', (_words, by, changes) => {
      const found = violationsOf(anInstallation(changes)).filter(({ rule }) => rule === `Lapsewatch-${name}`);
      expect(found.map((violation) => violation.by).join(', ')).toBe(by);
    });
  });
}
