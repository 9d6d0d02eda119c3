import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { bundleAll } from '#lib/bundles/bundle-all.ts';
import type { DomainChoice } from '#lib/constructs/own-domain.ts';
import { install } from '#lib/installation.ts';
import { holdToSecurityRules } from '#lib/security/security-rules.ts';

const app = new App();

const stacks = install(app, {
  name: fromContext('installation') ?? 'Lapsewatch',
  bundles: await bundleAll(join(app.outdir, 'bundles')),
  alarmEmail: fromContext('alarmEmail'),
  domain: domainFromContext(),
});
holdToSecurityRules(app, stacks);
app.synth();

/** What was given with `--context name=value`; docs/deploy.md lists the names. */
function fromContext(name: 'installation' | 'alarmEmail' | 'domainName' | 'certificateArn'): string | undefined {
  const value: unknown = app.node.tryGetContext(name);
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string') throw new Error(`The context ${name} has to be a text.`);
  return value;
}

function domainFromContext(): DomainChoice | undefined {
  const domainName = fromContext('domainName');
  const certificateArn = fromContext('certificateArn');
  if (domainName === undefined && certificateArn !== undefined)
    throw new Error('The context certificateArn is of no use without domainName.');
  return domainName === undefined ? undefined : { domainName, certificateArn };
}
