import { Logger } from '@aws-lambda-powertools/logger';
import middy, { type MiddyfiedHandler } from '@middy/core';
import httpRouter from '@middy/http-router';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Operation } from '#contract/operations.ts';
import { problem } from '#contract/problems.ts';
import { InvalidCursor } from '#use-cases/invalid-cursor.ts';
import { faultOf } from '../fault.ts';
import { type Answer, toResult } from './answer.ts';
import { type HttpRequest, type RequestRefusal, readRequest } from './http-request.ts';

type Refusal = Parameters<typeof problem>[0];
type Handled = APIGatewayProxyStructuredResultV2;

/** What answers one operation. */
type Handler<Op extends Operation> = (request: HttpRequest<Op>) => Promise<Answer>;
export type Handlers<Operations extends Readonly<Record<string, Operation>>> = {
  readonly [Id in keyof Operations]: Handler<Operations[Id]>;
};

type Options = {
  readonly logger?: Pick<Logger, 'error'>;
  /** What a request is answered that does not have its operation's shape. @default the problem itself */
  readonly answerRefused?: (event: APIGatewayProxyEventV2, refusal: RequestRefusal) => Promise<Answer>;
};

/** A refusal as an answer: RFC 9457. */
export function refuse(refusal: Refusal): Answer {
  const { status, body } = problem(refusal);
  return { status, body, headers: { 'content-type': 'application/problem+json' } };
}

/**
 * Routes events to the handlers of a complete set of operations. Whatever is refused, unknown or broken is answered as a
 * problem; what is broken is logged by its kind and place alone, since its message may quote data.
 */
export function routerOf<Operations extends Readonly<Record<string, Operation>>>(
  operations: Operations,
  handlers: Handlers<Operations>,
  { logger = new Logger(), answerRefused = async (_event, refusal) => refuse(refusal) }: Options = {},
): MiddyfiedHandler<APIGatewayProxyEventV2, Handled> {
  const routes = Object.keys(operations).map((id) =>
    routeOf(operations[id] as Operation, { handle: handlers[id] as Handler<Operation>, answerRefused }),
  );
  const route = httpRouter<APIGatewayProxyEventV2, Handled>({
    routes,
    notFoundResponse: (asked) => toResult(unknownRoute(operations, asked)),
  });
  return middy<APIGatewayProxyEventV2, Handled>({ timeoutEarlyInMillis: 0 })
    .onError((request) => {
      request.response = toResult(answerToFault(request.error, { logger, route: request.event.routeKey }));
    })
    .handler(route);
}

function answerToFault(error: unknown, { logger, route }: { readonly logger: Pick<Logger, 'error'>; readonly route: string }): Answer {
  if (error instanceof InvalidCursor)
    return refuse({ reason: 'invalid-request', errors: [{ path: 'cursor', message: 'This is not a cursor that a list has given.' }] });
  logger.error('A request failed.', { route, fault: faultOf(error) });
  return refuse({ reason: 'internal-error' });
}

type Routed = { readonly handle: Handler<Operation>; readonly answerRefused: NonNullable<Options['answerRefused']> };

function routeOf(operation: Operation, { handle, answerRefused }: Routed) {
  const handler = async (event: APIGatewayProxyEventV2): Promise<Handled> => {
    const request = readRequest(operation, event);
    return toResult(request.ok ? await handle(request.value) : await answerRefused(event, request.refusal));
  };
  return { method: operation.method, path: operation.path, handler };
}

/** 405 where another method of the same path exists, else 404. */
function unknownRoute(
  operations: Readonly<Record<string, Operation>>,
  { method, path }: { readonly method: string; readonly path: string },
): Answer {
  const allowed = Object.values(operations).filter((operation) => operation.method !== method && pattern(operation.path).test(path));
  if (allowed.length === 0) return refuse({ reason: 'not-found' });
  const answer = refuse({ reason: 'method-not-allowed' });
  return { ...answer, headers: { ...answer.headers, allow: allowed.map((operation) => operation.method).join(', ') } };
}

function pattern(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}/?$`);
}
