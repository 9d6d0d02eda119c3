import type { FauxqsServer } from 'fauxqs';
import type { LambdaFunction } from '#local/functions/lambda-function.ts';
import type { TemplateReader } from '#local/template/template-reader.ts';
import { type EventSource, eventSources } from './event-sources.ts';
import { type Poller, startPoller } from './poller.ts';
import { schedulesOf, startSchedules } from './schedules.ts';
import { type Tally, tally } from './tally.ts';
import { type TickReport, tick } from './tick.ts';

/** The queues at work: functions are woken by them, and the schedules by time or by hand. */
export type Queues = { readonly tick: () => Promise<TickReport>; readonly stop: () => Promise<void> };

type Start = { readonly reader: TemplateReader; readonly messaging: FauxqsServer; readonly functions: readonly LambdaFunction[] };

/** Starts what the template's event source mappings and schedules say. @throws Error when one names a function nobody declares. */
export function startQueues({ reader, messaging, functions }: Start): Queues {
  const sources = eventSources(reader);
  const schedules = schedulesOf(reader);
  const counted = tally();
  const pollers = sources.map((source) => pollerFor({ source, functions, endpoint: messaging.address, counted }));
  const stopSchedules = startSchedules(schedules, ({ queueName, body }) => void messaging.sendMessage(queueName, body));
  return {
    tick: () => tick({ server: messaging, schedules, queueNames: sources.map(({ queueName }) => queueName), tally: counted }),
    stop: async () => {
      stopSchedules();
      await Promise.all(pollers.map((poller) => poller.stop()));
    },
  };
}

type Poll = {
  readonly source: EventSource;
  readonly functions: readonly LambdaFunction[];
  readonly endpoint: string;
  readonly counted: Tally;
};

function pollerFor({ source, functions, endpoint, counted }: Poll): Poller {
  const target = functions.find(({ name, arn }) => source.functionName === name || source.functionName === arn);
  if (target === undefined) throw new Error(`The template maps ${source.queueName} to ${source.functionName}, which it does not declare.`);
  return startPoller({ endpoint, source, target, tally: counted });
}
