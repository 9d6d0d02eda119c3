import { describe, expect, it } from 'vitest';
import { keyOf } from '#adapters/dynamodb/keys.ts';
import { dayOf } from '#domain/days/day.ts';
import { millisecondsOf } from '#domain/days/instant.ts';
import { idOf } from '#domain/ids.ts';
import type { Message } from '#domain/messages/message.ts';
import type { OutboxItem, OutboxWork } from '#domain/outbox/outbox-item.ts';
import { ACME, EITHER_STORES, momentOf, NOW } from '#test/support/stores.ts';

const ID = idOf.outbox('01OUTBOX');
const UNTIL = momentOf('2026-12-02T07:01:00.000Z');
const LATER = momentOf('2026-12-02T07:02:00.000Z');
const anna = { recipientId: idOf.recipient('anna'), channel: 'email' } as const;

const digest: Message = {
  template: 'digest',
  tenantName: 'Acme',
  today: dayOf('2026-12-02'),
  matters: [
    {
      kind: 'access-ends',
      severity: 'warning',
      subscription: { name: 'Sales', id: 'Sub1' },
      on: dayOf('2027-01-01'),
      daysLeft: 30,
      people: 2,
      admins: 1,
      names: ['Customer Admin 1', 'Agent 1'],
      primary: { before: 'Sales', after: 'Service' },
      cliffs: [
        { type: 'agents', before: 25, after: 15, use: { month: '2026-11', used: 27, overage: 12 }, paidBy: 'Service' },
        { type: 'ai-agent', before: 5, after: 0 },
      ],
      gap: { people: 1, resumesOn: dayOf('2027-02-01') },
      moveOn: { name: 'Service', startsOn: dayOf('2026-12-31') },
      linkId: idOf.link('link-1'),
    },
    { kind: 'reduced', severity: 'warning', people: 1, admins: 0, names: ['Agent 1'], kinds: ['wfo'] },
    {
      kind: 'notice-deadline',
      severity: 'warning',
      people: 0,
      admins: 0,
      names: [],
      notice: { expiresOn: dayOf('2027-03-01'), renews: true },
    },
    { kind: 'dates-unconfirmed', severity: 'info', people: 0, admins: 0, names: [], confirmedOn: dayOf('2026-01-15') },
    { kind: 'primary-differs', severity: 'info', people: 0, admins: 0, names: [], primaryShown: { shown: 'Service', oldest: 'Sales' } },
    { kind: 'partner-read-only', severity: 'info', people: 0, admins: 0, names: [], partners: ['Second Partner'] },
    { kind: 'over-assigned', severity: 'warning', people: 0, admins: 0, names: [], seats: [{ kind: 'wfo', committed: 1, assigned: 2 }] },
    {
      kind: 'telephony-mismatch',
      severity: 'warning',
      people: 1,
      admins: 0,
      names: ['Agent 2'],
      telephony: { found: 'vpop', expected: 'bundled-pstn', chosenBy: 'Sales' },
    },
  ],
  more: 0,
  solved: [{ kind: 'access-ends', subscription: { name: 'Service', id: 'Sub2' }, on: dayOf('2027-01-01'), nowOn: dayOf('2028-01-01') }],
  heartbeat: { subscriptions: 2, people: 2, nobodyLosesAccessBefore: dayOf('2027-01-01') },
};

