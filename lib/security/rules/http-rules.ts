import { PUBLIC_ROUTES } from '#lib/security/public-routes.ts';
import { type Breach, breachOf, type Rule, unless } from './rule.ts';
import type { Resource, Templates } from './templates.ts';
import { entriesAt, isWithin, valueAt } from './value-at.ts';

const API = 'AWS::ApiGatewayV2::Api';
const ROUTE = 'AWS::ApiGatewayV2::Route';
const STAGE = 'AWS::ApiGatewayV2::Stage';

/** What has to hold of the HTTP API and of each of its routes. */
export const HTTP_RULES: readonly Rule[] = [
  {
    name: 'RouteAuthorizer',
    holds: 'A route asks for a signature (IAM), or is one of those that are public on purpose.',
    otherwise: 'Anybody who finds the host reads who works where, and moves people.',
    remedy: 'Give the route the IAM authorizer; a public one needs a place in lib/security/public-routes.ts, and a reason.',
    breaches: unless(
      ROUTE,
      'Properties',
      (properties) =>
        valueAt(properties, 'AuthorizationType') === 'AWS_IAM' || PUBLIC_ROUTES.includes(String(valueAt(properties, 'RouteKey'))),
    ),
  },
  {
    name: 'RouteInSight',
    holds: 'Every route of an API is a resource of its own.',
    otherwise: 'A route inside an imported document, or a target for everything, is asked for nothing and throttled by nothing.',
    remedy: 'Take Body, BodyS3Location and Target from the API, and make routes.',
    breaches: unless(API, 'Properties', (properties) =>
      ['Body', 'BodyS3Location', 'Target', 'RouteKey'].every((name) => valueAt(properties, name) === undefined),
    ),
  },
  {
    name: 'RouteThrottles',
    holds: 'Every route is throttled, and a public one that takes an id has a throttle of its own; none is for a route that is not there.',
    otherwise: 'Whoever guesses links, or floods the host, takes the room of somebody who has to act today.',
    remedy: 'Set rate and burst for the stage, and for each public route with an id under exactly its route key.',
    breaches: (templates) => [...templates.ofType(ROUTE).flatMap((route) => unthrottled(route, templates)), ...leftOver(templates)],
  },
];

function unthrottled(route: Resource, templates: Templates): readonly Breach[] {
  const stages = stagesOf(route, templates);
  const throttled = stages.length > 0 && stages.every((stage) => isThrottled(route, stage));
  return throttled ? [] : [breachOf(route, 'Properties.RouteKey')];
}

function isThrottled(route: Resource, stage: Resource): boolean {
  const key = String(valueAt(route.body, 'Properties.RouteKey'));
  const own = entriesAt(stage.body, 'Properties.RouteSettings').find(([name]) => name === key)?.[1];
  const needsItsOwn = PUBLIC_ROUTES.includes(key) && key.includes('{');
  return limits(own ?? (needsItsOwn ? undefined : valueAt(stage.body, 'Properties.DefaultRouteSettings')));
}

function limits(settings: unknown): boolean {
  return isWithin(valueAt(settings, 'ThrottlingRateLimit'), 1) && isWithin(valueAt(settings, 'ThrottlingBurstLimit'), 1);
}

function stagesOf(route: Resource, templates: Templates): readonly Resource[] {
  return templates.ofType(STAGE).filter((stage) => apiOf(stage, templates) === apiOf(route, templates));
}

function apiOf({ template, body }: Resource, { referredTo }: Templates): Resource | undefined {
  return referredTo(template, valueAt(body, 'Properties.ApiId'));
}

/** A key with a slip of the pen throttles nothing, and its route goes by what holds for all. */
function leftOver(templates: Templates): readonly Breach[] {
  const keys = templates.ofType(ROUTE).map(({ body }) => valueAt(body, 'Properties.RouteKey'));
  return templates
    .ofType(STAGE)
    .filter(({ body }) => entriesAt(body, 'Properties.RouteSettings').some(([key]) => !keys.includes(key)))
    .map((stage) => breachOf(stage, 'Properties.RouteSettings'));
}
