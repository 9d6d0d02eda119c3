import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { CommitFault } from '#adapters/memory/faults.ts';

/**
 * Makes the first `times` calls of one command lose their answer on the way back: the table has done what it was asked,
 * the SDK does not know, and asks again. The answer counts how often that happened.
 */
export function loseAnswers(client: DynamoDBDocumentClient, command: string, times: number): () => number {
  let lost = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next(args);
      if (context.commandName !== command || lost >= times) return answer;
      lost += 1;
      throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' });
    },
    { step: 'deserialize', priority: 'low', name: `lose-${command}-${times}` },
  );
  return () => lost;
}

/** Lets `before` act ahead of each call of one command: it may throw in the table's stead. It is told how many calls there were before. */
export function intercept(client: DynamoDBDocumentClient, command: string, before: (input: unknown, call: number) => void): () => number {
  let calls = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== command) return next(args);
      calls += 1;
      before(args.input, calls - 1);
      return next(args);
    },
    { step: 'initialize', name: `intercept-${command}` },
  );
  return () => calls;
}

/** Lets the first call of one command be answered in the table's stead, from the input it was given. */
export function answerOnce(client: DynamoDBDocumentClient, command: string, answer: (input: object) => object): void {
  let answered = false;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== command || answered) return next(args);
      answered = true;
      return { output: { $metadata: {}, ...answer(args.input) }, response: {} };
    },
    { step: 'initialize', name: `answer-${command}-once` },
  );
}

/** Counts every call of the client from now on, whatever its command. */
export function countCalls(client: DynamoDBDocumentClient): () => number {
  let calls = 0;
  client.middlewareStack.add(
    (next) => async (args) => {
      calls += 1;
      return next(args);
    },
    { step: 'initialize', name: 'count-calls', override: true },
  );
  return () => calls;
}

/** What becomes of each try of a commit, and of a single update, counted over all of them. */
export type WriteFaults = {
  readonly commit?: (call: number) => CommitFault;
  readonly update?: (call: number) => Exclude<CommitFault, 'conflict'>;
};

/** Makes a client suffer: what is decided befalls each call that reaches the network, the SDK's own repetitions included. */
export function sufferingClient(client: DynamoDBDocumentClient, { commit, update }: WriteFaults): DynamoDBDocumentClient {
  const faults = new Map<string, ((call: number) => CommitFault) | undefined>([
    ['TransactWriteItemsCommand', commit],
    ['UpdateItemCommand', update],
  ]);
  const calls = new Map<string, number>();
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const call = calls.get(commandName) ?? 0;
        calls.set(commandName, call + 1);
        const fault = faults.get(commandName)?.(call) ?? 'none';
        if (fault === 'conflict') throw conflict();
        if (fault === 'throw-before') throw forGood();
        const answer = await next(args);
        if (fault === 'throw-after') throw forGood();
        if (fault === 'lost-response') throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' });
        return answer;
      },
    { step: 'deserialize', priority: 'low', name: 'suffer' },
  );
  return client;
}

/** What the SDK does not repeat, so that its caller never learns what became of the call. */
function forGood(): Error {
  return Object.assign(new Error('The network is gone.'), { name: 'NetworkGone' });
}

function conflict(): TransactionCanceledException {
  const CancellationReasons = [{ Code: 'TransactionConflict' }];
  return new TransactionCanceledException({ message: 'cancelled', $metadata: {}, CancellationReasons });
}
