import type { GateAnswer } from '#local/gate/forward.ts';
import type { GateCall } from '#local/gate/gate-call.ts';
import { jsonRefusal } from '#local/gate/json-refusal.ts';
import { snsRefusal } from '#local/gate/sns-answers.ts';

const DYNAMODB = 'com.amazonaws.dynamodb.v20120810#';

/** The service's own words for "too fast". Each is one that the SDK repeats by itself. */
export function throttled({ service }: GateCall): GateAnswer {
  switch (service) {
    case 'dynamodb':
      return jsonRefusal({
        type: `${DYNAMODB}ThrottlingException`,
        message: 'Throughput exceeds the current capacity of your table or index.',
      });
    case 'sns':
      return snsRefusal(400, 'Throttling', 'Rate exceeded');
    case 'sqs':
      return jsonRefusal({ type: 'com.amazonaws.sqs#RequestThrottled', message: 'The request was throttled.' });
    case 'events':
      return jsonRefusal({ type: 'ThrottlingException', message: 'Rate exceeded' });
  }
}

/**
 * DynamoDB's answer while another transaction holds an item: a transaction is told a reason for each of its items, here
 * that the first is held; a single write is told so as a whole.
 */
export function conflicted({ input }: GateCall): GateAnswer {
  const held = 'Transaction is ongoing for the item';
  const items = input['TransactItems'];
  if (!Array.isArray(items)) return jsonRefusal({ type: `${DYNAMODB}TransactionConflictException`, message: held });
  const reasons = items.map((_, place) => (place === 0 ? { Code: 'TransactionConflict', Message: held } : { Code: 'None' }));
  const codes = reasons.map(({ Code }) => Code).join(', ');
  const summary = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  return jsonRefusal({ type: `${DYNAMODB}TransactionCanceledException`, message: summary, CancellationReasons: reasons });
}
