import type { ChangeOf } from '#adapters/dynamodb/change-of.ts';
import { dayOf } from '#domain/days/day.ts';
import { idOf } from '#domain/ids.ts';
import { openWindow } from '#domain/links/code.ts';
import type { Change } from '#use-cases/change.ts';
import { aPartner, aPerson, aSubscription, assignmentsOf, aTenant } from './builders.ts';
import { aChunk, aLink, anAlert, anEntry, anImport, anOutboxItem, aRecipient, aRun, aSnooze, channelsOf, toldOf } from './kept-nouns.ts';
import { createAcme, momentOf, NOW } from './stores.ts';

/** One kind of change: what it needs, one that holds then, and one that is refused after it. */
type ChangeCase<Kind extends Change['change']> = {
  readonly needs: readonly Change[];
  readonly holds: ChangeOf<Kind>;
  /** What happens before another one is refused. */
  readonly next?: readonly Change[];
  /** `never` for what has no condition at all. @default the one that held, again */
  readonly refused?: ChangeOf<Kind> | 'never';
};

const TOMORROW = momentOf('2026-12-03T07:00:00.000Z');
const subscriptionId = idOf.subscription('Sub1');
const reassignmentId = idOf.reassignment('01RUN');
const importId = idOf.import('01IMPORT');
const linkId = idOf.link('link-1');
const personId = idOf.person('agent-1');
const partnerId = idOf.partner('nordlicht');
const recipientId = idOf.recipient('anna');
const used = [{ subscriptionId, type: 'agents', quantity: 3 }] as const;
const free = { 'premium-agent': 5 };
const counts = { subscriptions: 1, people: 1, covered: 1, stranded: 0, atRisk: 0 };
const rows = [{ path: 'people[0]', person: aPerson() }];
const link = { number: 1, entryId: '01ENTRY', entryHash: 'a', hash: 'b' };

const putSubscription: Change = { change: 'put-subscription', subscription: aSubscription(), revision: 'absent', seats: free };
const putPerson: Change = { change: 'put-person', person: aPerson(), revision: 'absent' };
const putRecipient: Change = { change: 'put-recipient', recipient: aRecipient(), revision: 'absent', channels: channelsOf() };
const putPartner: Change = { change: 'put-partner', partner: aPartner(), revision: 'absent' };
const tell: Change = { change: 'tell-recipient', recipientId, toldRevision: 0, told: { email: { 'access-ends|Sub1': toldOf() } } };
const openLink: Change = { change: 'open-link', link: aLink() };
const startRun: Change = { change: 'start-reassignment', reassignment: aRun() };
const putChunk: Change = { change: 'put-chunk', reassignmentId, chunk: aChunk() };
const lock: Change = { change: 'lock-source', subscriptionId, reassignmentId };
const putRows: Change = { change: 'put-import-chunk', importId, number: 0, rows };

