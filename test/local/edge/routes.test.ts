import { describe, expect, it } from 'vitest';
import { matchRoute } from '#local/edge/routes.ts';

const ROUTES = ['ANY /v1/{proxy+}', 'GET /v1/{one}/two', 'GET /v1/one/two', 'ANY /r/{linkId}', 'GET /r/{linkId}', 'GET /health'].map(
  (routeKey) => ({
    routeKey,
    iam: false,
    target: routeKey,
  }),
);

describe('a route', () => {
  it.each([
    ['literal before a variable', 'GET', '/v1/one/two', 'GET /v1/one/two', {}],
    ['a variable before the rest of the path', 'GET', '/v1/other/two', 'GET /v1/{one}/two', { one: 'other' }],
    ['the rest of the path', 'GET', '/v1/a/b/c', 'ANY /v1/{proxy+}', { proxy: 'a/b/c' }],
    ['any method where none is named', 'POST', '/v1/one/two', 'ANY /v1/{proxy+}', { proxy: 'one/two' }],
    ['its own method before any', 'GET', '/r/abc', 'GET /r/{linkId}', { linkId: 'abc' }],
  ])('is chosen: %s', (_case, method, path, routeKey, pathParameters) => {
    const match = matchRoute(ROUTES, method, path);
    expect({ routeKey: match?.route.routeKey, pathParameters: match?.pathParameters }).toEqual({ routeKey, pathParameters });
  });

  it.each([
    ['another method', 'POST', '/health'],
    ['HEAD, which API Gateway does not take for GET', 'HEAD', '/health'],
    ['a longer path', 'GET', '/health/more'],
    ['nothing where something is asked for', 'GET', '/v1/'],
    ['a path that no route has', 'GET', '/'],
  ])('is not found for %s', (_case, method, path) => {
    expect(matchRoute(ROUTES, method, path)).toBeUndefined();
  });
});