const everyWork: readonly OutboxWork[] = [
  { work: 'message', ...anna, message: digest },
  {
    work: 'message',
    ...anna,
    message: {
      template: 'reassignment-result',
      tenantName: 'Acme',
      subscription: { name: 'Sales', id: 'Sub1' },
      startedBy: 'anna',
      status: 'awaiting-control-hub',
      counts: { moving: 3 },
      seatsToBuy: [{ kind: 'premium-agent', quantity: 1 }],
      endsOn: dayOf('2027-01-01'),
      linkId: idOf.link('link-2'),
    },
  },
  {
    work: 'message',
    ...anna,
    message: { template: 'fresh-link', tenantName: 'Acme', subscription: { name: 'Sales', id: 'Sub1' }, linkId: idOf.link('link-3') },
  },
  { work: 'reconcile-topic', ...anna, resend: true },
  { work: 'confirm-topic', ...anna, token: 'abc' },
  {
    work: 'event',
    event: {
      detailType: 'alert',
      tenantId: ACME,
      alertId: idOf.alert('01A'),
      kind: 'no-admin-left',
      severity: 'critical',
      on: dayOf('2027-01-01'),
      daysLeft: 30,
      people: 1,
      admins: 1,
      at: NOW,
    },
  },
  {
    work: 'event',
    event: {
      detailType: 'solved',
      tenantId: ACME,
      kind: 'stranded',
      severity: 'critical',
      subscriptionId: idOf.subscription('Sub1'),
      at: NOW,
    },
  },
  {
    work: 'event',
    event: {
      detailType: 'reassignment',
      tenantId: ACME,
      reassignmentId: idOf.reassignment('run-1'),
      status: 'done',
      fromSubscriptionId: idOf.subscription('Sub1'),
      counts: { moved: 96, 'already-there': 1 },
      at: NOW,
    },
  },
];

const anItem = (work: OutboxWork = { work: 'message', ...anna, message: digest }): OutboxItem => ({
  outboxId: ID,
  tenantId: ACME,
  createdAt: NOW,
  work,
});
const loseFirst = (call: number) => (call === 0 ? 'lost-response' : 'none');

