import { isObject, type Json, type JsonObject } from '#local/template/json.ts';
import type { GateRequest } from './forward.ts';
import { OPERATIONS, type Service } from './operations.ts';

/** What a function asks of AWS: the service, the operation, and what it gives with it. */
export type GateCall = { readonly service: Service; readonly operation: string; readonly input: JsonObject };

/** How each JSON service begins its targets: `DynamoDB_20120810.GetItem`. SNS has none and sends a form. */
const TARGETS: readonly (readonly [RegExp, Service])[] = [
  [/^DynamoDB_\d+\./, 'dynamodb'],
  [/^AmazonSQS\./, 'sqs'],
  [/^AWSEvents\./, 'events'],
];

/** What a request asks for: undefined when the gate does not know its operation. */
export function gateCallOf({ headers, body }: GateRequest): GateCall | undefined {
  const target = headers['x-amz-target'];
  const call = target === undefined ? formCall(body) : jsonCall(target, body);
  return call !== undefined && OPERATIONS[call.service].some((known) => known === call.operation) ? call : undefined;
}

function formCall(body: Buffer): GateCall {
  const { Action = '', ...input } = Object.fromEntries(new URLSearchParams(body.toString()));
  return { service: 'sns', operation: Action, input };
}

function jsonCall(target: string, body: Buffer): GateCall | undefined {
  const [, service] = TARGETS.find(([beginning]) => beginning.test(target)) ?? [];
  if (service === undefined) return undefined;
  const input: Json = JSON.parse(body.toString());
  return isObject(input) ? { service, operation: target.split('.')[1] ?? '', input } : undefined;
}
