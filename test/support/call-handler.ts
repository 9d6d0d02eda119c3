import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { anHttpEvent } from './http-event.ts';

/** A Lambda context with what handlers look at. */
export const aContext: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'test',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:eu-central-1:000000000000:function:test',
  memoryLimitInMB: '512',
  awsRequestId: 'request-1',
  logGroupName: 'test',
  logStreamName: 'test',
  getRemainingTimeInMillis: () => 30_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};

type Handler = (event: APIGatewayProxyEventV2, context: Context) => unknown;

/** Calls an HTTP handler as API Gateway does. */
export async function called(handler: Handler, event: Parameters<typeof anHttpEvent>[0]): Promise<APIGatewayProxyStructuredResultV2> {
  return (await handler(anHttpEvent(event), aContext)) as APIGatewayProxyStructuredResultV2;
}
