import { describe } from 'vitest';
import { QUEUE_RULES } from '#lib/security/rules/queue-rules.ts';
import { hold } from './hold.ts';

const REDRIVE = 'Queue.Properties.RedrivePolicy';

describe('S5 The rules about queues', () => {
  hold(QUEUE_RULES, {
    QueueEncryption: {
      passes: [
        ['queues with the keys of SQS', {}],
        [
          'a queue with a key of its own',
          { 'Queue.Properties.SqsManagedSseEnabled': false, 'Queue.Properties.KmsMasterKeyId': 'alias/own' },
        ],
      ],
      fails: [
        ['a queue that says nothing', 'Queue', { 'Queue.Properties.SqsManagedSseEnabled': undefined }],
        ['a dead-letter queue in the clear', 'DeadLetters', { 'DeadLetters.Properties.SqsManagedSseEnabled': false }],
      ],
    },
    QueueDeadLetters: {
      passes: [['a queue whose dead letters are kept for two weeks', {}]],
      fails: [
        [
          'a queue without a dead-letter queue',
          'Queue',
          { [REDRIVE]: undefined, 'Schedule.Properties.Target.DeadLetterConfig': undefined, DeadLetters: undefined },
        ],
        [
          'a queue whose dead letters go to what the app does not have',
          'Queue',
          { [`${REDRIVE}.deadLetterTargetArn`]: 'arn:aws:sqs:eu-central-1:1:other', DeadLetters: undefined },
        ],
        [
          'a queue that is its own dead-letter queue',
          'Queue',
          { [`${REDRIVE}.deadLetterTargetArn`]: { 'Fn::GetAtt': ['Queue', 'Arn'] }, DeadLetters: undefined },
        ],
        ['dead letters that are gone as soon as the message', 'Queue', { 'DeadLetters.Properties.MessageRetentionPeriod': undefined }],
        [
          'dead letters of which a function takes some, and which have none',
          'DeadLetters',
          { 'Mapping.Properties.EventSourceArn': { 'Fn::GetAtt': ['DeadLetters', 'Arn'] } },
        ],
      ],
    },
    QueueTries: {
      passes: [
        ['a queue that tries five times', {}],
        ['a queue that tries more often', { [`${REDRIVE}.maxReceiveCount`]: 8 }],
      ],
      fails: [
        ['a queue that tries four times', 'Queue', { [`${REDRIVE}.maxReceiveCount`]: 4 }],
        ['a queue that decides at deployment', 'Queue', { [`${REDRIVE}.maxReceiveCount`]: { Ref: 'Tries' } }],
      ],
    },
    QueueVisibility: {
      passes: [
        ['a queue that hides for six times the timeout', {}],
        [
          'what a template leaves out, as AWS takes it',
          { 'Queue.Properties.VisibilityTimeout': undefined, 'Worker.Properties.Timeout': undefined },
        ],
      ],
      fails: [
        ['a queue that hides for a second less', 'Mapping', { 'Queue.Properties.VisibilityTimeout': 59 }],
        ['a function that takes longer', 'Mapping', { 'Worker.Properties.Timeout': 11 }],
        ['a queue of elsewhere', 'Mapping', { 'Mapping.Properties.EventSourceArn': 'arn:aws:sqs:eu-central-1:1:other' }],
        ['a timeout that is decided at deployment', 'Mapping', { 'Worker.Properties.Timeout': { Ref: 'Patience' } }],
      ],
    },
  });
});
