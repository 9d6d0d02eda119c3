import type { FauxqsServer } from 'fauxqs';
import type { LambdaFunction } from '#local/functions/lambda-function.ts';
import { requireQueueAccess } from '#local/permissions/require-queue-access.ts';
import type { Roles } from '#local/permissions/roles.ts';
import type { TemplateReader } from '#local/template/template-reader.ts';
import { type DeadLetter, deadLettersIn } from './dead-letters.ts';
import { type EventSource, eventSources } from './event-sources.ts';
import { startPoller } from './poller.ts';
import { schedulesOf, startSchedules } from './schedules.ts';
import { tally } from './tally.ts';
import { type TickReport, tick } from './tick.ts';

/** The queues at work: functions are woken by them, and the schedules by time or by hand. */
export type Queues = {
  readonly tick: () => Promise<TickReport>;
  readonly deadLetters: () => readonly DeadLetter[];
  readonly stop: () => Promise<void>;
};

type Start = {
  readonly reader: TemplateReader;
  readonly messaging: FauxqsServer;
  readonly functions: readonly LambdaFunction[];
  readonly roles: Roles;
};

/**
 * Starts what the template's event source mappings and schedules say.
 * @throws Error when one names a function nobody declares, or its role lacks what it needs.
 */
export function startQueues({ reader, messaging, functions, roles }: Start): Queues {
  const sources = eventSources(reader).map((source) => ({ source, target: targetOf(source, functions) }));
  const schedules = schedulesOf(reader);
  for (const { source, target } of sources) {
    requireQueueAccess(roles, { by: 'event source mapping', roleArn: target.roleArn, queueArn: source.queueArn });
  }
  for (const { roleArn, queueArns } of schedules) {
    for (const queueArn of queueArns) requireQueueAccess(roles, { by: 'schedule', roleArn, queueArn });
  }
  const queueNames = sources.map(({ source }) => source.queueName);
  const counted = tally();
  const pollers = sources.map((each) => startPoller({ ...each, endpoint: messaging.address, tally: counted }));
  const stopSchedules = startSchedules(schedules, ({ queueName, body }) => void messaging.sendMessage(queueName, body));
  return {
    tick: () => tick({ server: messaging, schedules, queueNames, tally: counted }),
    deadLetters: () => deadLettersIn({ server: messaging, reader }, queueNames),
    stop: async () => {
      stopSchedules();
      await Promise.all(pollers.map((poller) => poller.stop()));
    },
  };
}

function targetOf(source: EventSource, functions: readonly LambdaFunction[]): LambdaFunction {
  const target = functions.find(({ name, arn }) => source.functionName === name || source.functionName === arn);
  if (target === undefined) throw new Error(`The template maps ${source.queueName} to ${source.functionName}, which it does not declare.`);
  return target;
}
