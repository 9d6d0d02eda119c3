import { signAwsRequest } from '#local/client/sign-aws-request.ts';
import { dynamoDbCredentials } from '#local/emulators/local-dynamodb-client.ts';
import { LOCAL_REGION } from '#local/template/world.ts';
import type { Forward } from './forward.ts';

/** The access key that a function signed with: whoever counts what passes here can tell the functions apart. */
export const SIGNED_BY = 'x-lapsewatch-signed-by';

/**
 * Signs a function's request again, as this machine: a DynamoDB of one's own (DYNAMODB_ENDPOINT) knows no function's
 * access key, and DynamoDB Local would give each key tables of its own.
 */
export function resigned(endpoint: string, forward: Forward): Forward {
  const { host } = new URL(endpoint);
  const region = process.env['AWS_REGION'] ?? LOCAL_REGION;
  return async ({ method, path, headers, body }) => {
    const kept = {
      host,
      'content-type': headers['content-type'] ?? '',
      'x-amz-target': headers['x-amz-target'] ?? '',
      [SIGNED_BY]: /Credential=([^/]+)\//.exec(headers['authorization'] ?? '')?.[1] ?? '',
    };
    const signed = await signAwsRequest({
      method,
      path,
      headers: kept,
      body,
      signWith: { service: 'dynamodb', region, credentials: dynamoDbCredentials() },
    });
    return forward({ method, path, headers: signed, body });
  };
}
