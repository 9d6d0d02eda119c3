import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LOCAL_REGION } from '#local/template/world.ts';
import { LOCAL_CREDENTIALS } from './local-credentials.ts';

/** The local stack's own way to the tables, beside the gate: for making them and for looking up what the inbox shows. */
export function localDynamoDbClient(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({ endpoint, region: LOCAL_REGION, credentials: dynamoDbCredentials() });
}

/** The credentials towards DynamoDB: the environment's, for a DYNAMODB_ENDPOINT that checks them, or local ones. */
export function dynamoDbCredentials() {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = process.env;
  if (accessKeyId === undefined || secretAccessKey === undefined) return LOCAL_CREDENTIALS;
  return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
}
