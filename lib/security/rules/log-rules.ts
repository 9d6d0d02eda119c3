import { type Rule, unless } from './rule.ts';
import { isWithin, valueAt } from './value-at.ts';

const LOG_GROUP = 'AWS::Logs::LogGroup';

/** Long enough to look into what somebody noticed late; docs/security.md promises no more. */
const MOST_DAYS = 90;

/** All that the access log may say of a request: no path, query, address or caller, nor a message that could quote one. */
const ALLOWED_FIELDS: ReadonlySet<string> = new Set([
  '$context.requestId',
  '$context.requestTime',
  '$context.httpMethod',
  '$context.routeKey',
  '$context.status',
  '$context.integrationStatus',
  '$context.responseLatency',
  '$context.integrationLatency',
  '$context.responseLength',
  '$context.error.responseType',
]);

/** What has to hold of everything that is logged. */
export const LOG_RULES: readonly Rule[] = [
  {
    name: 'LogRetention',
    holds: `Every log is forgotten after ${MOST_DAYS} days at the latest.`,
    otherwise: 'CloudWatch keeps lines for ever: who was warned, moved or removed when, long after everybody was told it is gone.',
    remedy: 'Set the retention of the log group.',
    breaches: unless(LOG_GROUP, 'Properties.RetentionInDays', (days) => isWithin(days, 1, MOST_DAYS)),
  },
  {
    name: 'LogOfFunction',
    holds: 'Every function writes to a log group of the app.',
    otherwise: 'Lambda makes a log group of its own, which keeps everything for ever and belongs to nobody.',
    remedy: 'Give the function a log group.',
    breaches: unless(
      'AWS::Lambda::Function',
      'Properties.LoggingConfig.LogGroup',
      (group, { template }, templates) => templates.referredTo(template, group)?.type === LOG_GROUP,
    ),
  },
  {
    name: 'LogOfRequests',
    holds: 'The access log names routes, statuses and times, and nothing by which somebody could be told or a link be used.',
    otherwise: 'Paths hold ids of tenants and links, queries names, and an address says where somebody is.',
    remedy: `Log these and no others: ${[...ALLOWED_FIELDS].join(', ')}.`,
    breaches: unless(
      'AWS::ApiGatewayV2::Stage',
      'Properties.AccessLogSettings',
      (settings, { template }, templates) =>
        templates.referredTo(template, valueAt(settings, 'DestinationArn'))?.type === LOG_GROUP && saysLittle(valueAt(settings, 'Format')),
    ),
  },
];

function saysLittle(format: unknown): boolean {
  if (typeof format !== 'string') return false;
  const fields = format.match(/\$[\w.]+/g) ?? [];
  return fields.length > 0 && fields.every((field) => ALLOWED_FIELDS.has(field));
}
