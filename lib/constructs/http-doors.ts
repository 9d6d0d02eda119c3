import { CfnOutput, RemovalPolicy } from 'aws-cdk-lib';
import { CfnStage, HttpApi, HttpMethod, type HttpRoute } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { ACCESS_LOG_FORMAT } from './access-log-format.ts';
import { type AlarmTopic, SOON } from './alarm-topic.ts';
import { type DomainChoice, OwnDomain } from './own-domain.ts';

export type HttpDoorsProps = {
  readonly alarms: AlarmTopic;
  /** @default the host that API Gateway gives */
  readonly domain?: DomainChoice | undefined;
};

type Behind = { readonly api: LambdaFunction; readonly links: LambdaFunction };

/** Requests a second, and how many at once on top: API Gateway answers 429 above that. */
const THROTTLES = {
  // For everybody together: an account's ten functions at 100 ms each.
  all: { throttlingRateLimit: 100, throttlingBurstLimit: 200 },
  // People press buttons and open pages; only guessing needs more, and a guess costs us a read.
  links: { ThrottlingRateLimit: 10, ThrottlingBurstLimit: 20 },
  page: { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 },
} as const;

/** The HTTP API: `/v1` for tooling that signs with IAM, and the page and actions of links, which are public. */
export class HttpDoors extends Construct {
  /** Where links in messages lead: `https://host`, without a slash at the end. */
  readonly linkBaseUrl: string;
  private readonly http: HttpApi;
  private readonly domain?: OwnDomain;

  constructor(scope: Construct, id: string, { alarms, domain }: HttpDoorsProps) {
    super(scope, id);
    this.http = new HttpApi(this, 'Api', { createDefaultStage: false, description: 'Lapsewatch: its API, and the links in its messages' });
    if (domain !== undefined) this.domain = new OwnDomain(this, 'OwnDomain', domain);
    this.linkBaseUrl = domain === undefined ? this.http.apiEndpoint : `https://${domain.domainName}`;
    new CfnOutput(this, 'Url', { description: 'Where the API and the links are', value: this.linkBaseUrl });
    alarms.watch(this, 'ServerErrors', {
      metric: this.http.metricServerError({ period: SOON, statistic: 'Sum' }),
      failureMeans: 'Somebody who followed a link, or tooling, was answered with an error of ours.',
      runbookSection: 'the-api-answers-5xx',
    });
  }

  /** Puts the functions behind the doors. Our routers answer what these few routes let through: 404 and 405 are theirs. */
  leadTo({ api, links }: Behind): void {
    const toApi = new HttpLambdaIntegration('ToApi', api);
    const toLinks = new HttpLambdaIntegration('ToLinks', links);
    const routes = [
      ...this.http.addRoutes({ path: '/v1/{proxy+}', integration: toApi, authorizer: new HttpIamAuthorizer() }),
      ...this.http.addRoutes({ path: '/openapi.json', methods: [HttpMethod.GET], integration: toApi }),
      ...this.http.addRoutes({ path: '/health', methods: [HttpMethod.GET], integration: toApi }),
      ...this.http.addRoutes({ path: '/links/{proxy+}', integration: toLinks }),
      ...this.http.addRoutes({ path: '/r/{linkId}', methods: [HttpMethod.GET], integration: toLinks }),
    ];
    const stage = this.stageOf(routes);
    this.domain?.leadsTo(this.http.apiId, stage);
  }

  private stageOf(routes: readonly HttpRoute[]): CfnStage {
    const log = new LogGroup(this, 'AccessLog', { retention: RetentionDays.THREE_MONTHS, removalPolicy: RemovalPolicy.DESTROY });
    const stage = new CfnStage(this, 'Stage', {
      apiId: this.http.apiId,
      stageName: '$default',
      autoDeploy: true,
      accessLogSettings: { destinationArn: log.logGroupArn, format: ACCESS_LOG_FORMAT },
      defaultRouteSettings: THROTTLES.all,
      routeSettings: { 'ANY /links/{proxy+}': THROTTLES.links, 'GET /r/{linkId}': THROTTLES.page },
    });
    // A stage cannot speak of routes that do not exist yet.
    stage.node.addDependency(...routes);
    return stage;
  }
}
