import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

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
