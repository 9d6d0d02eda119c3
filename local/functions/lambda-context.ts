import { LOCAL_REGION } from '#local/template/world.ts';
import type { FunctionDefinition } from './function-definition.ts';

/** What Lambda gives a handler beside the event. The remaining time runs on the real clock, however far time was moved. */
export function contextOf({ name, arn, memoryMb, timeoutMs }: Omit<FunctionDefinition, 'environment'>, requestId: string) {
  const endsAt = performance.now() + timeoutMs;
  return {
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: arn,
    memoryLimitInMB: String(memoryMb),
    awsRequestId: requestId,
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, Math.floor(endsAt - performance.now())),
  };
}

/** The variables Lambda itself sets, and where this machine's AWS is. No configuration of the person's own is read. */
export function runtimeEnvironment(
  { name, memoryMb }: FunctionDefinition,
  { gateUrl, accessKeyId }: { readonly gateUrl: string; readonly accessKeyId: string },
) {
  return {
    AWS_REGION: LOCAL_REGION,
    AWS_DEFAULT_REGION: LOCAL_REGION,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_CONFIG_FILE: '/nonexistent',
    AWS_SHARED_CREDENTIALS_FILE: '/nonexistent',
    AWS_ENDPOINT_URL_DYNAMODB: gateUrl,
    AWS_ENDPOINT_URL_SNS: gateUrl,
    AWS_ENDPOINT_URL_SQS: gateUrl,
    AWS_ENDPOINT_URL_EVENTBRIDGE: gateUrl,
    TZ: 'UTC',
  };
}
