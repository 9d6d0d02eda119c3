import { randomUUID } from 'node:crypto';
import type { Instant } from '#domain/days/instant.ts';
import { millisecondsOf } from '#domain/days/instant.ts';
import type { SignedRequest } from './signature.ts';

type Invocation = {
  readonly request: SignedRequest;
  /** Decoded, as API Gateway hands it on. */
  readonly path: string;
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly sourceIp: string;
  readonly at: Instant;
  /** The access key of a caller whose signature held. */
  readonly accessKeyId?: string;
};

/** The event of an HTTP API in payload format 2.0. */
export function httpEvent({ request, path, routeKey, pathParameters, sourceIp, at, accessKeyId }: Invocation) {
  const { cookie, ...headers } = request.headers;
  const query = request.path.split('?').slice(1).join('?');
  const parameters = queryParameters(query);
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: query,
    ...(cookie === undefined ? {} : { cookies: cookie.split('; ') }),
    headers,
    ...(Object.keys(parameters).length === 0 ? {} : { queryStringParameters: parameters }),
    ...(Object.keys(pathParameters).length === 0 ? {} : { pathParameters }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      ...(accessKeyId === undefined ? {} : { authorizer: { iam: identity(accessKeyId) } }),
      domainName: headers['host'] ?? '',
      domainPrefix: 'local',
      http: { method: request.method, path, protocol: 'HTTP/1.1', sourceIp, userAgent: headers['user-agent'] ?? '' },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: at,
      timeEpoch: millisecondsOf(at),
    },
    ...bodyOf(request),
  };
}

/** Who API Gateway says called: locally always the one user there is. */
function identity(accessKeyId: string) {
  return {
    accessKey: accessKeyId,
    accountId: '000000000000',
    callerId: 'LOCAL',
    cognitoIdentity: null,
    principalOrgId: null,
    userArn: 'arn:aws:iam::000000000000:user/local',
    userId: 'LOCAL',
  };
}

/** Values of one name are joined by commas. */
function queryParameters(query: string): Readonly<Record<string, string>> {
  const parameters: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    parameters[name] = parameters[name] === undefined ? value : `${parameters[name]},${value}`;
  }
  return parameters;
}

/** API Gateway hands these on as text and everything else in base64, compressed bodies and those without a type included. */
const TEXT = /^(text\/|application\/(json|xml|javascript)\b)/i;

function bodyOf({ headers, body }: SignedRequest) {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText = TEXT.test(headers['content-type'] ?? '') && headers['content-encoding'] === undefined;
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
}
