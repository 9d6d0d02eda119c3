import { instantOf } from '#domain/days/instant.ts';
import { idOf, type LinkId } from '#domain/ids.ts';
import type { PlanRequest } from '#domain/plans/plan.ts';
import type { Channel, Delivery } from '#domain/recipients/recipient.ts';
import type { Assurance, Mode } from '#domain/tenants/tenant.ts';
import type { Ports } from '#use-cases/ports.ts';
import { putPerson } from '#use-cases/put-person.ts';
import { putSubscription } from '#use-cases/put-subscription.ts';
import { putTenant } from '#use-cases/put-tenant.ts';
import { aFullAdmin, agents, aSubscription, aTenant } from './builders.ts';
import { ACME, type Bench, NOW } from './stores.ts';

export const ACTOR = { who: 'arn:aws:iam::000000000000:user/anna', door: 'api' } as const;
export const SECRET = 'the secret of a link in a test';
export const LINK: LinkId = idOf.link('a'.repeat(22));

/** Everybody of Sub1, to wherever they fit. */
export const FROM_SUB1: PlanRequest = { fromSubscriptionId: idOf.subscription('Sub1'), acceptOverage: false, acceptUpgrade: false };

type Sizes = { readonly mode?: Mode; readonly assurance?: Assurance; readonly people?: number; readonly seats?: number };

/**
 * A tenant on 2026-12-02 whose Sub1 ends with the year, with one full admin (premium) and some agents (standard) on it, and
 * a Sub2 that goes on and has seats for some of them.
 */
export async function aTenantToMove(
  ports: Ports,
  { mode = 'book', assurance = 'confirm', people = 3, seats = people }: Sizes = {},
): Promise<void> {
  await putTenant(ports, { actor: ACTOR, tenant: aTenant({ mode, assurance }), ifMatch: undefined });
  const Sub1 = aSubscription({ subscriptionId: 'Sub1', expiresOn: '2027-01-01', seats: { 'premium-agent': 1, 'standard-agent': people } });
  const Sub2 = aSubscription({
    subscriptionId: 'Sub2',
    startsOn: '2026-06-01',
    expiresOn: '2029-06-01',
    seats: { 'premium-agent': 1, 'standard-agent': seats },
  });
  for (const subscription of [Sub1, Sub2]) await putSubscription(ports, { actor: ACTOR, tenantId: ACME, subscription, ifMatch: undefined });
  const everybody = [aFullAdmin({ holds: { Sub1: 'premium-agent' } }), ...agents(people, { holds: { Sub1: 'standard-agent' } })];
  await Promise.all(everybody.map((person) => putPerson(ports, { actor: ACTOR, tenantId: ACME, person, ifMatch: undefined })));
}

/** Anna, who has a confirmed e-mail address and was sent a link for Sub1's end. */
export async function aRecipientWithLink({
  ports,
  bench,
  mayAct = true,
  phone,
  channel = 'email',
  recipientId = 'anna',
  linkId = LINK,
  partnerId,
}: {
  readonly ports: Ports;
  readonly bench: Bench;
  readonly mayAct?: boolean;
  /** A second channel, and how far it has come. */
  readonly phone?: Delivery;
  /** By which the link came. */
  readonly channel?: Channel;
  readonly recipientId?: string;
  readonly linkId?: LinkId;
  readonly partnerId?: string;
}): Promise<void> {
  const id = idOf.recipient(recipientId);
  const on = aSubscription({ expiresOn: '2027-01-01' }).terms?.expiresOn;
  if (on === undefined) throw new Error('A subscription with terms has an end.');
  const address = `${recipientId}@acme.example`;
  const mobile = '+4915112345678';
  const channels = {
    email: { address, delivery: 'confirmed' },
    ...(phone !== undefined && { sms: { address: mobile, delivery: phone } }),
  } as const;
  const told = {
    'access-ends|Sub1': { kind: 'access-ends', subject: 'Sub1', on, rung: 30, severity: 'warning', at: NOW, linkId },
  } as const;
  await bench.write(
    {
      change: 'put-recipient',
      recipient: {
        recipientId: id,
        name: recipientId,
        language: 'en',
        email: address,
        ...(phone !== undefined && { phone: mobile }),
        mayAct,
        escalation: false,
        ...(partnerId !== undefined && { partnerId: idOf.partner(partnerId) }),
      },
      revision: 'absent',
      channels,
    },
    {
      change: 'open-link',
      link: {
        linkId,
        tenantId: ACME,
        recipientId: id,
        channel,
        subscriptionId: idOf.subscription('Sub1'),
        endsOn: on,
        secretHashes: [],
        createdAt: NOW,
        expiresAt: instantOf(Date.parse('2027-01-01T23:00:00Z')),
      },
    },
  );
  await ports.stores.addLinkSecret({ linkId, secretHash: ports.digest(SECRET), now: NOW });
  const recipient = await bench.acme().readRecipient(id);
  await bench.write({ change: 'tell-recipient', recipientId: id, toldRevision: recipient?.toldRevision ?? 0, told: { [channel]: told } });
}
