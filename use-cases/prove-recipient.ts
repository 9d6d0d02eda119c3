import type { Instant } from '#domain/days/instant.ts';
import { idOf } from '#domain/ids.ts';
import { type CodeWindow, codeHash, codeStandingOf, notAskedSince, openWindow } from '#domain/links/code.ts';
import { isAmong } from '#domain/links/is-among.ts';
import { type Channel, otherChannel } from '#domain/recipients/recipient.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Change } from './change.ts';
import type { HeldLink } from './hold-link.ts';
import { isReachable } from './is-reachable.ts';
import type { Ports } from './ports.ts';

type Why = 'sent' | 'wrong' | 'over' | 'tries-used-up' | 'all-sent';

/**
 * L9. Why a code is asked for: one is on its way (`sent`), the one that was entered is `wrong`, is not worth anything any more and
 * another one is on its way (`over`), all tries are used up, all codes of these ten minutes were sent, or there is no second channel that it could be sent over.
 */
export type CodeRequired =
  | {
      readonly reason: 'code-required';
      readonly why: Why;
      /** How the code comes: the way that the link did not. */
      readonly sentBy: Channel;
      readonly triesLeft: number;
      /** Until when it is worth something, or the first moment at which a new one is sent. */
      readonly until: Instant;
    }
  | { readonly reason: 'code-required'; readonly why: 'one-channel' };

/**
 * L9. Where the tenant's assurance is `code`, whoever carries a plan out also proves to read the recipient's other channel: six
 * digits, worth something for ten minutes, and five tries in those, which are counted before anything is compared. A right code
 * stays right within its ten minutes, so that a plan that has changed can be confirmed anew.
 */
export async function proveRecipient(ports: Ports, held: HeldLink, code: string | undefined): Promise<Result<undefined, CodeRequired>> {
  if (held.snapshot.tenant.assurance === 'confirm') return ok(undefined);
  const sentBy = otherChannel(held.link.channel);
  if (!isReachable(held.recipient, sentBy)) return refused({ reason: 'code-required', why: 'one-channel' });
  if (code === undefined) return refused(await askForCode(ports, held, 'sent'));
  const { linkId } = held.link;
  const taken = await ports.stores.takeCodeTry({ linkId, now: ports.clock.now() });
  if (!taken.ok) return refused(await askForCode(ports, held, 'over'));
  if (isAmong(taken.value.hashes, codeHash(ports.digest, { linkId, code }))) return ok(undefined);
  ports.log.warn('A code that was entered for a link is wrong.', { tenantId: held.link.tenantId, triesLeft: taken.value.triesLeft });
  return refused(required(held, taken.value.triesLeft === 0 ? 'tries-used-up' : 'wrong', taken.value));
}

function required({ link }: HeldLink, why: Why, { triesLeft, endsAt }: CodeWindow): CodeRequired {
  return { reason: 'code-required', why, sentBy: otherChannel(link.channel), triesLeft, until: endsAt };
}

/** L9. Sends a code, unless one was sent within the last minute or the tries of these ten minutes are used up. */
async function askForCode(ports: Ports, held: HeldLink, why: 'sent' | 'over'): Promise<CodeRequired> {
  const { linkId } = held.link;
  const now = ports.clock.now();
  const codes = codeStandingOf((await ports.stores.readLink(linkId))?.code, now);
  switch (codes.standing) {
    case 'used-up':
      return required(held, 'tries-used-up', codes.window);
    case 'all-sent':
      return required(held, 'all-sent', codes.window);
    case 'just-asked':
      return required(held, why, codes.window);
    case 'may-ask':
      await sendCode(ports, held, { change: 'ask-another-code', linkId, at: now, notSince: notAskedSince(now) });
      return required(held, why, codes.window);
    case 'none': {
      const window = openWindow(now);
      await sendCode(ports, held, { change: 'open-code-window', linkId, window });
      return required(held, why, window);
    }
  }
}

/** The code is born when the message is rendered. Where somebody else asked at the same moment, the one they asked for is on its way. */
async function sendCode(ports: Ports, { link, snapshot, subscription }: HeldLink, asking: Change): Promise<void> {
  const { tenantId, recipientId, linkId } = link;
  const createdAt = ports.clock.now();
  const outboxId = idOf.outbox(ports.randomness.ulid(createdAt));
  const message = {
    template: 'code',
    tenantName: snapshot.tenant.name,
    subscription: { name: subscription.name, id: subscription.subscriptionId },
    linkId,
  } as const;
  const work = { work: 'message', recipientId, channel: otherChannel(link.channel), message } as const;
  const outcome = await ports.stores
    .storesFor(tenantId)
    .commit([asking, { change: 'enqueue', item: { outboxId, tenantId, createdAt, work } }]);
  if (outcome.ok) await ports.queues.requestDelivery([outboxId]);
}
