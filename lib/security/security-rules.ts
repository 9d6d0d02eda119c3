import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, type NagPack, ServerlessChecks } from 'cdk-nag';
import type { Stacks } from '#lib/installation.ts';
import { type Acknowledgement, acknowledgements } from './acknowledgements.ts';

/** The rules every resource is held against: a synthesis with an open violation fails (S5). */
export function securityRules(app: App): readonly NagPack[] {
  return [new AwsSolutionsChecks(app), new ServerlessChecks(app)];
}

/** Puts the rules to the app, and what is acknowledged of them to the constructs concerned. */
export function holdToSecurityRules(app: App, stacks: Stacks): void {
  Validations.of(app).addPlugins(...securityRules(app));
  for (const acknowledgement of acknowledgements(stacks)) acknowledge(acknowledgement);
}

function acknowledge({ rule, findings, reason, constructs }: Acknowledgement): void {
  const ids = findings === undefined ? [rule] : findings.map((finding) => `${rule}[${finding}]`);
  for (const construct of constructs) Validations.of(construct).acknowledge(...ids.map((id) => ({ id, reason })));
}
