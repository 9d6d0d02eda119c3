import type { RecipientDecision } from '#domain/alerts/decide-alerts.ts';
import type { DueAlert } from '#domain/alerts/due-alert.ts';
import { identityKey } from '#domain/alerts/identity.ts';
import type { Situation } from '#domain/alerts/situation.ts';
import type { ChainHead } from '#domain/audit/chain-link.ts';
import type { OutboxId } from '#domain/ids.ts';
import type { Change } from './change.ts';
import { composeDigest, type DigestPorts } from './compose-digest.ts';
import type { Ports, TenantStores } from './ports.ts';
import type { StoredRecipient } from './stored.ts';

/** What came of telling one audience: what was committed for it, and whether somebody else was faster. */
export type Telling = { readonly alerts: readonly DueAlert[]; readonly outboxIds: readonly OutboxId[] } & (
  | { readonly telling: 'told' }
  /** C5. `exists`: the `identityKey` of each alert that is there already. */
  | { readonly telling: 'lost-race'; readonly exists: readonly string[] }
);

type Asked = {
  readonly situation: Situation;
  readonly decision: RecipientDecision<StoredRecipient>;
  readonly auditHead?: ChainHead | undefined;
};

/**
 * C3. One transaction for one recipient: alerts, links, a message per channel and what the recipient knows afterwards,
 * all or nothing. Writes nothing when there is nothing to tell and nothing to forget.
 */
export async function tellRecipient(
  ports: DigestPorts & Pick<Ports, 'stores'>,
  { situation, decision, auditHead }: Asked,
): Promise<Telling> {
  const alerts = decision.audiences.flatMap((audience) => audience.alerts);
  const { changes, outboxIds } = changesFor(ports, { situation, decision, auditHead });
  if (changes.length === 0) return { telling: 'told', alerts, outboxIds };
  const stores = ports.stores.storesFor(situation.picture.tenant.tenantId);
  const outcome = await stores.commit(changes);
  if (outcome.ok) return { telling: 'told', alerts, outboxIds };
  return { telling: 'lost-race', alerts: [], outboxIds: [], exists: await alertsThatExist(stores, alerts) };
}

/** C5. Which of these alerts somebody else has written, by `identityKey`. */
export async function alertsThatExist(stores: TenantStores, alerts: readonly DueAlert[]): Promise<readonly string[]> {
  const identities = alerts.map(({ identity }) => identity);
  const positions = await stores.alertsAlreadyTold(identities);
  return identities.filter((_, position) => positions.has(position)).map(identityKey);
}

/** What is written for one recipient; exported so that a test can hold it against a transaction's limit. */
export function changesFor(
  ports: DigestPorts,
  { situation, decision, auditHead }: Asked,
): { readonly changes: readonly Change[]; readonly outboxIds: readonly OutboxId[] } {
  const parts = decision.audiences.map((audience) => {
    const heartbeat = decision.heartbeat && audience.audience.channel === 'email';
    return { audience, digest: composeDigest(ports, { situation, decision: audience, heartbeat, auditHead }) };
  });
  const told = parts
    .filter(({ audience }) => audience.changed)
    .map(({ audience, digest }) => [audience.audience.channel, digest?.told ?? audience.told]);
  const outboxIds = parts.flatMap(({ digest }) => (digest === undefined ? [] : [digest.outboxId]));
  if (told.length === 0 && outboxIds.length === 0) return { changes: [], outboxIds };
  const texted = parts.some(({ audience, digest }) => audience.audience.channel === 'sms' && digest !== undefined);
  const { recipientId, toldRevision } = decision.recipient;
  return {
    changes: [
      ...parts.flatMap(({ digest }) => digest?.changes ?? []),
      {
        change: 'tell-recipient',
        recipientId,
        toldRevision,
        told: Object.fromEntries(told),
        ...(texted && { lastSmsOn: situation.today }),
        ...(decision.heartbeat && { lastHeartbeatOn: situation.today }),
      },
    ],
    outboxIds,
  };
}
