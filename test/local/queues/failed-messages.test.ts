import { describe, expect, it } from 'vitest';
import type { Outcome } from '#local/functions/worker-messages.ts';
import { failedMessages } from '#local/queues/failed-messages.ts';

const IDS = ['a', 'b'];
const payload = (value: unknown): Outcome => ({ ok: true, payload: JSON.stringify(value) });
const failures = (...ids: readonly string[]) => payload({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) });

describe('messages that stay in their queue', () => {
  it.each<[string, Outcome, readonly string[]]>([
    ['none when nothing failed', failures(), []],
    ['none when nothing was answered', payload(null), []],
    ['those that are named', failures('b'), ['b']],
    ['all when one is named that was not there', failures('b', 'x'), IDS],
    ['all when the report cannot be read', payload({ batchItemFailures: 'b' }), IDS],
    ['all when the function threw', { ok: false, errorType: 'Error', errorMessage: 'broken' }, IDS],
  ])('are %s', (_case, outcome, expected) => {
    expect([...failedMessages(outcome, IDS, true)]).toEqual(expected);
  });

  it('are none when the mapping does not report failures', () => {
    expect([...failedMessages(failures('b'), IDS, false)]).toEqual([]);
  });
});
