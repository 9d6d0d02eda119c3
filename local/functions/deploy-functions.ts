import type { MovableClock } from '#local/clock/clock.ts';
import { accessKeyOf } from '#local/gate/callers.ts';
import type { Assembly } from '#local/synth/assembly.ts';
import type { TemplateReader } from '#local/template/template-reader.ts';
import { functionDefinitions } from './function-definition.ts';
import type { FunctionLogs } from './function-logs.ts';
import { runtimeEnvironment } from './lambda-context.ts';
import { type LambdaFunction, lambdaFunction } from './lambda-function.ts';

type Deploy = {
  readonly reader: TemplateReader;
  readonly assembly: Assembly;
  readonly clock: MovableClock;
  readonly logs: FunctionLogs;
  readonly gateUrl: string;
};

type Deployed = {
  readonly functions: readonly LambdaFunction[];
  /** What every recipient's topic ARN begins with, as functions are told; undefined when none is told. */
  readonly topicArnPrefix: string | undefined;
};

/** The template's functions, each with the variables the template gives it and an identity of its own. */
export function deployFunctions({ reader, assembly, clock, logs, gateUrl }: Deploy): Deployed {
  const definitions = functionDefinitions(reader, assembly);
  const functions = definitions.map((definition) => {
    const runtime = runtimeEnvironment(definition, { gateUrl, accessKeyId: accessKeyOf(definition.name) });
    return lambdaFunction({ definition, environment: { ...definition.environment, ...runtime }, clockOffset: clock.offset, logs });
  });
  const topicArnPrefix = definitions.map(({ environment }) => environment['TOPIC_ARN_PREFIX']).find((prefix) => prefix !== undefined);
  return { functions, topicArnPrefix };
}
