import * as z from 'zod';
import { OPERATIONS, type Service } from '#local/gate/operations.ts';

/** DynamoDB refuses these while another transaction holds an item; single reads and batches never meet one. */
const CONFLICTING = new Set(['TransactWriteItems', 'TransactGetItems', 'PutItem', 'UpdateItem', 'DeleteItem']);

/** Any operation of the service. */
const ANY = '*';

const fieldsSchema = z.strictObject({
  service: z.enum(['dynamodb', 'sns', 'sqs', 'events']),
  /** As AWS names it, such as `TransactWriteItems`; `*` for any. */
  operation: z.string(),
  mode: z.enum(['throttle', 'conflict', 'lost-response', 'delay', 'kill']),
  /** How many calls are struck. */
  times: z.int().min(1),
  /** How many matching calls pass first. */
  skip: z.int().min(0).default(0),
  /** Whether a matching call is struck is drawn with this chance. */
  probability: z.number().gt(0).max(1).default(1),
  /** Decides what is drawn, so that a run can be repeated. */
  seed: z.int().min(0).default(1),
  /** Calls of this function alone, by its name or by the word that its log lines carry as `service`. */
  function: z.string().optional(),
  delayMilliseconds: z.int().min(1).max(60_000).optional(),
  /** Whether a killed function's call has had its effect: `before` it, unless said otherwise. */
  when: z.enum(['before', 'after']).optional(),
});

/** Something that goes wrong between a function and AWS, as often as it is armed for. */
export type Fault = z.infer<typeof fieldsSchema>;

/** A fault as it is asked for, with what may be left out left out. */
export type FaultRequest = z.input<typeof fieldsSchema>;

/** What a fault needs to know of a call. */
type Called = { readonly service: Service; readonly operation: string; readonly functionName: string };

/** A function by both of its names. */
type Named = { readonly name: string; readonly serviceName: string };

/**
 * What `POST /_local/faults` takes, when these are the functions there are: everything that does not fit is named, and
 * a function is known by its full name afterwards.
 */
export function faultSchema(functions: readonly Named[]): z.ZodType<Fault> {
  const fullNames = new Map(functions.flatMap(({ name, serviceName }) => [[name, name] as const, [serviceName, name] as const]));
  return fieldsSchema
    .superRefine((fault, context) => {
      for (const [field, message] of misfits(fault)) context.addIssue({ code: 'custom', path: [field], message });
      if (fault.function === undefined || fullNames.has(fault.function)) return;
      const known = functions.map(({ serviceName }) => serviceName).join(', ');
      context.addIssue({ code: 'custom', path: ['function'], message: `Known are ${known}.` });
    })
    .transform((fault) => (fault.function === undefined ? fault : { ...fault, function: fullNames.get(fault.function) ?? fault.function }));
}

/** Whether a call is one that the fault is about, before `skip`, `times` and chance are asked. */
export function concerns(fault: Fault, { service, operation, functionName }: Called): boolean {
  if (fault.service !== service || (fault.function !== undefined && fault.function !== functionName)) return false;
  return fault.operation === ANY ? fault.mode !== 'conflict' || CONFLICTING.has(operation) : fault.operation === operation;
}

function misfits({ service, operation, mode, delayMilliseconds, when }: Fault): readonly (readonly [keyof Fault, string])[] {
  const known: readonly string[] = OPERATIONS[service];
  const isKnown = operation === ANY || known.includes(operation);
  const canConflict = service === 'dynamodb' && (operation === ANY || CONFLICTING.has(operation));
  const checks: readonly (readonly [boolean, keyof Fault, string])[] = [
    [isKnown, 'operation', `The local stack knows ${known.join(', ')} of ${service}, or ${ANY} for any.`],
    [!isKnown || mode !== 'conflict' || canConflict, 'mode', `Only ${[...CONFLICTING].join(', ')} of dynamodb conflict.`],
    [mode !== 'delay' || delayMilliseconds !== undefined, 'delayMilliseconds', 'A delay says how long.'],
    [mode === 'delay' || delayMilliseconds === undefined, 'delayMilliseconds', 'Only a delay takes time.'],
    [mode === 'kill' || when === undefined, 'when', 'Only a kill comes before or after.'],
  ];
  return checks.flatMap(([holds, field, message]) => (holds ? [] : [[field, message] as const]));
}
