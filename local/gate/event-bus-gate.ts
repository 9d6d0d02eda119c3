import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Forward, GateAnswer } from './forward.ts';

const entrySchema = z.looseObject({
  Source: z.string().min(1),
  DetailType: z.string().min(1).max(128),
  Detail: z.string(),
  EventBusName: z.string().optional(),
});
const requestSchema = z.object({ Entries: z.array(entrySchema).min(1).max(10) });

/** EventBridge as far as the product uses it: takes events and forgets them; nobody listens on this machine. */
export function eventBusGate(busNames: readonly string[]): Forward {
  return async ({ headers, body }) => {
    if (headers['x-amz-target'] !== 'AWSEvents.PutEvents') return answer(400, { __type: 'UnknownOperationException' });
    const request = requestSchema.safeParse(JSON.parse(body.toString()));
    if (!request.success) return answer(400, { __type: 'ValidationException', message: z.prettifyError(request.error) });
    const entries = request.data.Entries.map((entry) => outcomeOf(entry, busNames));
    return answer(200, { FailedEntryCount: entries.filter((entry) => 'ErrorCode' in entry).length, Entries: entries });
  };
}

function outcomeOf({ Detail, EventBusName = 'default' }: z.infer<typeof entrySchema>, busNames: readonly string[]) {
  const bus = EventBusName.split('/').at(-1) ?? EventBusName;
  if (bus !== 'default' && !busNames.includes(bus))
    return { ErrorCode: 'ResourceNotFoundException', ErrorMessage: `There is no event bus ${bus}.` };
  return isJsonObject(Detail) ? { EventId: randomUUID() } : { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function answer(status: number, body: object): GateAnswer {
  return { status, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: Buffer.from(JSON.stringify(body)) };
}
