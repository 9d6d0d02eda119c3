import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, type NagPack, ServerlessChecks } from 'cdk-nag';
import type { Stacks } from '#lib/installation.ts';
import { type Acknowledgement, acknowledgements } from './acknowledgements.ts';
import { LapsewatchRules } from './rules/lapsewatch-rules.ts';

/** The rules of others that every resource is held against. */
export function securityRules(app: App): readonly NagPack[] {
  return [new AwsSolutionsChecks(app), new ServerlessChecks(app)];
}

/**
 * S5. Puts the rules to the app, those of others and our own, and what is acknowledged of them to the constructs concerned:
 * a synthesis with an open violation fails.
 */
export function holdToSecurityRules(app: App, stacks: Stacks): void {
  Validations.of(app).addPlugins(...securityRules(app), new LapsewatchRules());
  for (const acknowledgement of acknowledgements(stacks)) acknowledge(acknowledgement);
}

function acknowledge({ rule, findings, reason, constructs }: Acknowledgement): void {
  const ids = findings === undefined ? [rule] : findings.map((finding) => `${rule}[${finding}]`);
  for (const construct of constructs) Validations.of(construct).acknowledge(...ids.map((id) => ({ id, reason })));
}
