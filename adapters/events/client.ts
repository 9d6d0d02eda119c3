import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { environmentCredentials } from '#adapters/runtime/environment-credentials.ts';

/** A client of EventBridge with the function's own credentials; region and endpoint are what the SDK finds in the environment. */
export function eventBridgeClient(): EventBridgeClient {
  return new EventBridgeClient({ credentials: environmentCredentials });
}
