import { isDeepStrictEqual } from 'node:util';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { partitionOf } from '#adapters/dynamodb/keys.ts';
import { linksBehind } from '#domain/audit/chain-link.ts';
import { dayOf } from '#domain/days/day.ts';
import { standingOf } from '#domain/links/standing.ts';
import { aRecipient, checkPortsOn, messagesOf, morningOf, outboxOf, transactionsOf } from '#test/support/a-check.ts';
import { aTenantToMove } from '#test/support/a-tenant-to-move.ts';
import { countCalls } from '#test/support/faults.ts';
import { ACME, momentOf, storesOnDynoxide } from '#test/support/stores.ts';
import { checkTenant } from '#use-cases/check-tenant.ts';
import { listAlerts } from '#use-cases/list-alerts.ts';

const bench = storesOnDynoxide();

/** 2026-12-02: Sub1 ends in 30 days, with the only full admin and three agents on it. */
async function aTenant(...recipients: readonly Parameters<typeof aRecipient>[]) {
  const checked = checkPortsOn(bench);
  await aTenantToMove(checked.ports);
  for (const recipient of recipients) await bench.write(aRecipient(...recipient));
  return checked;
}

const alertsOf = async () => (await bench.acme().listAlerts({ limit: 200 })).items;

async function itemsOf(): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const query = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': partitionOf.tenant(ACME) } };
  const { Items = [] } = await bench.client().send(new QueryCommand({ TableName: bench.tableName(), ...query }));
  return new Map(Items.map((item) => [String(item['sk']), item]));
}

describe('C3 a check', () => {
  it('writes one transaction per recipient, one for tooling, and last the tenant’s own', async () => {
    await aTenant(['anna', ['email', 'sms']], ['ben']);
    const { client, stores } = bench.faulty();
    const transactions = transactionsOf(client);
    await checkTenant(checkPortsOn(bench, { stores }).ports, ACME);
    expect(transactions.map((keys) => keys.toSorted())).toEqual([
      [
        'LINK',
        'LINK',
        'OUTBOX',
        'OUTBOX',
        'RECIPIENT#anna',
        'access-ends|Sub1|2027-01-01|30|anna|email',
        'no-admin-left|#tenant|2027-01-01|30|anna|email',
        'no-admin-left|#tenant|2027-01-01|30|anna|sms',
      ],
      ['LINK', 'OUTBOX', 'RECIPIENT#ben', 'access-ends|Sub1|2027-01-01|30|ben|email', 'no-admin-left|#tenant|2027-01-01|30|ben|email'],
      [
        'OUTBOX',
        'OUTBOX',
        'TENANT',
        'access-ends|Sub1|2027-01-01|30|#tooling|events',
        'no-admin-left|#tenant|2027-01-01|30|#tooling|events',
      ],
      ['TENANT'],
    ]);
  });

  it('reads the tenant once and writes one item when there is nothing to tell', async () => {
    const { ports, setNow } = await aTenant(['anna', ['email', 'sms']], ['ben']);
    await checkTenant(ports, ACME);
    setNow(morningOf('2026-12-03'));
    const { client, stores } = bench.faulty();
    const transactions = transactionsOf(client);
    const calls = countCalls(client);
    const checked = await checkTenant({ ...ports, stores }, ACME);
    expect(checked).toMatchObject({ ok: true, value: { morning: true, alerts: [] } });
    expect([calls(), transactions]).toEqual([2, [['TENANT']]]);
  });

  it('hands every message to the delivery queue, as template and parameters', async () => {
    const checked = await aTenant(['anna', ['email', 'sms']]);
    await checkTenant(checked.ports, ACME);
    expect(await messagesOf(checked)).toEqual(['anna email', 'anna sms']);
    const outbox = await outboxOf(checked);
    const email = outbox.find(({ work }) => work.work === 'message' && work.channel === 'email');
    expect(email).toMatchObject({
      state: { state: 'pending' },
      work: {
        message: { template: 'digest', more: 0, matters: [{ kind: 'no-admin-left' }, { kind: 'access-ends', people: 4, admins: 1 }] },
      },
    });
    expect(JSON.stringify(outbox)).not.toContain('http');
    expect(outbox.filter(({ work }) => work.work === 'event')).toHaveLength(2);
  });

  it('moves the tenant on to its next morning, and lists it by its soonest loss', async () => {
    const { ports } = await aTenant();
    await checkTenant(ports, ACME);
    const tenant = await bench.acme().readTenant();
    expect([tenant?.nextCheckAt, tenant?.checkedAt]).toEqual(['2026-12-03T07:00:00.000Z', '2026-12-02T07:00:00.000Z']);
    expect(await ports.stores.dueTenants(momentOf('2026-12-03T06:59:59.999Z'))).toEqual([]);
    expect((await ports.stores.listTenants({ limit: 10 })).items).toEqual([
      {
        tenantId: 'acme',
        soonestLossOn: '2027-01-01',
        losing: 4,
        counts: { subscriptions: 2, people: 4, covered: 4, stranded: 0, atRisk: 4 },
      },
    ]);
  });

  it('touches only its own attributes', async () => {
    const { ports } = await aTenant(['anna', ['email', 'sms']]);
    const before = await itemsOf();
    await checkTenant(ports, ACME);
    const after = await itemsOf();
    const changed = [...after].flatMap(([sk, item]) => {
      const was = before.get(sk) ?? {};
      const names = Object.keys({ ...was, ...item }).filter((name) => !isDeepStrictEqual(was[name], item[name]));
      return names.length === 0 ? [] : [[sk, names.toSorted()]];
    });
    expect(changed).toEqual([
      ['RECIPIENT#anna', ['lastSmsOn', 'told', 'toldRevision']],
      ['TENANT', ['checkedAt', 'counts', 'dueSk', 'nextCheckAt', 'tenantsSk', 'told', 'toldRevision']],
    ]);
    expect(after.size).toBe(before.size);
  });
});

