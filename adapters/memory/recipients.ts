import type { ChangeOf } from '#adapters/dynamodb/change-of.ts';
import { keyOf } from '#adapters/dynamodb/keys.ts';
import type { TenantId } from '#domain/ids.ts';
import { creation, deletion, type Effect, isSameValue, ofExisting } from './effect.ts';
import type { ItemOf } from './item.ts';

type RecipientChange = ChangeOf<'put-recipient' | 'delete-recipient' | 'record-delivery' | 'tell-recipient' | 'replace-told' | 'snooze'>;

/** What each change of a recipient does: what people enter, what SNS says and what the check told never overwrite each other. */
export function recipientEffect(t: TenantId, change: RecipientChange): Effect {
  switch (change.change) {
    case 'put-recipient':
      return change.revision === 'absent' ? creation(newRecipient(t, change)) : reentered(t, change, change.revision);
    case 'delete-recipient':
      return deletion('recipient', keyOf.recipient(t, change.recipientId), ({ value }) => value.revision === change.revision);
    case 'record-delivery':
      return recorded(t, change);
    case 'tell-recipient':
      return told(t, change);
    case 'replace-told':
      return retold(t, change);
    case 'snooze':
      return snoozed(t, change);
  }
}

/** As one begins: told nothing yet. */
function newRecipient(t: TenantId, { recipient, channels }: ChangeOf<'put-recipient'>): ItemOf<'recipient'> {
  const value = { ...recipient, channels, told: {}, toldRevision: 0, revision: 1 };
  return { ...keyOf.recipient(t, recipient.recipientId), noun: 'recipient', value };
}

function reentered(t: TenantId, change: ChangeOf<'put-recipient'>, revision: number): Effect {
  const { recipient, channels, channelsBefore } = change;
  return ofExisting('recipient', keyOf.recipient(t, recipient.recipientId), {
    holds: ({ value }) => value.revision === revision && (channelsBefore === undefined || isSameValue(value.channels, channelsBefore)),
    after: (item) => {
      const { told: toldBefore, toldRevision, snoozed: putOff, lastSmsOn, lastHeartbeatOn } = item.value;
      const days = { ...(lastSmsOn !== undefined && { lastSmsOn }), ...(lastHeartbeatOn !== undefined && { lastHeartbeatOn }) };
      return {
        ...item,
        value: {
          ...recipient,
          channels,
          told: toldBefore,
          toldRevision,
          ...(putOff && { snoozed: putOff }),
          ...days,
          revision: revision + 1,
        },
      };
    },
  });
}

/** A5. Another address has another state, whatever SNS says of the old one. */
function recorded(t: TenantId, { recipientId, channel, state, from }: ChangeOf<'record-delivery'>): Effect {
  return ofExisting('recipient', keyOf.recipient(t, recipientId), {
    holds: ({ value }) => {
      const known = value.channels[channel];
      return known?.address === state.address && (from === undefined || known.delivery === from);
    },
    after: (item) => ({ ...item, value: { ...item.value, channels: { ...item.value.channels, [channel]: state } } }),
  });
}

function told(t: TenantId, change: ChangeOf<'tell-recipient'>): Effect {
  const { lastSmsOn, lastHeartbeatOn } = change;
  return ofExisting('recipient', keyOf.recipient(t, change.recipientId), {
    holds: ({ value }) => value.toldRevision === change.toldRevision,
    after: (item) => ({
      ...item,
      value: {
        ...item.value,
        told: { ...item.value.told, ...change.told },
        toldRevision: change.toldRevision + 1,
        ...(lastSmsOn !== undefined && { lastSmsOn }),
        ...(lastHeartbeatOn !== undefined && { lastHeartbeatOn }),
      },
    }),
  });
}

/** L6. That one matter, while it is open; the revision grows, so that a check that read the old link does not bring it back. */
function retold(t: TenantId, { recipientId, channel, matter, told: fresh }: ChangeOf<'replace-told'>): Effect {
  return ofExisting('recipient', keyOf.recipient(t, recipientId), {
    holds: ({ value }) => value.told[channel]?.[matter] !== undefined,
    after: (item) => {
      const matters = { ...item.value.told[channel], [matter]: fresh };
      const { told: toldBefore, toldRevision } = item.value;
      return { ...item, value: { ...item.value, told: { ...toldBefore, [channel]: matters }, toldRevision: toldRevision + 1 } };
    },
  });
}

/** A6. The revision grows, so that a check that did not know of it decides anew. */
function snoozed(t: TenantId, change: ChangeOf<'snooze'>): Effect {
  return ofExisting('recipient', keyOf.recipient(t, change.recipientId), {
    holds: ({ value }) => value.toldRevision === change.toldRevision,
    after: (item) => ({ ...item, value: { ...item.value, snoozed: change.snoozed, toldRevision: change.toldRevision + 1 } }),
  });
}
