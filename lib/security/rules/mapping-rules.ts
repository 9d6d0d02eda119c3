import { type Rule, unless } from './rule.ts';
import { isWithin, valueAt } from './value-at.ts';

const MAPPING = 'AWS::Lambda::EventSourceMapping';

/** SQS offers 2 to 1,000; an account of its own may run ten functions at a time, and people have to find room, too. */
const MOST_AT_A_TIME = 100;

/** What has to hold of everything that brings messages of a queue to a function; cdk-nag looks at none of it. */
export const MAPPING_RULES: readonly Rule[] = [
  {
    name: 'MappingFailures',
    holds: 'A function says which messages of a batch it could not do.',
    otherwise: 'One address that is refused has nine other people’s messages sent again.',
    remedy: 'Turn reportBatchItemFailures on.',
    breaches: unless(
      MAPPING,
      'Properties.FunctionResponseTypes',
      (types) => Array.isArray(types) && types.includes('ReportBatchItemFailures'),
    ),
  },
  {
    name: 'MappingConcurrency',
    holds: `A queue wakes its function a bounded number of times at once, at most ${MOST_AT_A_TIME}.`,
    otherwise: 'A large import takes all the room the account has, and somebody who follows a link is answered with an error.',
    remedy: 'Set maxConcurrency.',
    breaches: unless(MAPPING, 'Properties.ScalingConfig.MaximumConcurrency', (most) => isWithin(most, 2, MOST_AT_A_TIME)),
  },
  {
    name: 'MappingLosesNothing',
    holds: 'Every message of a queue reaches its function.',
    otherwise:
      'A filter deletes what it does not let through: a warning is lost without a trace. So does a mapping that is off, after four days.',
    remedy: 'Take the filter away, let the function decide, and leave the mapping on.',
    breaches: unless(
      MAPPING,
      'Properties',
      (properties) => valueAt(properties, 'FilterCriteria') === undefined && (valueAt(properties, 'Enabled') ?? true) === true,
    ),
  },
];
