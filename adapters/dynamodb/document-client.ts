import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { environmentCredentials } from '#adapters/runtime/environment-credentials.ts';

/**
 * A client that takes and gives plain values; what is undefined is left out of an item. Region and endpoint are what
 * the SDK finds in the environment (`AWS_REGION`, `AWS_ENDPOINT_URL_DYNAMODB`), unless `config` says otherwise.
 */
export function documentClient(config: DynamoDBClientConfig = {}): DynamoDBDocumentClient {
  const client = new DynamoDBClient({ credentials: environmentCredentials, ...config });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}
