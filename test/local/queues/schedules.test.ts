import { describe, expect, it } from 'vitest';
import { schedulesOf } from '#local/queues/schedules.ts';
import { templateSchema } from '#local/template/stack-template.ts';
import { templateReader } from '#local/template/template-reader.ts';

function schedule(expression: string) {
  const Target = { Arn: 'arn:aws:sqs:eu-central-1:000000000000:Ticks', RoleArn: 'role' };
  const template = templateSchema.parse({
    Resources: { Tick: { Type: 'AWS::Scheduler::Schedule', Properties: { ScheduleExpression: expression, Target } } },
  });
  const world = { accountId: '000000000000', region: 'eu-central-1', apiUrl: 'http://a', gateUrl: 'http://g' } as const;
  return schedulesOf(templateReader([{ stackId: 'S', template }], world));
}

describe('a schedule', () => {
  it.each([
    ['rate(15 minutes)', 15],
    ['rate(1 hour)', 60],
    ['cron(0/15 * * * ? *)', 15],
    ['cron(*/5 * ? * * *)', 5],
  ])('%s fires every %i minutes', (expression, everyMinutes) => {
    expect(schedule(expression)).toMatchObject([{ everyMinutes, queueName: 'Ticks', body: '{}' }]);
  });

  it('that is not understood is named', () => {
    expect(() => schedule('cron(0 8 ? * MON *)')).toThrow('cron(0 8 ? * MON *)');
  });
});