describe.each(EITHER_STORES)('the outbox %s', (_where, openStores) => {
  const { stores, suffering, write, refuse, itemAt } = openStores();
  const claim = (owner: string, now = NOW, until = UNTIL) => stores().claimOutbox({ outboxId: ID, owner, now, until });
  const finish = (owner: string, fence: number, state: 'sent' | 'dropped' = 'sent') =>
    stores().finishOutbox({ outboxId: ID, owner, fence, state, at: NOW });
  const raw = () => itemAt(keyOf.outbox(ID));

  describe('A4 an outbox item', () => {
    it.each(everyWork.map((work) => [work.work, work] as const))('keeps its work as it was given: %s', async (_kind, work) => {
      await write({ change: 'enqueue', item: anItem(work) });
      expect(await stores().readOutbox(ID)).toEqual({ ...anItem(work), state: { state: 'pending' } });
    });

    it('is enqueued once', async () => {
      await write({ change: 'enqueue', item: anItem() });
      await refuse([{ change: 'enqueue', item: anItem() }]);
    });

    it('is unknown until it is enqueued', async () => {
      expect(await stores().readOutbox(ID)).toBeUndefined();
      expect(await claim('worker-1')).toBeUndefined();
      expect(await finish('worker-1', 1)).toEqual({ ok: false, refusal: 'fence-lost' });
      expect(await raw()).toBeUndefined();
    });
  });

  describe('A4 claiming an outbox item', () => {
    it('gives it to one worker, under a fence, until a moment', async () => {
      await write({ change: 'enqueue', item: anItem() });
      expect(await claim('worker-1')).toEqual({ item: anItem(), fence: 1 });
      expect(await claim('worker-2')).toBeUndefined();
      expect(await stores().readOutbox(ID)).toMatchObject({ state: { state: 'sending', owner: 'worker-1', fence: 1, until: UNTIL } });
    });

    it('gives it to one of many who ask at once', async () => {
      await write({ change: 'enqueue', item: anItem() });
      const claims = await Promise.all(['a', 'b', 'c', 'd'].map((owner) => claim(owner)));
      expect(claims.filter((claimed) => claimed !== undefined)).toHaveLength(1);
    });

    it('gives it to the next one when the time is up, and the first can no longer end it', async () => {
      await write({ change: 'enqueue', item: anItem() });
      await claim('worker-1');
      expect(await claim('worker-2', UNTIL, LATER)).toEqual({ item: anItem(), fence: 2 });
      expect(await finish('worker-1', 1)).toEqual({ ok: false, refusal: 'fence-lost' });
      expect(await finish('worker-2', 2)).toEqual({ ok: true, value: undefined });
    });

    it('is recognised as its own when the answer was lost', async () => {
      await write({ change: 'enqueue', item: anItem() });
      const lossy = suffering({ update: loseFirst });
      expect(await lossy.claimOutbox({ outboxId: ID, owner: 'worker-1', now: NOW, until: UNTIL })).toEqual({
        item: anItem(),
        fence: 1,
      });
    });

    it('gives it to the same worker again under another fence, and the first claim can no longer end it', async () => {
      await write({ change: 'enqueue', item: anItem() });
      await claim('worker-1');
      expect(await claim('worker-1', UNTIL, LATER)).toEqual({ item: anItem(), fence: 2 });
      expect(await finish('worker-1', 1)).toEqual({ ok: false, refusal: 'fence-lost' });
      expect(await finish('worker-1', 2)).toEqual({ ok: true, value: undefined });
    });

    it('is found again by who claimed it and never heard, and by nobody who did not get there', async () => {
      await write({ change: 'enqueue', item: anItem() });
      const claimed = { outboxId: ID, owner: 'worker-1', now: NOW, until: UNTIL };
      await expect(suffering({ update: () => 'throw-before' }).claimOutbox(claimed)).rejects.toThrow();
      expect(await stores().readOutbox(ID)).toMatchObject({ state: { state: 'pending' } });
      await expect(suffering({ update: () => 'throw-after' }).claimOutbox(claimed)).rejects.toThrow();
      expect(await claim('worker-2')).toBeUndefined();
      expect(await claim('worker-1')).toEqual({ item: anItem(), fence: 1 });
    });
  });

  describe('A4 finishing an outbox item', () => {
    it.each(['sent', 'dropped'] as const)('leaves it %s, and nobody claims it again', async (state) => {
      await write({ change: 'enqueue', item: anItem() });
      await claim('worker-1');
      expect(await finish('worker-1', 1, state)).toEqual({ ok: true, value: undefined });
      expect(await stores().readOutbox(ID)).toMatchObject({ state: { state, at: NOW } });
      expect(await claim('worker-2', LATER, LATER)).toBeUndefined();
    });

    it('is recognised as its own when the answer was lost, and takes no other end afterwards', async () => {
      await write({ change: 'enqueue', item: anItem() });
      await claim('worker-1');
      const lossy = suffering({ update: loseFirst });
      const finished = { outboxId: ID, owner: 'worker-1', fence: 1, at: NOW } as const;
      expect(await lossy.finishOutbox({ ...finished, state: 'sent' })).toEqual({ ok: true, value: undefined });
      expect(await stores().finishOutbox({ ...finished, state: 'dropped' })).toEqual({ ok: false, refusal: 'fence-lost' });
    });

    it('takes the names of people out of the table, and the item seven days later', async () => {
      await write({ change: 'enqueue', item: anItem() });
      expect(JSON.stringify(await raw())).toContain('Customer Admin 1');
      await claim('worker-1');
      await finish('worker-1', 1);
      const left = await raw();
      expect(JSON.stringify(left)).not.toMatch(/Customer Admin 1|Agent \d/);
      expect(left).toMatchObject({ ttl: millisecondsOf(NOW) / 1000 + 7 * 86_400 });
    });
  });

  describe('the sweep', () => {
    const unfinished = (at: string) => stores().unfinished(momentOf(at));
    const found = [{ unfinished: 'outbox', outboxId: ID }];

    it('finds an item five minutes after it was made', async () => {
      await write({ change: 'enqueue', item: anItem() });
      expect(await unfinished('2026-12-02T07:04:59Z')).toEqual([]);
      expect(await unfinished('2026-12-02T07:05:00Z')).toEqual(found);
    });

    it('finds a claimed one when the claim has run out, and a finished one never', async () => {
      await write({ change: 'enqueue', item: anItem() });
      await claim('worker-1', NOW, momentOf('2026-12-02T08:00:00Z'));
      expect(await unfinished('2026-12-02T07:30:00Z')).toEqual([]);
      expect(await unfinished('2026-12-02T08:00:00Z')).toEqual(found);
      await finish('worker-1', 1);
      expect(await unfinished('2027-12-02T08:00:00Z')).toEqual([]);
    });
  });
});
