import { describe, expect, it } from 'vitest';
import { keyOf } from '#adapters/dynamodb/keys.ts';
import { dayOf } from '#domain/days/day.ts';
import { millisecondsOf, secondsAfter } from '#domain/days/instant.ts';
import { idOf } from '#domain/ids.ts';
import { openWindow } from '#domain/links/code.ts';
import type { Link } from '#domain/links/link.ts';
import { ACME, EITHER_STORES, momentOf, NOW } from '#test/support/stores.ts';
import type { Change } from '#use-cases/change.ts';

const LINK = idOf.link('link-1');
const EXPIRY = momentOf('2027-01-02T00:00:00.000Z');
const BEFORE_EXPIRY = momentOf('2027-01-01T23:59:59.999Z');
const RUN = idOf.reassignment('run-1');
const link: Link = {
  linkId: LINK,
  tenantId: ACME,
  recipientId: idOf.recipient('anna'),
  channel: 'email',
  subscriptionId: idOf.subscription('Sub1'),
  endsOn: dayOf('2027-01-01'),
  secretHashes: [],
  createdAt: NOW,
  expiresAt: EXPIRY,
};
const window = openWindow(NOW);
const END = window.endsAt;
const openCodes: Change = { change: 'open-code-window', linkId: LINK, window };
const askAnother = (at: string, notSince: string): Change => ({
  change: 'ask-another-code',
  linkId: LINK,
  at: momentOf(at),
  notSince: momentOf(notSince),
});
const open: Change = { change: 'open-link', link };
const use = (at = NOW, reassignmentId = RUN): Change => ({ change: 'use-link', linkId: LINK, reassignmentId, at });
const askFresh = (at: string, notSince: string): Change => ({
  change: 'ask-fresh-link',
  linkId: LINK,
  at: momentOf(at),
  notSince: momentOf(notSince),
});

