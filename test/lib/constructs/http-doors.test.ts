import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { synthesized } from '../synthesized.ts';

const throttle = z.object({ ThrottlingRateLimit: z.number(), ThrottlingBurstLimit: z.number() });
const stageSchema = z.object({
  StageName: z.literal('$default'),
  AccessLogSettings: z.object({ DestinationArn: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }), Format: z.string() }),
  DefaultRouteSettings: throttle,
  RouteSettings: z.record(z.string(), throttle),
});

const { service } = synthesized();
const routes = Object.values(service.findResources('AWS::ApiGatewayV2::Route')).map(({ Properties }) => [
  Properties['RouteKey'],
  Properties['AuthorizationType'],
]);
const [stageResource] = Object.values(service.findResources('AWS::ApiGatewayV2::Stage'));
const stage = stageSchema.parse(stageResource?.['Properties']);

describe('The HTTP API', () => {
  it('lets nobody but a signed caller to /v1, and everybody to links and documents', () => {
    expect(routes.toSorted()).toEqual([
      ['ANY /links/{proxy+}', 'NONE'],
      ['ANY /v1/{proxy+}', 'AWS_IAM'],
      ['GET /health', 'NONE'],
      ['GET /openapi.json', 'NONE'],
      ['GET /r/{linkId}', 'NONE'],
    ]);
  });

  it('gives its functions events of version 2.0', () => {
    service.allResourcesProperties('AWS::ApiGatewayV2::Integration', { PayloadFormatVersion: '2.0', IntegrationType: 'AWS_PROXY' });
    expect(Object.keys(service.findResources('AWS::ApiGatewayV2::Integration'))).toHaveLength(2);
  });

  it.each(['ANY /links/{proxy+}', 'GET /r/{linkId}'])('is throttled more strictly on %s', (route) => {
    const own = stage.RouteSettings[route];
    expect(own?.ThrottlingRateLimit).toBeLessThan(stage.DefaultRouteSettings.ThrottlingRateLimit);
    expect(own?.ThrottlingBurstLimit).toBeLessThan(stage.DefaultRouteSettings.ThrottlingBurstLimit);
  });

  it('has a stage that waits for the routes it speaks of', () => {
    const waitsFor: unknown = stageResource?.['DependsOn'];
    expect(waitsFor).toEqual(expect.arrayContaining(Object.keys(service.findResources('AWS::ApiGatewayV2::Route'))));
  });
});

describe('The access log', () => {
  it('names the route, and neither path nor query nor who it was', () => {
    expect(stage.AccessLogSettings.Format).toContain('$context.routeKey');
    expect(stage.AccessLogSettings.Format).not.toMatch(/\$context\.(path|domain|identity|authorizer)|querystring|sourceIp|userAgent/i);
  });

  it('is JSON', () => {
    expect(JSON.parse(stage.AccessLogSettings.Format)).toHaveProperty('status', '$context.status');
  });

  it('is forgotten after three months', () => {
    const [group] = stage.AccessLogSettings.DestinationArn['Fn::GetAtt'];
    expect(service.findResources('AWS::Logs::LogGroup')[group]?.['Properties']?.['RetentionInDays']).toBe(90);
  });
});

describe('A domain of the organisation’s own', () => {
  const own = synthesized({ domain: { domainName: 'lapsewatch.example.com' } }).service;

  it('is where links in messages lead', () => {
    own.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ LINK_BASE_URL: 'https://lapsewatch.example.com' }) },
    });
    expect(Object.keys(own.findResources('AWS::ApiGatewayV2::ApiMapping'))).toHaveLength(1);
  });

  it('gets a certificate, unless there is one', () => {
    const certificateArn = 'arn:aws:acm:eu-central-1:111122223333:certificate/0b6f4a0e-6c1f-4e55-9c1e-3c1e4f6a7b8c';
    const given = synthesized({ domain: { domainName: 'lapsewatch.example.com', certificateArn } }).service;
    expect(Object.keys(own.findResources('AWS::CertificateManager::Certificate'))).toHaveLength(1);
    expect(Object.keys(given.findResources('AWS::CertificateManager::Certificate'))).toHaveLength(0);
  });
});