/** Every kind of change there is: a new one does not compile before it is here, and so before both stores are held against it. */
export const EVERY_CHANGE: { readonly [Kind in Change['change']]: ChangeCase<Kind> } = {
  'create-tenant': { needs: [], holds: { change: 'create-tenant', tenant: aTenant(), nextCheckAt: NOW } },
  'replace-tenant': {
    needs: [createAcme],
    holds: { change: 'replace-tenant', tenant: aTenant({ name: 'Acme 2' }), revision: 1, from: NOW, nextCheckAt: TOMORROW },
    refused: { change: 'replace-tenant', tenant: aTenant(), revision: 2, from: NOW, nextCheckAt: TOMORROW },
  },
  'hide-tenant': { needs: [createAcme], holds: { change: 'hide-tenant', revision: 1, at: NOW } },
  'require-tenant': { needs: [createAcme], holds: { change: 'require-tenant' }, next: [{ change: 'hide-tenant', revision: 1, at: NOW }] },
  'change-subscriptions': { needs: [createAcme], holds: { change: 'change-subscriptions', subscriptionsRevision: 0 } },
  'finish-check': {
    needs: [createAcme],
    holds: {
      change: 'finish-check',
      checkedAt: NOW,
      from: NOW,
      nextCheckAt: TOMORROW,
      soonestLoss: { soonestLossOn: dayOf('2027-01-01'), losing: 1 },
      counts,
    },
  },
  'tell-tooling': { needs: [createAcme], holds: { change: 'tell-tooling', told: { 'stranded|Sub1': toldOf() }, toldRevision: 0 } },
  'put-subscription': { needs: [], holds: { change: 'put-subscription', subscription: aSubscription(), revision: 'absent', seats: free } },
  'delete-subscription': { needs: [putSubscription], holds: { change: 'delete-subscription', subscriptionId, revision: 1, free } },
  'take-seats': {
    needs: [putSubscription],
    holds: { change: 'take-seats', subscriptionId, seats: { 'premium-agent': -3 }, atLeast: { 'premium-agent': 3 } },
  },
  'repair-seats': { needs: [putSubscription], holds: { change: 'repair-seats', subscriptionId, from: free, to: { wfo: 1 } } },
  'see-subscription': {
    needs: [putSubscription],
    holds: { change: 'see-subscription', subscriptionId, revision: 1, suspendedSeenOn: dayOf('2026-12-02') },
  },
  'lock-source': {
    needs: [putSubscription],
    holds: { change: 'lock-source', subscriptionId, reassignmentId },
    refused: { change: 'lock-source', subscriptionId, reassignmentId: idOf.reassignment('02RUN') },
  },
  'unlock-source': { needs: [putSubscription, lock], holds: { change: 'unlock-source', subscriptionId, reassignmentId } },
  'put-person': { needs: [putPerson], holds: { change: 'put-person', person: aPerson({ name: 'Other' }), revision: 1 } },
  'delete-person': { needs: [putPerson], holds: { change: 'delete-person', personId, revision: 1 } },
  'reassign-person': {
    needs: [putPerson],
    holds: { change: 'reassign-person', personId, revision: 1, assignments: assignmentsOf({ Sub2: 'wfo' }), moving: undefined },
  },
  'put-recipient': {
    needs: [putRecipient],
    holds: { change: 'put-recipient', recipient: aRecipient(), revision: 1, channels: {}, channelsBefore: channelsOf() },
    refused: { change: 'put-recipient', recipient: aRecipient(), revision: 2, channels: {}, channelsBefore: channelsOf() },
  },
  'delete-recipient': { needs: [putRecipient], holds: { change: 'delete-recipient', recipientId, revision: 1 } },
  'record-delivery': {
    needs: [putRecipient],
    holds: {
      change: 'record-delivery',
      recipientId,
      channel: 'email',
      state: { address: 'anna@acme.example', delivery: 'confirmed' },
      from: 'pending',
    },
  },
  'tell-recipient': { needs: [putRecipient], holds: { change: 'tell-recipient', recipientId, toldRevision: 0, told: { sms: {} } } },
  'replace-told': {
    needs: [putRecipient, tell],
    holds: { change: 'replace-told', recipientId, channel: 'email', matter: 'access-ends|Sub1', told: toldOf('Sub1', { linkId }) },
    refused: { change: 'replace-told', recipientId, channel: 'sms', matter: 'access-ends|Sub1', told: toldOf() },
  },
  snooze: {
    needs: [putRecipient],
    holds: { change: 'snooze', recipientId, toldRevision: 0, snoozed: { 'access-ends|Sub1': aSnooze() } },
  },
  'put-partner': { needs: [putPartner], holds: { change: 'put-partner', partner: aPartner({ access: 'full-admin' }), revision: 1 } },
  'delete-partner': { needs: [putPartner], holds: { change: 'delete-partner', partnerId, revision: 1 } },
  'require-partner': {
    needs: [putPartner],
    holds: { change: 'require-partner', partnerId },
    next: [{ change: 'delete-partner', partnerId, revision: 1 }],
  },
  'put-usage': { needs: [], holds: { change: 'put-usage', usage: { month: '2026-11', items: used }, revision: 'absent' } },
  'keep-latest-usage': {
    needs: [{ change: 'keep-latest-usage', usage: { month: '2026-11', used: { ivr: 1 } } }],
    holds: { change: 'keep-latest-usage', usage: { month: '2026-11', used: { agents: 3 } } },
    refused: { change: 'keep-latest-usage', usage: { month: '2026-10', used: { agents: 3 } } },
  },
  'put-alert': { needs: [], holds: { change: 'put-alert', alert: anAlert() } },
  'open-link': { needs: [], holds: { change: 'open-link', link: aLink() } },
  'use-link': { needs: [openLink], holds: { change: 'use-link', linkId, reassignmentId, at: NOW } },
  'ask-fresh-link': {
    needs: [openLink],
    holds: { change: 'ask-fresh-link', linkId, at: NOW, notSince: momentOf('2026-12-02T06:00:00.000Z') },
  },
  'open-code-window': {
    needs: [openLink],
    holds: { change: 'open-code-window', linkId, window: openWindow(NOW) },
  },
  'ask-another-code': {
    needs: [openLink, { change: 'open-code-window', linkId, window: openWindow(NOW) }],
    holds: { change: 'ask-another-code', linkId, at: momentOf('2026-12-02T07:01:00.000Z'), notSince: NOW },
  },
  'pass-link-on': {
    needs: [openLink],
    holds: { change: 'pass-link-on', linkId, at: NOW, notSince: momentOf('2026-12-02T06:00:00.000Z') },
  },
  enqueue: { needs: [], holds: { change: 'enqueue', item: anOutboxItem() } },
  'start-reassignment': { needs: [], holds: { change: 'start-reassignment', reassignment: aRun() } },
  'advance-reassignment': {
    needs: [startRun],
    holds: { change: 'advance-reassignment', reassignment: aRun('01RUN', { chunksDone: 1 }), revision: 1 },
  },
  'require-reassignment': {
    needs: [startRun],
    holds: { change: 'require-reassignment', reassignmentId, revision: 1 },
    next: [{ change: 'advance-reassignment', reassignment: aRun(), revision: 1 }],
  },
  'put-chunk': { needs: [], holds: { change: 'put-chunk', reassignmentId, chunk: { ...aChunk(), results: [{ outcome: 'moved' }] } } },
  'put-not-moving': {
    needs: [],
    holds: { change: 'put-not-moving', reassignmentId, page: 0, people: [{ personId, outcome: 'staying' }] },
    refused: 'never',
  },
  'finish-chunk': { needs: [putChunk], holds: { change: 'finish-chunk', reassignmentId, number: 0, results: [{ outcome: 'moved' }] } },
  'cancel-chunk': { needs: [putChunk], holds: { change: 'cancel-chunk', reassignmentId, number: 0 } },
  'start-import': { needs: [], holds: { change: 'start-import', import: anImport() } },
  'advance-import': {
    needs: [{ change: 'start-import', import: anImport() }],
    holds: { change: 'advance-import', import: anImport('01IMPORT', { chunksDone: 1 }), chunksDone: 0 },
  },
  'put-import-chunk': {
    needs: [],
    holds: { change: 'put-import-chunk', importId, number: 0, rows },
    next: [{ change: 'finish-import-chunk', importId, number: 0, imported: 1, unchanged: 0, rejected: [] }],
  },
  'finish-import-chunk': {
    needs: [putRows],
    holds: { change: 'finish-import-chunk', importId, number: 0, imported: 1, unchanged: 0, rejected: [] },
  },
  'remember-answer': {
    needs: [],
    holds: { change: 'remember-answer', answer: { key: 'k', requestHash: 'h', status: 200, body: { a: 1 }, expiresAt: TOMORROW } },
  },
  'append-audit': { needs: [], holds: { change: 'append-audit', entry: anEntry() } },
  'append-chain-link': { needs: [], holds: { change: 'append-chain-link', link } },
};

/** What all of these changes need, so that most of what is drawn at random meets something. */
export const SOMETHING_OF_EVERYTHING: readonly Change[] = [
  createAcme,
  putSubscription,
  putPerson,
  putRecipient,
  tell,
  openLink,
  startRun,
  putChunk,
  putRows,
];
