import type { GateAnswer } from '#local/gate/forward.ts';
import type { GateCall } from '#local/gate/gate-call.ts';
import { snsRefusal } from '#local/gate/sns-answers.ts';

const DYNAMODB = 'com.amazonaws.dynamodb.v20120810#';

/** The service's own words for "too fast". Each is one that the SDK repeats by itself. */
export function throttled({ service }: GateCall): GateAnswer {
  switch (service) {
    case 'dynamodb':
      return jsonFault(`${DYNAMODB}ThrottlingException`, 'Throughput exceeds the current capacity of your table or index.');
    case 'sns':
      return snsRefusal(400, 'Throttling', 'Rate exceeded');
    case 'sqs':
      return jsonFault('com.amazonaws.sqs#RequestThrottled', 'The request was throttled.');
    case 'events':
      return jsonFault('ThrottlingException', 'Rate exceeded');
  }
}

/**
 * DynamoDB's answer while another transaction holds an item: a transaction is told a reason for each of its items, here
 * that the first is held; a single write is told so as a whole.
 */
export function conflicted({ input }: GateCall): GateAnswer {
  const message = 'Transaction is ongoing for the item';
  const items = input['TransactItems'];
  if (!Array.isArray(items)) return jsonFault(`${DYNAMODB}TransactionConflictException`, message);
  const reasons = items.map((_, place) => (place === 0 ? { Code: 'TransactionConflict', Message: message } : { Code: 'None' }));
  const codes = reasons.map(({ Code }) => Code).join(', ');
  const summary = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  return jsonFault(`${DYNAMODB}TransactionCanceledException`, summary, { CancellationReasons: reasons });
}

function jsonFault(type: string, message: string, more: object = {}): GateAnswer {
  const body = Buffer.from(JSON.stringify({ __type: type, message, ...more }));
  return { status: 400, headers: { 'content-type': 'application/x-amz-json-1.0' }, body };
}