describe.each(EITHER_STORES)('links %s', (_where, openStores) => {
  const { stores, suffering, write, refuse, itemAt } = openStores();
  const add = (secretHash: string, now = NOW) => stores().addLinkSecret({ linkId: LINK, secretHash, now });

  describe('a link', () => {
    it('is read as it was opened, and opened once', async () => {
      await write(open);
      expect(await stores().readLink(LINK)).toEqual(link);
      await refuse([open]);
    });

    it('is unknown to those who make one up', async () => {
      expect(await stores().readLink(idOf.link('made-up'))).toBeUndefined();
    });

    it('leaves the table 30 days after its end, so that a used one can still tell how it went', async () => {
      await write(open);
      expect(await itemAt(keyOf.link(LINK))).toHaveProperty('ttl', millisecondsOf(EXPIRY) / 1000 + 30 * 86_400);
    });
  });

  describe('L6 using a link', () => {
    it('works once', async () => {
      await write(open);
      await write(use());
      await refuse([use(NOW, idOf.reassignment('run-2'))]);
      expect(await stores().readLink(LINK)).toEqual({ ...link, used: { reassignmentId: 'run-1', at: NOW } });
    });

    it('works until the last moment before it expires, whatever TTL has deleted', async () => {
      await write(open);
      await refuse([use(EXPIRY)]);
      await write(use(BEFORE_EXPIRY));
    });

    it('is refused for a link that does not exist, and through another tenant', async () => {
      await refuse([use()]);
      await write(open);
      const other = stores().storesFor(idOf.tenant('other'));
      expect(await other.commit([use()])).toEqual({ ok: false, refusal: { failed: [0] } });
    });
  });

  describe('L2 asking for a fresh link', () => {
    it('is heard once an hour', async () => {
      await write(open);
      await write(askFresh('2026-12-02T07:00:00Z', '2026-12-02T06:00:00Z'));
      await refuse([askFresh('2026-12-02T07:59:59Z', '2026-12-02T06:59:59Z')]);
      await write(askFresh('2026-12-02T08:00:00Z', '2026-12-02T07:00:00Z'));
      expect(await stores().readLink(LINK)).toMatchObject({ freshAskedAt: '2026-12-02T08:00:00.000Z' });
    });

    it('is refused for a link that does not exist, and through another tenant', async () => {
      const ask = askFresh('2026-12-02T07:00:00Z', '2026-12-02T06:00:00Z');
      await refuse([ask]);
      await write(open);
      const other = stores().storesFor(idOf.tenant('other'));
      expect(await other.commit([ask])).toEqual({ ok: false, refusal: { failed: [0] } });
    });
  });

  describe('L1 the secrets of a link', () => {
    it('are kept as the newest five hashes', async () => {
      await write(open);
      for (const hash of ['a', 'b', 'c', 'd', 'e', 'f']) expect(await add(hash)).toEqual({ ok: true, value: undefined });
      expect(await stores().readLink(LINK)).toMatchObject({ secretHashes: ['b', 'c', 'd', 'e', 'f'] });
    });

    it('are added once, however often that is asked', async () => {
      await write(open);
      await add('a');
      expect(await add('a')).toEqual({ ok: true, value: undefined });
      expect(await stores().readLink(LINK)).toMatchObject({ secretHashes: ['a'] });
    });

    it('are all kept when two are added at once', async () => {
      await write(open);
      await Promise.all(['a', 'b', 'c'].map((hash) => add(hash)));
      expect((await stores().readLink(LINK))?.secretHashes.toSorted()).toEqual(['a', 'b', 'c']);
    });

    it('are added once when the answer is lost, or is lost for good and asked for again', async () => {
      await write(open);
      const lossy = suffering({ update: (call) => (call === 0 ? 'lost-response' : 'none') });
      expect(await lossy.addLinkSecret({ linkId: LINK, secretHash: 'a', now: NOW })).toEqual({ ok: true, value: undefined });
      const cut = suffering({ update: () => 'throw-after' });
      await expect(cut.addLinkSecret({ linkId: LINK, secretHash: 'b', now: NOW })).rejects.toThrow();
      expect(await add('b')).toEqual({ ok: true, value: undefined });
      expect(await stores().readLink(LINK)).toMatchObject({ secretHashes: ['a', 'b'] });
    });

    it('are refused by a link that is gone or has expired unused', async () => {
      const closed = { ok: false, refusal: 'link-closed' };
      expect(await add('a')).toEqual(closed);
      await write(open);
      expect(await add('a', EXPIRY)).toEqual(closed);
    });

    it('are added to a used link, which leads to its run', async () => {
      await write(open);
      await write(use());
      expect(await add('a', EXPIRY)).toEqual({ ok: true, value: undefined });
      expect(await stores().readLink(LINK)).toMatchObject({ secretHashes: ['a'] });
    });
  });

  describe('L9 the codes of a link', () => {
    const addCode = (codeHash: string, now = NOW) => stores().addLinkCode({ linkId: LINK, codeHash, now });
    const takeTry = (now = NOW) => stores().takeCodeTry({ linkId: LINK, now });
    const noWindow = { ok: false, refusal: 'no-open-window' };
    const noTry = { ok: false, refusal: 'no-try-left' };

    it('have ten minutes and five tries, and none of either before they are asked for', async () => {
      await write(open);
      expect([await addCode('a'), await takeTry()]).toEqual([noWindow, noTry]);
      await write(openCodes);
      expect(await stores().readLink(LINK)).toEqual({
        ...link,
        code: { endsAt: END, askedAt: NOW, hashes: [], triesLeft: 5, codesLeft: 2 },
      });
      expect([await addCode('a', END), await takeTry(END)]).toEqual([noWindow, noTry]);
    });

    it('get another ten minutes only when these are over, whatever tries are left', async () => {
      await write(open);
      await write(openCodes);
      const later = (askedAt: string): Change => ({ change: 'open-code-window', linkId: LINK, window: openWindow(momentOf(askedAt)) });
      await refuse([later('2026-12-02T07:09:59.999Z')]);
      await write(later('2026-12-02T07:10:00Z'));
    });

    it('are asked for once a minute, three in ten minutes', async () => {
      await write(open);
      await refuse([askAnother('2026-12-02T07:01:00Z', '2026-12-02T07:00:00Z')]);
      await write(openCodes);
      await refuse([askAnother('2026-12-02T07:00:59Z', '2026-12-02T06:59:59Z')]);
      await refuse([askAnother('2026-12-02T07:10:00Z', '2026-12-02T07:09:00Z')]);
      await write(askAnother('2026-12-02T07:01:00Z', '2026-12-02T07:00:00Z'));
      expect((await stores().readLink(LINK))?.code).toEqual({ ...window, askedAt: '2026-12-02T07:01:00.000Z', codesLeft: 1 });
      await write(askAnother('2026-12-02T07:02:00Z', '2026-12-02T07:01:00Z'));
      await refuse([askAnother('2026-12-02T07:03:00Z', '2026-12-02T07:02:00Z')]);
    });

    it('are kept as the newest three hashes, each once, and all when two come at once', async () => {
      await write(open);
      await write(openCodes);
      for (const hash of ['a', 'b', 'b', 'c']) expect(await addCode(hash)).toEqual({ ok: true, value: undefined });
      await addCode('d');
      expect((await stores().readLink(LINK))?.code?.hashes).toEqual(['b', 'c', 'd']);
      await Promise.all(['e', 'f'].map((hash) => addCode(hash)));
      expect((await stores().readLink(LINK))?.code?.hashes.toSorted()).toEqual(['d', 'e', 'f']);
    });

    it('are kept once when the answer is lost, and cost a try when that of a try is', async () => {
      await write(open);
      await write(openCodes);
      const lossy = suffering({ update: (call) => (call === 0 || call === 2 ? 'lost-response' : 'none') });
      expect(await lossy.addLinkCode({ linkId: LINK, codeHash: 'a', now: NOW })).toEqual({ ok: true, value: undefined });
      await suffering({ update: (call) => (call === 0 ? 'lost-response' : 'none') }).takeCodeTry({ linkId: LINK, now: NOW });
      expect((await stores().readLink(LINK))?.code).toMatchObject({ hashes: ['a'], triesLeft: 3 });
    });

    it('are tried five times, by however many at once', async () => {
      await write(open);
      await write(openCodes);
      await addCode('a');
      const taken = await Promise.all(Array.from({ length: 50 }, () => takeTry()));
      const left = taken.flatMap((each) => (each.ok ? [each.value.triesLeft] : []));
      expect(left.toSorted()).toEqual([0, 1, 2, 3, 4]);
      expect([await takeTry(), await addCode('b')]).toEqual([noTry, noWindow]);
      await refuse([askAnother('2026-12-02T07:01:00Z', '2026-12-02T07:00:00Z')]);
      expect(taken.find((each) => each.ok)).toMatchObject({ value: { hashes: ['a'], endsAt: END } });
    });

    it('are nothing for a link that was used, and through another tenant', async () => {
      await write(open);
      const other = stores().storesFor(idOf.tenant('other'));
      expect(await other.commit([openCodes])).toEqual({ ok: false, refusal: { failed: [0] } });
      await write(openCodes);
      const another = askAnother('2026-12-02T07:01:00Z', '2026-12-02T07:00:00Z');
      expect(await other.commit([another])).toEqual({ ok: false, refusal: { failed: [0] } });
      await write(use());
      expect(await addCode('a')).toEqual(noWindow);
      await refuse([another]);
      await refuse([{ change: 'open-code-window', linkId: LINK, window: openWindow(secondsAfter(NOW, 3600)) }]);
    });
  });
});
