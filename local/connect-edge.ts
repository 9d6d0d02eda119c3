import type { MovableClock } from './clock/clock.ts';
import { confirmChannel } from './control/confirm-channel.ts';
import { type Controls, control } from './control/control.ts';
import { faultRoutes } from './control/fault-routes.ts';
import type { Edge } from './edge/edge.ts';
import { httpApi } from './edge/http-api.ts';
import type { ArmedFaults } from './faults/armed-faults.ts';
import type { FunctionLogs } from './functions/function-logs.ts';
import type { LambdaFunction } from './functions/lambda-function.ts';
import { subscriptionOfToken } from './gate/confirmation-token.ts';
import type { Subscriptions } from './gate/subscriptions.ts';
import type { Inbox } from './inbox/inbox.ts';
import type { TopicOwners } from './inbox/topic-owners.ts';
import type { Queues } from './queues/start-queues.ts';
import type { TemplateReader } from './template/template-reader.ts';

type Connect = {
  readonly edge: Edge;
  readonly reader: TemplateReader;
  readonly functions: readonly LambdaFunction[];
  readonly clock: MovableClock;
  readonly logs: FunctionLogs;
  readonly inbox: Inbox;
  readonly owners: TopicOwners;
  readonly subscriptions: Subscriptions;
  readonly topicArnPrefix: string | undefined;
  readonly queues: Pick<Queues, 'tick' | 'deadLetters'>;
  readonly faults: ArmedFaults;
};

/** Lets the edge answer: the control routes first, everything else as the template's HTTP API. */
export function connectEdge(connect: Connect): void {
  const { edge, reader, functions, clock, logs, inbox, queues, faults } = connect;
  const api = httpApi({ reader, functions, now: clock.now, logs });
  const controls: Controls = {
    clock,
    inbox,
    logs,
    tick: queues.tick,
    deadLetters: queues.deadLetters,
    confirm: confirmer(connect),
    followConfirmation: confirmationFollower(connect),
    faults: faultRoutes(faults, functions),
  };
  edge.connect(async (request, sourceIp) => (await control(controls, request)) ?? api(request, sourceIp));
}

function confirmer({ owners, subscriptions, topicArnPrefix }: Connect): Controls['confirm'] {
  return async ({ recipient, channel, state, tenant }) => {
    const channels = await owners.channelsOf(recipient, tenant);
    if (channels.length === 0 || topicArnPrefix === undefined) return 'unknown-recipient';
    const asked = channels.filter((owner) => owner.channel === channel);
    const done = await Promise.all(asked.map((owner) => confirmChannel({ owner, state, subscriptions, topicArnPrefix })));
    return done.includes(true) ? 'done' : 'no-subscription';
  };
}

function confirmationFollower({ subscriptions }: Connect): Controls['followConfirmation'] {
  return async (topicArn, token) => {
    const arn = subscriptionOfToken(token);
    const known = (await subscriptions.of(topicArn)).some((subscription) => subscription.arn === arn);
    if (known) await subscriptions.confirm(topicArn, arn);
    return known;
  };
}
