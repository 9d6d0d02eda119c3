import type { App } from 'aws-cdk-lib';
import type { Bundles } from './bundles/function-names.ts';
import type { DomainChoice } from './constructs/own-domain.ts';
import { DataStack } from './stacks/data-stack.ts';
import { OperationsStack } from './stacks/operations-stack.ts';
import { ServiceStack } from './stacks/service-stack.ts';

export type Installation = {
  /** How the stacks' names begin; a second installation in one account and region needs another. */
  readonly name: string;
  readonly bundles: Bundles;
  /** Who is mailed when an alarm goes off. @default nobody */
  readonly alarmEmail?: string | undefined;
  /** @default the host that API Gateway gives */
  readonly domain?: DomainChoice | undefined;
};

/** The three stacks of one installation. */
export type Stacks = { readonly data: DataStack; readonly operations: OperationsStack; readonly service: ServiceStack };

/** Declares one Lapsewatch: what it knows, where its alarms go, and what it does. */
export function install(app: App, { name, bundles, alarmEmail, domain }: Installation): Stacks {
  const data = new DataStack(app, `${name}Data`);
  const operations = new OperationsStack(app, `${name}Operations`, { alarmEmail });
  const { table } = data;
  const { alarms } = operations;
  const service = new ServiceStack(app, `${name}Service`, { bundles, alarms, table, domain });
  return { data, operations, service };
}
