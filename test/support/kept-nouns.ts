import type { Alert, Told } from '#domain/alerts/alert.ts';
import type { Snooze } from '#domain/alerts/snooze.ts';
import type { AuditEntry } from '#domain/audit/entry.ts';
import { dayOf } from '#domain/days/day.ts';
import { idOf } from '#domain/ids.ts';
import type { Import } from '#domain/imports/import.ts';
import type { Link } from '#domain/links/link.ts';
import type { OutboxItem } from '#domain/outbox/outbox-item.ts';
import type { Chunk, Reassignment } from '#domain/reassignments/reassignment.ts';
import type { Recipient } from '#domain/recipients/recipient.ts';
import type { StoredRecipient } from '#use-cases/stored.ts';
import { ACME, momentOf, NOW } from './stores.ts';

/** Nouns that only stores keep, of the tenant `acme`, each with everything it must have and what matters to a test. */
export function aRecipient(recipientId = 'anna', overrides: Partial<Recipient> = {}): Recipient {
  return {
    recipientId: idOf.recipient(recipientId),
    name: recipientId,
    language: 'en',
    email: `${recipientId}@acme.example`,
    mayAct: true,
    escalation: false,
    ...overrides,
  };
}

export function channelsOf(recipientId = 'anna', delivery: 'pending' | 'confirmed' = 'pending'): StoredRecipient['channels'] {
  return { email: { address: `${recipientId}@acme.example`, delivery } };
}

export function toldOf(subject = 'Sub1', overrides: Partial<Told> = {}): Told {
  return { kind: 'access-ends', subject, on: dayOf('2027-01-01'), rung: 30, severity: 'warning', at: NOW, ...overrides };
}

export function anAlert(alertId = '01ALERT', rung: Alert['identity']['rung'] = 30): Alert {
  const audience = { recipientId: idOf.recipient('anna'), channel: 'email' } as const;
  const identity = { tenantId: ACME, kind: 'access-ends', subject: 'Sub1', on: dayOf('2027-01-01'), rung, audience } as const;
  return { alertId: idOf.alert(alertId), identity, severity: 'warning', people: 2, admins: 1, toldAt: NOW, outboxId: '01OUTBOX' };
}

export function aLink(linkId = 'link-1'): Link {
  return {
    linkId: idOf.link(linkId),
    tenantId: ACME,
    recipientId: idOf.recipient('anna'),
    channel: 'email',
    subscriptionId: idOf.subscription('Sub1'),
    endsOn: dayOf('2027-01-01'),
    secretHashes: [],
    createdAt: NOW,
    expiresAt: momentOf('2027-01-02T00:00:00.000Z'),
  };
}

export function anOutboxItem(outboxId = '01OUTBOX'): OutboxItem {
  const work = { work: 'confirm-topic', recipientId: idOf.recipient('anna'), channel: 'email', token: 'abc' } as const;
  return { outboxId: idOf.outbox(outboxId), tenantId: ACME, createdAt: NOW, work };
}

export function aRun(reassignmentId = '01RUN', overrides: Partial<Reassignment> = {}): Reassignment {
  return {
    reassignmentId: idOf.reassignment(reassignmentId),
    request: { fromSubscriptionId: idOf.subscription('Sub1'), acceptOverage: false, acceptUpgrade: false },
    planHash: 'abc',
    mode: 'book',
    status: 'running',
    startedBy: 'anna',
    startedAt: NOW,
    leg: 0,
    chunks: 2,
    chunksDone: 0,
    counts: { pending: 2 },
    seatsToBuy: [],
    ...overrides,
  };
}

export function aChunk(number = 0): Chunk {
  const of = (id: string) => ({ subscriptionId: idOf.subscription(id), kind: 'premium-agent' });
  const move = { personId: idOf.person('agent-1'), revision: 1, addOns: [], alreadyThere: false };
  return { number, from: of('Sub1'), to: of('Sub2'), overage: false, moves: [move] };
}

export function anImport(importId = '01IMPORT', overrides: Partial<Import> = {}): Import {
  return {
    importId: idOf.import(importId),
    startedBy: 'anna',
    startedAt: NOW,
    status: 'running',
    chunks: 2,
    chunksDone: 0,
    columns: [],
    ...{ imported: 0, unchanged: 0, ignored: 0, absent: 0, rejected: [], rejectedCount: 0 },
    ...overrides,
  };
}

export function anEntry(entryId = '01ENTRY'): AuditEntry {
  return { entryId, at: NOW, who: 'anna', door: 'api', action: 'person-replaced', subject: 'agent-1', before: { a: 1 }, after: { a: [2] } };
}

/** A6. Put off until three weeks before the end that `toldOf` names. */
export function aSnooze(): Snooze {
  return { on: dayOf('2027-01-01'), until: dayOf('2026-12-18'), reason: 'The order is out', at: momentOf('2026-12-02T07:00:00.000Z') };
}
