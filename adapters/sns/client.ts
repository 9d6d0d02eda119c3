import { SNSClient } from '@aws-sdk/client-sns';
import { environmentCredentials } from '#adapters/runtime/environment-credentials.ts';

/** A client of SNS with the function's own credentials; region and endpoint are what the SDK finds in the environment. */
export function snsClient(): SNSClient {
  return new SNSClient({ credentials: environmentCredentials });
}
