import type { APIGatewayProxyEventV2 } from 'aws-lambda';

type Parts = {
  readonly method?: string;
  readonly path?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
  readonly userArn?: string;
};

/** An event as API Gateway's payload format 2.0 has it, with only what a test cares about. */
export function anHttpEvent({
  method = 'GET',
  path = '/',
  params = {},
  query = {},
  headers = {},
  body,
  isBase64Encoded = false,
  userArn = 'arn:aws:iam::000000000000:user/test',
}: Parts = {}): APIGatewayProxyEventV2 {
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { ...headers },
    ...(Object.keys(query).length > 0 && { queryStringParameters: { ...query } }),
    pathParameters: { ...params },
    requestContext: { ...context({ method, path }), ...{ authorizer: { iam: { userArn } } } },
    ...(body !== undefined && { body }),
    isBase64Encoded,
  };
}

function context({ method, path }: { readonly method: string; readonly path: string }): APIGatewayProxyEventV2['requestContext'] {
  return {
    accountId: '000000000000',
    apiId: 'api',
    domainName: 'localhost',
    domainPrefix: 'localhost',
    http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
    requestId: 'request-1',
    routeKey: '$default',
    stage: '$default',
    time: '02/Dec/2026:07:00:00 +0000',
    timeEpoch: 0,
  };
}
