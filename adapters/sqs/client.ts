import { SQSClient } from '@aws-sdk/client-sqs';
import { environmentCredentials } from '#adapters/runtime/environment-credentials.ts';

/** A client of SQS with the function's own credentials; region and endpoint are what the SDK finds in the environment. */
export function sqsClient(): SQSClient {
  return new SQSClient({ credentials: environmentCredentials });
}
