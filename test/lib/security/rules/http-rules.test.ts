import { describe } from 'vitest';
import { HTTP_RULES } from '#lib/security/rules/http-rules.ts';
import { hold } from './hold.ts';

const LIMITS = { ThrottlingRateLimit: 10, ThrottlingBurstLimit: 20 };
const aRoute = (RouteKey: string) => ({ Type: 'AWS::ApiGatewayV2::Route', Properties: { ApiId: { Ref: 'Api' }, RouteKey } });

describe('S5 The rules about the HTTP API', () => {
  hold(HTTP_RULES, {
    RouteAuthorizer: {
      passes: [
        ['signed routes and the page of links', {}],
        ['the documents', { Health: aRoute('GET /health'), Document: aRoute('GET /openapi.json') }],
      ],
      fails: [
        ['a route that asks for nothing', 'Signed', { 'Signed.Properties.AuthorizationType': undefined }],
        ['a route that says so', 'Signed', { 'Signed.Properties.AuthorizationType': 'NONE' }],
        ['a route for everything', 'Rest', { Rest: aRoute('$default') }],
        ['a method more than is public', 'More', { More: aRoute('ANY /health') }],
      ],
    },
    RouteInSight: {
      passes: [['an API whose routes are resources', {}]],
      fails: [
        ['an API from a document', 'Api', { 'Api.Properties.Body': { openapi: '3.0.1' } }],
        ['an API with a target for everything', 'Api', { 'Api.Properties.Target': { 'Fn::GetAtt': ['Worker', 'Arn'] } }],
      ],
    },
    RouteThrottles: {
      passes: [
        ['a stage with limits, and its public route with its own', {}],
        [
          'limits route by route',
          {
            'Stage.Properties.DefaultRouteSettings': undefined,
            'Stage.Properties.RouteSettings': { 'ANY /v1/{proxy+}': LIMITS, 'GET /r/{linkId}': LIMITS },
          },
        ],
        ['a document that goes by what holds for all', { Health: aRoute('GET /health') }],
      ],
      fails: [
        ['a stage without limits', 'Signed', { 'Stage.Properties.DefaultRouteSettings': undefined }],
        ['a limit without a burst', 'Signed', { 'Stage.Properties.DefaultRouteSettings.ThrottlingBurstLimit': undefined }],
        ['a public route with an id, and no limit of its own', 'Page', { 'Stage.Properties.RouteSettings': undefined }],
        [
          'a second stage without limits',
          'Page',
          {
            Beta: {
              Type: 'AWS::ApiGatewayV2::Stage',
              Properties: { ApiId: { Ref: 'Api' }, StageName: 'beta', DefaultRouteSettings: LIMITS },
            },
          },
        ],
        [
          'an API without a stage',
          'Lonely',
          {
            Other: { Type: 'AWS::ApiGatewayV2::Api' },
            Lonely: { ...aRoute('GET /health'), Properties: { ApiId: { Ref: 'Other' }, RouteKey: 'GET /health' } },
          },
        ],
        [
          'limits for a route that is not there',
          'Stage',
          { 'Stage.Properties.RouteSettings': { 'GET /r/{linkId}': LIMITS, 'GET /r/{id}': LIMITS } },
        ],
      ],
    },
  });
});
