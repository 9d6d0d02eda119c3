import { breachOf, type Rule, unless } from './rule.ts';
import type { Resource, Templates } from './templates.ts';
import { isWithin, valueAt } from './value-at.ts';

const QUEUE = 'AWS::SQS::Queue';
const MAPPING = 'AWS::Lambda::EventSourceMapping';
const DEAD_LETTERS = 'Properties.RedrivePolicy.deadLetterTargetArn';

/** Seconds that SQS and Lambda take when a template says nothing. */
const DEFAULTS = { visibility: 30, timeout: 3, retention: 4 * 24 * 3600 };

/** As AWS asks for: messages wait inside it while Lambda has no room for their function. */
const TIMES_THE_TIMEOUT = 6;

/** Fewer, and a short disturbance of DynamoDB or SNS puts messages aside that the next try would have delivered. */
const LEAST_TRIES = 5;

/** What has to hold of every queue. That they refuse plain HTTP is a rule of cdk-nag. */
export const QUEUE_RULES: readonly Rule[] = [
  {
    name: 'QueueEncryption',
    holds: 'Every queue is encrypted at rest.',
    otherwise: 'What waits in a queue, ids of tenants and of people’s messages, lies there in the clear.',
    remedy: 'Say so in the template: with the keys of SQS, or with a key of your own.',
    breaches: unless(
      QUEUE,
      'Properties',
      (properties) => valueAt(properties, 'SqsManagedSseEnabled') === true || valueAt(properties, 'KmsMasterKeyId') !== undefined,
    ),
  },
  {
    name: 'QueueDeadLetters',
    holds: 'Every queue has a dead-letter queue of the app’s, which keeps messages for longer than the queue itself.',
    otherwise: 'A warning that could not be sent is tried for ever, or vanishes before somebody is back to look.',
    remedy: 'Give the queue a dead-letter queue with a longer retention.',
    breaches: (templates) =>
      working(templates)
        .filter((queue) => !isKept(queue, templates))
        .map((queue) => breachOf(queue, DEAD_LETTERS)),
  },
  {
    name: 'QueueTries',
    holds: `A message is tried at least ${LEAST_TRIES} times before it is put aside.`,
    otherwise: 'People miss a warning because of a disturbance of seconds.',
    remedy: `Set maxReceiveCount to ${LEAST_TRIES} or more.`,
    breaches: (templates) =>
      working(templates)
        .filter(({ body }) => !isWithin(valueAt(body, 'Properties.RedrivePolicy.maxReceiveCount'), LEAST_TRIES))
        .map((queue) => breachOf(queue, 'Properties.RedrivePolicy.maxReceiveCount')),
  },
  {
    name: 'QueueVisibility',
    holds: `A queue hides a message for at least ${TIMES_THE_TIMEOUT} times as long as the function may take that it wakes.`,
    otherwise: 'Two workers take one message at the same time, and tries are used up without anything having failed.',
    remedy: `Set the visibility timeout of the queue to ${TIMES_THE_TIMEOUT} times the timeout of its function.`,
    breaches: unless(MAPPING, 'Properties.EventSourceArn', (_arn, mapping, templates) => isHiddenForLong(mapping, templates)),
  },
];

/** The queues of which some function takes messages: all but those where dead letters end. */
function working(templates: Templates): readonly Resource[] {
  const queues = templates.ofType(QUEUE);
  const ends = queues.map((queue) => templates.referredTo(queue.template, valueAt(queue.body, DEAD_LETTERS)));
  const woken = templates
    .ofType(MAPPING)
    .map((mapping) => templates.referredTo(mapping.template, valueAt(mapping.body, 'Properties.EventSourceArn')));
  return queues.filter((queue) => woken.includes(queue) || !ends.includes(queue));
}

function isKept(queue: Resource, templates: Templates): boolean {
  const end = templates.referredTo(queue.template, valueAt(queue.body, DEAD_LETTERS));
  if (end === undefined || end === queue || end.type !== QUEUE) return false;
  const retentionOf = ({ body }: Resource) => Number(valueAt(body, 'Properties.MessageRetentionPeriod') ?? DEFAULTS.retention);
  return retentionOf(end) > retentionOf(queue);
}

function isHiddenForLong(mapping: Resource, { referredTo }: Templates): boolean {
  const queue = referredTo(mapping.template, valueAt(mapping.body, 'Properties.EventSourceArn'));
  const worker = referredTo(mapping.template, valueAt(mapping.body, 'Properties.FunctionName'));
  if (queue?.type !== QUEUE || worker === undefined) return false;
  const visibility = Number(valueAt(queue.body, 'Properties.VisibilityTimeout') ?? DEFAULTS.visibility);
  return visibility >= TIMES_THE_TIMEOUT * Number(valueAt(worker.body, 'Properties.Timeout') ?? DEFAULTS.timeout);
}
