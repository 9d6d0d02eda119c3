import { SETTLING_SECONDS } from '#domain/audit/entry-age.ts';
import { type Instant, secondsAfter } from '#domain/days/instant.ts';
import type { OutboxId } from '#domain/ids.ts';
import type { Clock, Log, Queues, WorkOrder } from '#use-cases/ports.ts';
import { suffered, type WriteFault } from './faults.ts';
import { kept } from './kept.ts';

type CheckRequest = Parameters<Queues['requestCheck']>[0];

/** A message, and from when on it is given out. */
export type Waiting<Message> = { readonly message: Message; readonly from: Instant };

/** What waits in each queue, in the order it was sent. Whoever gives messages out takes them from here: once, twice or never. */
type Messages = {
  readonly check: Waiting<CheckRequest>[];
  readonly delivery: Waiting<{ readonly outboxId: OutboxId }>[];
  readonly work: Waiting<WorkOrder>[];
};

type Setup = {
  readonly clock: Clock;
  readonly log: Pick<Log, 'warn'>;
  /**
   * What becomes of a message that cannot be sent, unless nobody sweeps what it names: then it is always a fault.
   * @default 'warn'
   */
  readonly onFailure?: 'warn' | 'throw';
  /** What goes wrong with each sending. @default nothing */
  readonly fault?: (queue: keyof Messages) => 'none' | WriteFault;
};

/** C2. A check after a write waits for the writes that follow it. */
const AFTER_WRITE_SECONDS = 60;
/** U2. Until then whatever was written before has settled. */
const UNTIL_SETTLED_SECONDS = SETTLING_SECONDS + 60;
/** Messages that are sent together, and lost together. */
const BATCH = 10;

/** Queues that keep what they were sent. */
export function memoryQueues(setup: Setup): Queues & { readonly messages: Messages } {
  const messages: Messages = { check: [], delivery: [], work: [] };
  return {
    messages,
    requestCheck: async (request) => {
      const due = request.because === 'due';
      const waiting = waitingFrom(setup, request, due ? 0 : AFTER_WRITE_SECONDS);
      await send(setup, { queue: 'check', messages: 1, mustArrive: due }, () => void messages.check.push(waiting));
    },
    requestDelivery: async (outboxIds) => {
      for (let first = 0; first < outboxIds.length; first += BATCH) {
        const some = outboxIds.slice(first, first + BATCH).map((outboxId) => waitingFrom(setup, { outboxId }, 0));
        await send(setup, { queue: 'delivery', messages: some.length, mustArrive: false }, () => void messages.delivery.push(...some));
      }
    },
    requestWork: async (order) => {
      const chaining = order.job === 'chain-audit';
      const waiting = waitingFrom(setup, order, chaining ? UNTIL_SETTLED_SECONDS : 0);
      await send(setup, { queue: 'work', messages: 1, mustArrive: chaining }, () => void messages.work.push(waiting));
    },
  };
}

function waitingFrom<Message>({ clock }: Setup, message: Message, seconds: number): Waiting<Message> {
  return { message: kept(message), from: secondsAfter(clock.now(), seconds) };
}

type Sending = { readonly queue: keyof Messages; readonly messages: number; readonly mustArrive: boolean };

async function send(
  { log, onFailure = 'warn', fault: faultOf }: Setup,
  { queue, messages, mustArrive }: Sending,
  push: () => void,
): Promise<void> {
  try {
    await suffered(faultOf?.(queue) ?? 'none', `Sending to the ${queue} queue`, push);
  } catch (error) {
    if (mustArrive || onFailure === 'throw') {
      throw new Error(`Sending to the ${queue} queue failed (messages: ${messages}).`, { cause: error });
    }
    const fault = error instanceof Error ? error.name : 'unknown';
    log.warn('Messages could not be sent; the tick will find what they named.', { queue, messages, fault });
  }
}
