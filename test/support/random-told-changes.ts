import { dayOf } from '#domain/days/day.ts';
import { secondsAfter } from '#domain/days/instant.ts';
import { idOf } from '#domain/ids.ts';
import { notAskedSince, openWindow } from '#domain/links/code.ts';
import { IDS } from './all-reads.ts';
import { aPartner } from './builders.ts';
import { aLink, anAlert, anOutboxItem, aRecipient, aSnooze, channelsOf, toldOf } from './kept-nouns.ts';
import { aNumber, aRunId, perhaps, type RandomChanges, type World } from './random-world.ts';

const CHANNELS = ['email', 'sms'] as const;
const STATES = ['pending', 'confirmed'] as const;
const MATTERS = ['access-ends|Sub1', 'stranded|Sub2'] as const;
const aRecipientId = ({ draw }: World) => idOf.recipient(draw.pick(IDS.recipients));
const aLinkId = ({ draw }: World) => idOf.link(draw.pick(IDS.links));
const read = ({ known }: World, id: string) => known.recipients.find(({ recipientId }) => recipientId === id);

/** Changes of partners. */
export const OF_PARTNERS = {
  'put-partner': (w) => {
    const partnerId = w.draw.pick(IDS.partners);
    return {
      change: 'put-partner',
      partner: aPartner({ partnerId, access: w.draw.pick(['full-admin', 'provisioning-admin']) }),
      revision: w.revisionOf(partnerId),
    };
  },
  'delete-partner': (w) => {
    const partnerId = idOf.partner(w.draw.pick(IDS.partners));
    return { change: 'delete-partner', partnerId, revision: aNumber(w.revisionOf(partnerId)) };
  },
  'require-partner': (w) => ({ change: 'require-partner', partnerId: idOf.partner(w.draw.pick(IDS.partners)) }),
} satisfies Partial<RandomChanges>;

/** Changes of usage. */
export const OF_USAGE = {
  'put-usage': (w) => {
    const month = w.draw.pick(IDS.months);
    const item = { subscriptionId: idOf.subscription(w.draw.pick(IDS.subscriptions)), type: 'agents', quantity: w.draw.int(9) } as const;
    return { change: 'put-usage', usage: { month, items: [item] }, revision: w.revisionOf(month) };
  },
  'keep-latest-usage': (w) => ({
    change: 'keep-latest-usage',
    usage: { month: w.draw.pick(IDS.months), used: { agents: w.draw.int(9), ...perhaps(w, { ivr: 1 }) } },
  }),
} satisfies Partial<RandomChanges>;

/** Changes of recipients. */
export const OF_RECIPIENTS = {
  'put-recipient': (w) => {
    const id = aRecipientId(w);
    return {
      change: 'put-recipient',
      recipient: aRecipient(id, { ...perhaps(w, { phone: '+49151' }), ...perhaps(w, { departments: ['Sales'] }) }),
      revision: w.revisionOf(id),
      channels: w.draw.mostly(channelsOf(id, w.draw.pick(STATES)), {}),
      ...perhaps(w, { channelsBefore: w.draw.mostly(read(w, id)?.channels ?? {}, channelsOf(id)) }),
    };
  },
  'delete-recipient': (w) => {
    const recipientId = aRecipientId(w);
    return { change: 'delete-recipient', recipientId, revision: aNumber(w.revisionOf(recipientId)) };
  },
  'record-delivery': (w) => {
    const recipientId = aRecipientId(w);
    const state = { address: w.draw.mostly(`${recipientId}@acme.example`, 'old@acme.example'), delivery: w.draw.pick(STATES) };
    return {
      change: 'record-delivery',
      recipientId,
      channel: w.draw.mostly('email', 'sms'),
      state,
      ...perhaps(w, { from: w.draw.pick(STATES) }),
    };
  },
  'tell-recipient': (w) => {
    const recipientId = aRecipientId(w);
    return {
      change: 'tell-recipient',
      recipientId,
      toldRevision: w.draw.mostly(read(w, recipientId)?.toldRevision ?? 0, 5),
      told: perhaps(w, { [w.draw.pick(CHANNELS)]: perhaps(w, { [w.draw.pick(MATTERS)]: toldOf() }) }),
      ...perhaps(w, { lastSmsOn: dayOf('2026-12-02') }),
      ...perhaps(w, { lastHeartbeatOn: dayOf('2026-11-30') }),
    };
  },
  snooze: (w) => {
    const recipientId = aRecipientId(w);
    return {
      change: 'snooze',
      recipientId,
      toldRevision: w.draw.mostly(read(w, recipientId)?.toldRevision ?? 0, 5),
      snoozed: perhaps(w, { [w.draw.pick(MATTERS)]: aSnooze() }),
    };
  },
  'replace-told': (w) => ({
    change: 'replace-told',
    recipientId: aRecipientId(w),
    channel: w.draw.pick(CHANNELS),
    matter: w.draw.pick(MATTERS),
    told: toldOf('Sub1', { linkId: aLinkId(w) }),
  }),
} satisfies Partial<RandomChanges>;

/** Changes of what is told, and of the links in it. */
export const OF_MESSAGES = {
  /** An id is of one identity: its second half is a digest of it. */
  'put-alert': (w) => {
    const rung = w.draw.pick(IDS.rungs);
    return { change: 'put-alert', alert: anAlert(`01ALERT${w.draw.int(9)}-${rung}`, rung) };
  },
  'open-link': (w) => ({ change: 'open-link', link: aLink(aLinkId(w)) }),
  'use-link': (w) => ({
    change: 'use-link',
    linkId: aLinkId(w),
    reassignmentId: aRunId(w),
    at: w.draw.mostly(w.now, aLink().expiresAt),
  }),
  'ask-fresh-link': (w) => ({ change: 'ask-fresh-link', linkId: aLinkId(w), at: w.now, notSince: secondsAfter(w.now, -3600) }),
  'open-code-window': (w) => ({
    change: 'open-code-window',
    linkId: aLinkId(w),
    window: { ...openWindow(w.now), triesLeft: w.draw.int(4), codesLeft: w.draw.int(3) },
  }),
  'ask-another-code': (w) => ({
    change: 'ask-another-code',
    linkId: aLinkId(w),
    at: w.now,
    notSince: w.draw.mostly(notAskedSince(w.now), w.now),
  }),
  'pass-link-on': (w) => ({ change: 'pass-link-on', linkId: aLinkId(w), at: w.now, notSince: secondsAfter(w.now, -3600) }),
  enqueue: (w) => ({ change: 'enqueue', item: anOutboxItem(w.draw.pick(IDS.outbox)) }),
} satisfies Partial<RandomChanges>;
