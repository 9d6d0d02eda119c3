import * as z from 'zod';
import type { TenantId } from '#domain/ids.ts';
import type { Delivery, Recipient } from '#domain/recipients/recipient.ts';
import type { Language } from '#domain/tenants/tenant.ts';
import type { StoredChannel, StoredRecipient } from '#use-cases/stored.ts';
import type { ChangeOf } from './change-of.ts';
import { type Condition, equals, isNew, present } from './conditions.ts';
import { keyOf } from './keys.ts';
import { day, id, oneOf, parsed } from './stored.ts';
import type { RawItem } from './table.ts';
import { snoozes, toldMatters } from './told.ts';
import { type Item, put, remove, replaced, update, type Write } from './writes.ts';

type RecipientChange = ChangeOf<'put-recipient' | 'delete-recipient' | 'record-delivery' | 'tell-recipient' | 'replace-told' | 'snooze'>;

const storedChannel: z.ZodType<StoredChannel> = z.object({
  address: z.string(),
  delivery: oneOf<Delivery>({ pending: true, confirmed: true, gone: true }),
  subscriptionArn: z.exactOptional(z.string()),
});

const storedRecipient: z.ZodType<StoredRecipient> = z.object({
  recipientId: id.recipient,
  name: z.string(),
  language: oneOf<Language>({ en: true, de: true }),
  email: z.exactOptional(z.string()),
  phone: z.exactOptional(z.string()),
  mayAct: z.boolean(),
  partnerId: z.exactOptional(id.partner),
  departments: z.exactOptional(z.array(z.string())),
  escalation: z.boolean(),
  revision: z.number(),
  channels: z.object({ email: z.exactOptional(storedChannel), sms: z.exactOptional(storedChannel) }),
  told: z.object({ email: z.exactOptional(toldMatters), sms: z.exactOptional(toldMatters) }),
  toldRevision: z.number(),
  snoozed: z.exactOptional(snoozes),
  lastSmsOn: z.exactOptional(day),
  lastHeartbeatOn: z.exactOptional(day),
});

export function fromRecipientItem(item: RawItem): StoredRecipient {
  return parsed(storedRecipient, item);
}

/** A recipient as it begins: told nothing yet. */
function toRecipientItem(t: TenantId, recipient: Recipient, channels: StoredRecipient['channels']): Item {
  return { ...keyOf.recipient(t, recipient.recipientId), ...recipient, channels, told: {}, toldRevision: 0, revision: 1 };
}

/** What each change of a recipient writes: what people enter, what SNS says and what the check told never overwrite each other. */
export function recipientWrite(t: TenantId, change: RecipientChange): Write {
  switch (change.change) {
    case 'put-recipient':
      return change.revision === 'absent'
        ? put(toRecipientItem(t, change.recipient, change.channels), isNew)
        : replacement(t, change, change.revision);
    case 'delete-recipient':
      return remove(keyOf.recipient(t, change.recipientId), equals('revision', change.revision));
    case 'record-delivery':
      return delivery(t, change);
    case 'tell-recipient':
      return telling(t, change);
    case 'replace-told':
      return retelling(t, change);
    case 'snooze':
      return update(
        keyOf.recipient(t, change.recipientId),
        { set: [['snoozed', change.snoozed]], add: [['toldRevision', 1]] },
        equals('toldRevision', change.toldRevision),
      );
  }
}

function replacement(t: TenantId, { recipient, channels, channelsBefore }: ChangeOf<'put-recipient'>, revision: number): Write {
  const { recipientId, name, language, email, phone, mayAct, partnerId, departments, escalation } = recipient;
  const { set, remove: gone } = replaced({ name, language, email, phone, mayAct, partnerId, departments, escalation, channels });
  const asRead = channelsBefore === undefined ? [] : [equals('channels', channelsBefore)];
  return update(keyOf.recipient(t, recipientId), { set, remove: gone, add: [['revision', 1]] }, equals('revision', revision), ...asRead);
}

function delivery(t: TenantId, { recipientId, channel, state, from }: ChangeOf<'record-delivery'>): Write {
  return update(
    keyOf.recipient(t, recipientId),
    { set: [[['channels', channel], state]] },
    equals(['channels', channel, 'address'], state.address),
    ...(from === undefined ? [] : [equals(['channels', channel, 'delivery'], from)]),
  );
}

function telling(t: TenantId, { recipientId, toldRevision, told, lastSmsOn, lastHeartbeatOn }: ChangeOf<'tell-recipient'>): Write {
  const days = Object.entries({ lastSmsOn, lastHeartbeatOn }).filter(([, day]) => day !== undefined);
  const matters = Object.entries(told).map(([channel, of]) => [['told', channel], of] as const);
  const change = { set: [...days, ...matters], add: [['toldRevision', 1]] } as const;
  return update(keyOf.recipient(t, recipientId), change, equals('toldRevision', toldRevision));
}

/** Grows the told revision, too: a check that read the old link must not bring it back. */
function retelling(t: TenantId, { recipientId, channel, matter, told }: ChangeOf<'replace-told'>): Write {
  const path = ['told', channel, matter];
  const stillOpen: Condition = present(path);
  return update(keyOf.recipient(t, recipientId), { set: [[path, told]], add: [['toldRevision', 1]] }, stillOpen);
}
