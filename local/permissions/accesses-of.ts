import * as z from 'zod';
import { ok, type Result, refused } from '#domain/result.ts';
import type { GateCall } from '#local/gate/gate-call.ts';
import type { Access } from './access.ts';
import { busAccesses, queueAccesses, topicAccesses } from './message-accesses.ts';
import { tableAccesses } from './table-accesses.ts';
import type { TableKeys } from './table-keys.ts';

/** Everything that a call needs to be allowed, or in words why that cannot be told. */
export function accessesOf(call: GateCall, keys: TableKeys): Result<readonly Access[], string> {
  try {
    return ok(read(call, keys));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error);
    return refused(`The local stack cannot tell what ${call.operation} of ${call.service} needs to be allowed: ${why}.`);
  }
}

function read(call: GateCall, keys: TableKeys): readonly Access[] {
  switch (call.service) {
    case 'dynamodb':
      return tableAccesses(call, keys);
    case 'sns':
      return topicAccesses(call);
    case 'sqs':
      return queueAccesses(call);
    case 'events':
      return busAccesses(call);
  }
}
