import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyText } from '#adapters/dynamodb/key-text.ts';
import { indexKeyOf, keyOf } from '#adapters/dynamodb/keys.ts';
import { ALL_SHARDS, shardOf } from '#adapters/dynamodb/shards.ts';
import { dayOf } from '#domain/days/day.ts';
import { ID_SHAPE, idOf } from '#domain/ids.ts';
import { ACME, NOW } from '#test/support/stores.ts';

describe('the keys of the table', () => {
  it.each([
    ['a tenant', keyOf.tenant(ACME), 'TENANT#acme', 'TENANT'],
    ['a subscription', keyOf.subscription(ACME, idOf.subscription('Sub1')), 'TENANT#acme', 'SUBSCRIPTION#Sub1'],
    ['a person', keyOf.person(ACME, idOf.person('a@b')), 'TENANT#acme', 'PERSON#a@b'],
    ['a recipient', keyOf.recipient(ACME, idOf.recipient('anna')), 'TENANT#acme', 'RECIPIENT#anna'],
    ['a reassignment', keyOf.reassignment(ACME, idOf.reassignment('01R')), 'TENANT#acme#REASSIGNMENT', '01R'],
    ['its chunk', keyOf.chunk(ACME, idOf.reassignment('01R'), 12), 'TENANT#acme#REASSIGNMENT', '01R#CHUNK#000012'],
    ['an import', keyOf.import(ACME, idOf.import('01I')), 'TENANT#acme#IMPORT', '01I'],
    ['its chunk', keyOf.importChunk(ACME, idOf.import('01I'), 3), 'TENANT#acme#IMPORT', '01I#CHUNK#000003'],
    ['an idempotency record', keyOf.answer(ACME, 'key'), 'TENANT#acme#IDEMPOTENCY', 'key'],
    ['an audit entry', keyOf.audit(ACME, '01A'), 'TENANT#acme#AUDIT', '01A'],
    ['a link of its chain', keyOf.chainLink(ACME, 12), 'TENANT#acme#CHAIN', '000000000012'],
    ['a link', keyOf.link(idOf.link('abc')), 'LINK#abc', 'LINK'],
    ['an outbox item', keyOf.outbox(idOf.outbox('01O')), 'OUTBOX#01O', 'OUTBOX'],
  ])('name %s', (_noun, key, pk, sk) => {
    expect(key).toEqual({ pk, sk });
  });

  it('put C5 an alert under its identity', () => {
    const audience = { recipientId: idOf.recipient('anna'), channel: 'email' } as const;
    const identity = { tenantId: ACME, kind: 'access-ends', subject: 'Sub1', on: dayOf('2027-01-01'), rung: 30, audience } as const;
    expect(keyOf.alert(ACME, identity)).toEqual({ pk: 'TENANT#acme#ALERT', sk: 'access-ends|Sub1|2027-01-01|30|anna|email' });
  });

  it('spread the indexes over the shards of the id', () => {
    const shard = shardOf('acme');
    expect(indexKeyOf.due(ACME, NOW)).toEqual({ duePk: `DUE#${shard}`, dueSk: NOW });
    const place = { tenantId: ACME, soonestLossOn: dayOf('2027-01-01'), losing: 12 };
    expect(indexKeyOf.tenants(place)).toEqual({ tenantsPk: `TENANTS#${shard}`, tenantsSk: '2027-01-01#999999987#acme' });
    expect(indexKeyOf.open('acme', NOW)).toEqual({ openPk: `OPEN#${shard}`, openSk: NOW });
  });
});

describe('shards', () => {
  it('never change for an id: these are stored', () => {
    expect(['acme', 'a', 'Sub1', '01JDN8'].map(shardOf)).toEqual(['15', '12', '12', '10']);
  });

  it('hold every id, and together are all that is queried', () => {
    fc.assert(fc.property(fc.stringMatching(ID_SHAPE), (id) => ALL_SHARDS.includes(shardOf(id))));
    expect(new Set(Array.from({ length: 500 }, (_, n) => shardOf(`tenant-${n}`)))).toEqual(new Set(ALL_SHARDS));
  });
});

describe('a key in the text of an error', () => {
  it.each([
    [keyOf.tenant(ACME), 'TENANT#acme / TENANT'],
    [keyOf.subscription(ACME, idOf.subscription('Sub1')), 'TENANT#acme / SUBSCRIPTION#Sub1'],
    [
      keyOf.chunk(ACME, idOf.reassignment('01JDN8Q0000000000000000000'), 1),
      'TENANT#acme#REASSIGNMENT / 01JDN8Q0000000000000000000#CHUNK#000001',
    ],
    [keyOf.person(ACME, idOf.person('eve@acme.example')), 'TENANT#acme / PERSON#sha256:c4a1a9b1a4e2ad3f'],
  ])('names what can be found and nobody: %o', (key, text) => {
    expect(keyText(key).replace(/sha256:[0-9a-f]{16}$/, 'sha256:c4a1a9b1a4e2ad3f')).toBe(text);
  });

  it('hides the recipient in an alert, and a key that a caller chose', () => {
    expect(keyText({ pk: 'TENANT#acme#ALERT', sk: 'access-ends|Sub1|2027-01-01|30|anna|email' })).not.toContain('anna');
    expect(keyText(keyOf.answer(ACME, 'for-anna'))).not.toContain('anna');
  });
});
