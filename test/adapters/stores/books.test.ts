import { describe, expect, it } from 'vitest';
import { keyOf } from '#adapters/dynamodb/keys.ts';
import type { AuditEntry } from '#domain/audit/entry.ts';
import { millisecondsOf } from '#domain/days/instant.ts';
import { idOf } from '#domain/ids.ts';
import { ACME, EITHER_STORES, momentOf, NOW } from '#test/support/stores.ts';
import type { RecordedAnswer } from '#use-cases/stored.ts';

const anEntry = (entryId: string, overrides: Partial<AuditEntry> = {}): AuditEntry => ({
  entryId,
  at: NOW,
  who: 'arn:aws:iam::1:user/anna',
  door: 'api',
  action: 'person-replaced',
  subject: 'agent-1',
  before: { name: 'A', assignments: [], nothing: null },
  after: { name: 'B', assignments: [{ subscriptionId: 'Sub1', kind: 'wfo' }], seats: -1.5, external: false },
  planHash: 'abc',
  ...overrides,
});

describe.each(EITHER_STORES)('the books %s', (_where, openStores) => {
  const { acme, stores, setNow, write, refuse, itemAt } = openStores();
  describe('U1 the audit', () => {
    it('keeps what was given, and takes an entry once', async () => {
      await write({ change: 'append-audit', entry: anEntry('01A') });
      await refuse([{ change: 'append-audit', entry: anEntry('01A', { who: 'mallory' }) }]);
      expect(await acme().listAudit({ limit: 10 })).toEqual({ items: [anEntry('01A')] });
    });

    it('leaves out of before and after what is undefined', async () => {
      await write({
        change: 'append-audit',
        entry: { entryId: '01A', at: NOW, who: 'x', door: 'check', action: 'seats-repaired', after: { a: undefined, b: 1 } },
      });
      expect((await acme().listAudit({ limit: 10 })).items[0]?.after).toStrictEqual({ b: 1 });
    });

    it('is listed newest first, page by page, and per tenant', async () => {
      for (const n of [1, 2, 3]) await write({ change: 'append-audit', entry: anEntry(`01${n}`) });
      const first = await acme().listAudit({ limit: 2 });
      expect(first.items.map(({ entryId }) => entryId)).toEqual(['013', '012']);
      expect(await acme().listAudit({ limit: 2, cursor: String(first.next) })).toEqual({ items: [anEntry('011')] });
      expect(await stores().storesFor(idOf.tenant('other')).listAudit({ limit: 2 })).toEqual({ items: [] });
    });

    it('leaves after 400 days', async () => {
      await write({ change: 'append-audit', entry: anEntry('01A') });
      expect(await itemAt(keyOf.audit(ACME, '01A'))).toHaveProperty('ttl', millisecondsOf(NOW) / 1000 + 400 * 86_400);
    });
  });

  describe('R8 a recorded answer', () => {
    const answer: RecordedAnswer = {
      key: 'request-1',
      requestHash: 'abc',
      status: 202,
      body: { reassignmentId: '01RUN', list: [1, 2.5, ''], nothing: null },
      expiresAt: momentOf('2026-12-03T07:00:00.000Z'),
    };
    const remember = { change: 'remember-answer', answer } as const;

    it('is given again as it was given', async () => {
      await write(remember);
      expect(await acme().readAnswer('request-1')).toEqual(answer);
      expect(await acme().readAnswer('request-2')).toBeUndefined();
      expect(await stores().storesFor(idOf.tenant('other')).readAnswer('request-1')).toBeUndefined();
    });

    it('refuses another one of the same key', async () => {
      await write(remember);
      await refuse([remember]);
    });

    it('is forgotten after 24 hours, before TTL has deleted it', async () => {
      await write(remember);
      setNow(momentOf('2026-12-03T06:59:59.999Z'));
      expect(await acme().readAnswer('request-1')).toEqual(answer);
      setNow(momentOf('2026-12-03T07:00:00.000Z'));
      expect(await acme().readAnswer('request-1')).toBeUndefined();
      const next = { ...answer, requestHash: 'def', expiresAt: momentOf('2026-12-04T07:00:00.000Z') };
      await write({ change: 'remember-answer', answer: next });
      expect(await acme().readAnswer('request-1')).toEqual(next);
    });

    it('may be of a request that was answered with nothing', async () => {
      await write({ change: 'remember-answer', answer: { ...answer, body: undefined } });
      expect(await acme().readAnswer('request-1')).toEqual({ ...answer, body: null });
    });
  });
});
