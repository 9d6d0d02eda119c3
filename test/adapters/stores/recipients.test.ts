import { describe, expect, it } from 'vitest';
import type { ChangeOf } from '#adapters/dynamodb/change-of.ts';
import type { Told } from '#domain/alerts/alert.ts';
import { dayOf } from '#domain/days/day.ts';
import { idOf } from '#domain/ids.ts';
import type { Recipient } from '#domain/recipients/recipient.ts';
import { EITHER_STORES, NOW } from '#test/support/stores.ts';
import type { Change } from '#use-cases/change.ts';
import type { StoredRecipient } from '#use-cases/stored.ts';

const ANNA = idOf.recipient('anna');
const MATTER = 'access-ends|Sub1';
const told: Told = {
  kind: 'access-ends',
  subject: 'Sub1',
  on: dayOf('2027-01-01'),
  rung: 30,
  severity: 'warning',
  at: NOW,
  linkId: idOf.link('link-1'),
};

describe.each(EITHER_STORES)('recipients %s', (_where, openStores) => {
  const { acme, write, refuse } = openStores();
  const anna: Recipient = {
    recipientId: ANNA,
    name: 'Anna',
    language: 'de',
    email: 'anna@acme.example',
    phone: '+4915112345678',
    mayAct: true,
    departments: ['Sales'],
    escalation: false,
  };
  const channels: StoredRecipient['channels'] = {
    email: { address: 'anna@acme.example', delivery: 'confirmed', subscriptionArn: 'arn:aws:sns:eu-central-1:1:topic:sub' },
    sms: { address: '+4915112345678', delivery: 'pending' },
  };
  const create: Change = { change: 'put-recipient', recipient: anna, revision: 'absent', channels };
  describe('a recipient', () => {
    it('is read as created, told nothing yet', async () => {
      await write(create);
      const stored = { ...anna, revision: 1, channels, told: {}, toldRevision: 0 };
      expect(await acme().readRecipient(ANNA)).toEqual(stored);
      expect(await acme().readRecipients()).toEqual([stored]);
    });

    it('loses on replacement what is left out, and keeps what was told', async () => {
      await write(create);
      await write({
        change: 'tell-recipient',
        recipientId: ANNA,
        toldRevision: 0,
        told: { email: { [MATTER]: told } },
        lastSmsOn: dayOf('2026-12-02'),
      });
      const { phone: _phone, departments: _departments, ...fewer } = anna;
      await write({ change: 'put-recipient', recipient: fewer, revision: 1, channels: {} });
      expect(await acme().readRecipient(ANNA)).toEqual({
        ...fewer,
        revision: 2,
        channels: {},
        told: { email: { [MATTER]: told } },
        toldRevision: 1,
        lastSmsOn: '2026-12-02',
      });
    });

    it('is neither created twice nor replaced nor deleted under an old revision', async () => {
      await refuse([{ ...create, revision: 1 }]);
      await write(create);
      await refuse([create]);
      await refuse([{ ...create, revision: 2 }]);
      await refuse([{ change: 'delete-recipient', recipientId: ANNA, revision: 2 }]);
      await write({ change: 'delete-recipient', recipientId: ANNA, revision: 1 });
      expect(await acme().readRecipient(ANNA)).toBeUndefined();
    });
  });

  describe('A5 the delivery state of a channel', () => {
    const record = (address: string): ChangeOf<'record-delivery'> => ({
      change: 'record-delivery',
      recipientId: ANNA,
      channel: 'sms',
      state: { address, delivery: 'confirmed', subscriptionArn: 'arn:sms' },
    });

    it('is recorded for the address it belongs to, without a new revision', async () => {
      await write(create);
      await write(record('+4915112345678'));
      expect(await acme().readRecipient(ANNA)).toMatchObject({
        channels: { email: channels.email, sms: { delivery: 'confirmed', subscriptionArn: 'arn:sms' } },
        revision: 1,
      });
    });

    it('is refused when the address is another one by now, or the channel or recipient is gone', async () => {
      await refuse([record('+4915112345678')]);
      await write(create);
      await refuse([record('+491')]);
      await write({ change: 'put-recipient', recipient: anna, revision: 1, channels: {} });
      await refuse([record('+4915112345678')]);
    });

    it('is recorded once by two checks that see the same', async () => {
      await write(create);
      const confirm: Change = { ...record('+4915112345678'), from: 'pending' };
      await write(confirm);
      await refuse([confirm]);
    });

    it('is not overwritten by a recipient who was read before', async () => {
      await write(create);
      await write(record('+4915112345678'));
      const late: Change = { change: 'put-recipient', recipient: anna, revision: 1, channels, channelsBefore: channels };
      await refuse([late]);
      const now = (await acme().readRecipient(ANNA))?.channels ?? {};
      await write({ ...late, channels: now, channelsBefore: now });
    });
  });

  describe('C3 what a recipient was told', () => {
    const tell = (toldRevision: number, matters: Partial<ChangeOf<'tell-recipient'>>): Change => ({
      change: 'tell-recipient',
      recipientId: ANNA,
      toldRevision,
      told: {},
      ...matters,
    });

    it('is written for the channels named, under what was read', async () => {
      await write(create);
      await write(tell(0, { told: { email: { [MATTER]: told } } }));
      await write(
        tell(1, {
          told: { sms: { [MATTER]: { ...told, rung: 14 } } },
          lastSmsOn: dayOf('2026-12-02'),
          lastHeartbeatOn: dayOf('2026-11-30'),
        }),
      );
      await refuse([tell(1, { told: { email: {} } })]);
      expect(await acme().readRecipient(ANNA)).toMatchObject({
        told: { email: { [MATTER]: told }, sms: { [MATTER]: { ...told, rung: 14 } } },
        toldRevision: 2,
        lastSmsOn: '2026-12-02',
        lastHeartbeatOn: '2026-11-30',
        revision: 1,
      });
    });

    it('keeps the days of the last SMS and Monday line when a telling names none', async () => {
      await write(create);
      await write(tell(0, { lastSmsOn: dayOf('2026-12-02'), lastHeartbeatOn: dayOf('2026-11-30') }));
      await write(tell(1, { told: { email: {} } }));
      expect(await acme().readRecipient(ANNA)).toMatchObject({
        lastSmsOn: '2026-12-02',
        lastHeartbeatOn: '2026-11-30',
        told: { email: {} },
      });
    });

    it('is refused where the recipient is gone', async () => {
      await refuse([tell(0, {})]);
    });
  });

  describe('L6 a new link for what was told', () => {
    const fresh = { ...told, linkId: idOf.link('link-2') };
    const replace: Change = { change: 'replace-told', recipientId: ANNA, channel: 'email', matter: MATTER, told: fresh };
    const other = { ...told, kind: 'stranded' } as const;

    it('replaces that matter alone', async () => {
      await write(create);
      await write({
        change: 'tell-recipient',
        recipientId: ANNA,
        toldRevision: 0,
        told: { email: { [MATTER]: told, 'stranded|Sub1': other } },
      });
      await write(replace);
      expect(await acme().readRecipient(ANNA)).toMatchObject({ told: { email: { [MATTER]: fresh, 'stranded|Sub1': other } } });
    });

    it('makes a check that read the old link read again', async () => {
      await write(create);
      await write({ change: 'tell-recipient', recipientId: ANNA, toldRevision: 0, told: { email: { [MATTER]: told } } });
      await write(replace);
      await refuse([{ change: 'tell-recipient', recipientId: ANNA, toldRevision: 1, told: { email: { [MATTER]: told } } }]);
    });

    it('is refused when nothing of that kind was told', async () => {
      await write(create);
      await refuse([replace]);
      await write({ change: 'tell-recipient', recipientId: ANNA, toldRevision: 0, told: { email: { 'stranded|Sub1': other } } });
      await refuse([replace]);
    });
  });
});