describe('U2 a check and the audit chain', () => {
  const chained = { job: 'chain-audit', tenantId: ACME };

  it('has the audit chained in the morning, and not at other times', async () => {
    const { ports, asked, setNow } = await aTenant(['anna']);
    await checkTenant(ports, ACME);
    expect(asked.work).toEqual([chained]);
    setNow(momentOf('2026-12-02T12:00:00.000Z'));
    await checkTenant(ports, ACME);
    expect(asked.work).toEqual([chained]);
  });

  it('tells its head with the Monday line, and reads it for nothing else', async () => {
    const { ports, asked, setNow } = await aTenant(['anna']);
    const entries = await bench.acme().readAuditEntries({ after: '0', through: '~', limit: 3 });
    for (const link of linksBehind(undefined, entries, { tenantId: ACME, digest: ports.digest }))
      await bench.write({ change: 'append-chain-link', link });
    const head = await bench.acme().readChainHead();
    const headsIn = async () =>
      (await outboxOf({ ports, asked })).flatMap(({ work }) =>
        work.work === 'message' && work.message.template === 'digest' ? [work.message.heartbeat?.auditHead] : [],
      );
    await checkTenant(ports, ACME);
    expect(await headsIn()).toEqual([undefined]);
    setNow(morningOf('2026-12-07'));
    await checkTenant(ports, ACME);
    expect((await headsIn()).filter((each) => each !== undefined)).toEqual([{ number: entries.length, hash: head?.hash }]);
  });
});

describe('A1 the alerts of a check', () => {
  it('have one link each, in an SMS one for the worst of them, and none for tooling', async () => {
    const { ports } = await aTenant(['anna', ['email', 'sms']]);
    await checkTenant(ports, ACME);
    const linked = (await alertsOf()).map(({ identity: { kind, audience }, linkId }) => [
      `${kind} ${audience.channel}`,
      linkId !== undefined,
    ]);
    expect(linked.toSorted()).toEqual([
      ['access-ends email', true],
      ['access-ends events', false],
      ['no-admin-left email', false],
      ['no-admin-left events', false],
      ['no-admin-left sms', true],
    ]);
  });

  it('A5 show how their message fares', async () => {
    const { ports } = await aTenant(['anna']);
    await checkTenant(ports, ACME);
    const listed = await listAlerts(ports, { tenantId: ACME, page: { limit: 10 } });
    expect(listed.ok && listed.value.items.map(({ delivery }) => delivery)).toEqual(['pending', 'pending', 'pending', 'pending']);
  });
});

describe('L5 the links of a check', () => {
  it('are bound to recipient, channel, subscription and end, and superseded by the next alert on the matter', async () => {
    const { ports, setNow } = await aTenant(['anna']);
    await checkTenant(ports, ACME);
    setNow(morningOf('2026-12-18'));
    await checkTenant(ports, ACME);
    const [newer, older] = (await alertsOf()).flatMap(({ linkId }) => linkId ?? []);
    const [recipient] = await bench.acme().readRecipients();
    const [subscription] = await bench.acme().readSubscriptions();
    const [now, today] = [momentOf('2026-12-18T08:00:00Z'), dayOf('2026-12-18')];
    const standings = [newer, older].map(async (linkId) => {
      const link = linkId && (await ports.stores.readLink(linkId));
      return (
        link && [link.endsOn, link.expiresAt, link.secretHashes, standingOf({ link, told: recipient?.told, subscription, now, today })]
      );
    });
    expect(await Promise.all(standings)).toEqual([
      ['2027-01-01', '2027-01-01T23:00:00.000Z', [], 'open'],
      ['2027-01-01', '2027-01-01T23:00:00.000Z', [], 'dead'],
    ]);
  });
});
