import { describe } from 'vitest';
import { LOG_RULES } from '#lib/security/rules/log-rules.ts';
import { hold } from './hold.ts';

const FORMAT = 'Stage.Properties.AccessLogSettings.Format';

describe('S5 The rules about logs', () => {
  hold(LOG_RULES, {
    LogRetention: {
      passes: [
        ['a log that is forgotten after three months', {}],
        ['a log that is forgotten after a week', { 'Log.Properties.RetentionInDays': 7 }],
      ],
      fails: [
        ['a log that is kept for ever', 'Log', { 'Log.Properties': undefined }],
        ['a log that is kept for a year', 'Log', { 'Log.Properties.RetentionInDays': 365 }],
      ],
    },
    LogOfFunction: {
      passes: [['a function with a log of the app', {}]],
      fails: [
        ['a function for which Lambda makes one', 'Worker', { 'Worker.Properties.LoggingConfig': undefined }],
        ['a function with a log of elsewhere', 'Worker', { 'Worker.Properties.LoggingConfig.LogGroup': '/aws/lambda/other' }],
      ],
    },
    LogOfRequests: {
      passes: [
        ['an access log of routes and statuses', {}],
        ['a log in lines', { [FORMAT]: '$context.requestId $context.routeKey $context.status' }],
      ],
      fails: [
        ['an API without one', 'Stage', { 'Stage.Properties.AccessLogSettings': undefined }],
        [
          'one in a log of elsewhere',
          'Stage',
          { 'Stage.Properties.AccessLogSettings.DestinationArn': 'arn:aws:logs:eu-central-1:1:log-group:other' },
        ],
        ['paths', 'Stage', { [FORMAT]: '{"path":"$context.path"}' }],
        ['queries', 'Stage', { [FORMAT]: '{"route":"$context.routeKey","query":"$context.queryStringParameters.secret"}' }],
        ['addresses', 'Stage', { [FORMAT]: '{"ip":"$context.identity.sourceIp"}' }],
        ['callers', 'Stage', { [FORMAT]: '{"who":"$context.identity.userArn"}' }],
        ['messages that may quote a caller', 'Stage', { [FORMAT]: '{"error":"$context.error.message"}' }],
        ['a format that is decided at deployment', 'Stage', { [FORMAT]: { Ref: 'Format' } }],
      ],
    },
  });
});
