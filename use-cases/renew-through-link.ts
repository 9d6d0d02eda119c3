import type { Day } from '#domain/days/day.ts';
import { dayIn } from '#domain/days/instant.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Subscription } from '#domain/subscriptions/subscription.ts';
import type { MayNotAct } from './execute-link.ts';
import { closed, type HeldLink, holdLink, type LinkClosed, type LinkNotFound, type LinkRequest } from './hold-link.ts';
import type { Ports } from './ports.ts';
import { type LicensingModelMixed, putSubscription } from './put-subscription.ts';
import type { PreconditionFailed, TenantNotFound } from './refusals.ts';
import { whoIs } from './run-summary.ts';

type Renewal = LinkRequest & { readonly expiresOn: Day };
/** The new end is not after the present one, or already past. */
type NotLater = { readonly reason: 'invalid-request'; readonly errors: readonly { readonly path: string; readonly message: string }[] };
type Refusal = LinkNotFound | LinkClosed | MayNotAct | NotLater | LicensingModelMixed | PreconditionFailed | TenantNotFound;

/** The commonest answer to a warning: it was renewed, and this is the new end. */
export async function renewThroughLink(ports: Ports, { expiresOn, ...request }: Renewal): Promise<Result<undefined, Refusal>> {
  const found = await holdLink(ports, request);
  if (!found.ok) return found;
  const { standing, mayAct, link, subscription } = found.value;
  if (standing !== 'open') return refused(await closed(ports, found.value));
  if (!mayAct) return refused({ reason: 'may-not-act' });
  const renewed = renewedUntil(ports, found.value, expiresOn);
  if (!renewed.ok) return renewed;
  const put = await putSubscription(ports, {
    actor: { who: whoIs(link.recipientId), door: 'link' },
    tenantId: link.tenantId,
    subscription: renewed.value,
    ifMatch: subscription.revision,
  });
  return put.ok ? ok(undefined) : put;
}

function renewedUntil(
  { clock }: Pick<Ports, 'clock'>,
  { subscription, snapshot }: HeldLink,
  expiresOn: Day,
): Result<Subscription, NotLater> {
  const { revision: _revision, free: _free, datesConfirmedOn: _confirmed, leavingBy: _leaving, leftBy: _left, ...entered } = subscription;
  if (entered.terms === undefined)
    return notLater('The dates of this subscription have not been entered yet: enter them through the API or an import first.');
  if (expiresOn <= entered.terms.expiresOn) return notLater(`The new end has to be after the present one, ${entered.terms.expiresOn}.`);
  if (expiresOn <= dayIn(snapshot.tenant.timeZone, clock.now())) return notLater('The new end has to be after today.');
  return ok({ ...entered, terms: { ...entered.terms, expiresOn } });
}

function notLater(message: string): Result<never, NotLater> {
  return refused({ reason: 'invalid-request', errors: [{ path: 'expiresOn', message }] });
}
