import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyDocument, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Bundles, FunctionName } from '#lib/bundles/function-names.ts';
import { type AlarmTopic, SOON } from './alarm-topic.ts';
import { allow, type Given, type Variables } from './given.ts';

/** What every function needs, whichever it is. */
export type Surroundings = { readonly bundles: Bundles; readonly alarms: AlarmTopic };

export type WatchedFunctionProps<Environment> = Surroundings & {
  readonly name: FunctionName;
  /** Its environment, each variable with what the function may do with it. */
  readonly variables: Variables<Environment>;
  /** What it may do beyond that. @default nothing */
  readonly permissions?: Given['permissions'];
  /** Memory in MB; the processor grows with it. */
  readonly memoryMb: number;
  readonly timeout: Duration;
  /** What people stop receiving while it fails. */
  readonly failureMeans: string;
};

/** A function with a role of its own that may do what its variables say and nothing else, a log, and an alarm. */
export class WatchedFunction<Environment> extends Construct {
  readonly lambda: LambdaFunction;
  readonly timeout: Duration;
  readonly role: Role;

  constructor(scope: Construct, id: string, props: WatchedFunctionProps<Environment>) {
    super(scope, id);
    const logs = new LogGroup(this, 'Logs', { retention: RetentionDays.THREE_MONTHS, removalPolicy: RemovalPolicy.DESTROY });
    const given = Object.entries<Given>(props.variables);
    this.timeout = props.timeout;
    this.role = roleFor(this, [
      ...given.flatMap(([, { permissions }]) => permissions),
      ...(props.permissions ?? []),
      allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logs.logGroupArn]),
      // X-Ray has no resources to name.
      allow(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], ['*']),
    ]);
    this.lambda = new LambdaFunction(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(props.bundles[props.name]),
      handler: 'index.handler',
      environment: { ...variablesOf(given), POWERTOOLS_SERVICE_NAME: props.name, POWERTOOLS_LOG_LEVEL: 'INFO' },
      memorySize: props.memoryMb,
      timeout: props.timeout,
      tracing: Tracing.ACTIVE,
      logGroup: logs,
      // Whatever else is done to the function adds nothing to the role: it stands above, whole.
      role: this.role.withoutPolicyUpdates(),
    });
    props.alarms.watch(this, 'Errors', {
      metric: this.lambda.metricErrors({ period: SOON }),
      failureMeans: props.failureMeans,
      runbookSection: `${props.name}-fails`,
    });
  }
}

function roleFor(scope: Construct, statements: Given['permissions']): Role {
  return new Role(scope, 'Role', {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    inlinePolicies: { Permissions: new PolicyDocument({ statements: [...statements] }) },
  });
}

function variablesOf(given: readonly (readonly [string, Given])[]): Record<string, string> {
  return Object.fromEntries(given.map(([name, { value }]) => [name, value]));
}
