import * as z from 'zod';

/** What a piece of work asked of the table: capacity units as DynamoDB counts them, and requests. */
export type Tally = { read: number; written: number; calls: number };

const consumed = z.array(z.object({ CapacityUnits: z.number().optional() }));

/** Adds one answer that says what it has consumed to the tally, by the operation that was called. */
export function tallyAnswer(tally: Tally, operation: string, answer: object): void {
  const capacity: unknown = Reflect.get(answer, 'ConsumedCapacity') ?? [];
  const units = consumed
    .parse(Array.isArray(capacity) ? capacity : [capacity])
    .reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
  tally.calls += 1;
  if (/^(Get|BatchGet|Query|TransactGet)/.test(operation)) tally.read += units;
  else tally.written += units;
}
