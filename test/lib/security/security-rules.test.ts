import { describe, expect, it } from 'vitest';
import { type Acknowledgement, acknowledgements } from '#lib/security/acknowledgements.ts';
import { holdToSecurityRules, securityRules } from '#lib/security/security-rules.ts';
import { synthesized } from '../synthesized.ts';

const { app, stacks } = synthesized({ alarmEmail: 'on-call@example.com', domain: { domainName: 'lapsewatch.example.com' } });
const accepted: readonly Acknowledgement[] = acknowledgements(stacks);

describe('S5 The security rules', () => {
  it('find something before anything is acknowledged, so they do look', () => {
    expect(violations()).not.toEqual([]);
  });

  it('have no open violation', () => {
    holdToSecurityRules(app, stacks);
    expect(violations()).toEqual([]);
  });

  it('are acknowledged once each, and at most eight of them', () => {
    const rules = accepted.map(({ rule }) => rule);
    expect(new Set(rules).size).toBe(rules.length);
    expect(rules.length).toBeLessThanOrEqual(8);
  });

  it.each(accepted.map((each) => [each.rule, each] as const))(
    '%s is acknowledged for a reason and for constructs that exist',
    (_rule, each) => {
      expect(each.reason.length).toBeGreaterThan(40);
      expect(each.constructs.length).toBeGreaterThan(0);
    },
  );
});

function violations(): readonly string[] {
  return securityRules(app).flatMap((rules) => rules.validateScope(app).violations.map(({ ruleName }) => ruleName));
}
