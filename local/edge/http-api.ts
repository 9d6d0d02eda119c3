import * as z from 'zod';
import type { Instant } from '#domain/days/instant.ts';
import type { FunctionLogs } from '#local/functions/function-logs.ts';
import type { LambdaFunction } from '#local/functions/lambda-function.ts';
import type { TemplateReader } from '#local/template/template-reader.ts';
import { gatewayAnswer, type HttpAnswer, httpAnswer } from './http-answer.ts';
import { httpEvent } from './http-event.ts';
import { matchRoute, type Route } from './routes.ts';
import { type SignedRequest, verifySignature } from './signature.ts';

/** The HTTP API of the template: answers a request as API Gateway and the function behind its route would. */
export type HttpApi = (request: SignedRequest, sourceIp: string) => Promise<HttpAnswer>;

type Deploy = {
  readonly reader: TemplateReader;
  readonly functions: readonly LambdaFunction[];
  readonly now: () => Instant;
  readonly logs: FunctionLogs;
};

const routeSchema = z.object({ RouteKey: z.string(), AuthorizationType: z.enum(['NONE', 'AWS_IAM']).default('NONE'), Target: z.string() });
const integrationSchema = z.object({
  IntegrationType: z.literal('AWS_PROXY'),
  PayloadFormatVersion: z.literal('2.0'),
  IntegrationUri: z.string(),
});

/** HTTP API gives up on a function after 30 s. */
const INTEGRATION_TIMEOUT_MS = 30_000;
/** Lambda takes events, and gives answers, of at most 6 MB. */
const PAYLOAD_LIMIT = 6 * 1024 * 1024;

export function httpApi({ reader, functions, now, logs }: Deploy): HttpApi {
  const routes = routesOf(reader, functions);
  return async (request, sourceIp) => {
    const path = decoded(request.path.split('?')[0] ?? '/');
    const match = path === undefined ? undefined : matchRoute(routes, request.method, path);
    if (path === undefined || match === undefined) return gatewayAnswer(404, 'Not Found');
    const { route, pathParameters } = match;
    const caller = route.iam ? await verifySignature(request) : undefined;
    if (caller?.ok === false) {
      logs.add('http-api', { level: 'WARN', message: `Forbidden: ${caller.refusal}.`, routeKey: route.routeKey });
      return gatewayAnswer(403, 'Forbidden');
    }
    const { routeKey } = route;
    const known = caller === undefined ? {} : caller.value;
    const event = httpEvent({ request, path, routeKey, pathParameters, sourceIp, at: now(), ...known });
    return JSON.stringify(event).length > PAYLOAD_LIMIT ? gatewayAnswer(413, 'Request Entity Too Large') : invoke(route.target, event);
  };
}

async function invoke(target: LambdaFunction, event: unknown): Promise<HttpAnswer> {
  const { promise: timeout, resolve } = Promise.withResolvers<'timeout'>();
  const timer = setTimeout(() => resolve('timeout'), INTEGRATION_TIMEOUT_MS);
  const outcome = await Promise.race([target.invoke(event), timeout]);
  clearTimeout(timer);
  if (outcome === 'timeout') return gatewayAnswer(503, 'Service Unavailable');
  return outcome.ok && outcome.payload.length <= PAYLOAD_LIMIT ? httpAnswer(outcome.payload) : gatewayAnswer(500, 'Internal Server Error');
}

function routesOf(reader: TemplateReader, functions: readonly LambdaFunction[]): readonly Route<LambdaFunction>[] {
  const integrations = new Map(
    reader.resourcesOf('AWS::ApiGatewayV2::Integration').map((resource) => {
      const { IntegrationUri } = integrationSchema.parse(reader.propertiesOf(resource));
      return [`integrations/${reader.nameOf(resource)}`, functionBehind(IntegrationUri, functions)];
    }),
  );
  return reader.resourcesOf('AWS::ApiGatewayV2::Route').map((resource) => {
    const { RouteKey, AuthorizationType, Target } = routeSchema.parse(reader.propertiesOf(resource));
    const target = integrations.get(Target);
    if (target === undefined) throw new Error(`The route ${RouteKey} leads to ${Target}, which the template does not declare.`);
    return { routeKey: RouteKey, iam: AuthorizationType === 'AWS_IAM', target };
  });
}

/** An integration names its function by ARN, or by an invocation path that contains the ARN. */
function functionBehind(uri: string, functions: readonly LambdaFunction[]): LambdaFunction {
  const found = functions.find(({ arn }) => uri === arn || uri.includes(`/${arn}/`));
  if (found === undefined) throw new Error(`No function of the template has the ARN in ${uri}.`);
  return found;
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
