import { fromFinding } from '#contract/findings.ts';
import { fromGuarded } from '#contract/guard.ts';
import type { apiOperations } from '#contract/operations.ts';
import { fromSubscription, toSubscription } from '#contract/subscriptions.ts';
import { dayIn } from '#domain/days/instant.ts';
import { idOf, type SubscriptionId } from '#domain/ids.ts';
import { deleteSubscription } from '#use-cases/delete-subscription.ts';
import { guardSubscription } from '#use-cases/guard-subscription.ts';
import type { Ports } from '#use-cases/ports.ts';
import { putSubscription } from '#use-cases/put-subscription.ts';
import { type PictureOn, readPicture } from '#use-cases/read-picture.ts';
import type { StoredSubscription } from '#use-cases/stored.ts';
import type { Answer } from '../http/answer.ts';
import { tenantIdOf } from '../http/http-request.ts';
import { type Handlers, refuse } from '../http/router.ts';
import { pageById } from './pages.ts';

type Routes = 'listSubscriptions' | 'putSubscription' | 'getSubscription' | 'checkSubscription' | 'deleteSubscription';

/** The routes of subscriptions. */
export function subscriptionRoutes(ports: Ports): Handlers<Pick<typeof apiOperations, Routes>> {
  return {
    listSubscriptions: async (request) => {
      const read = await readPicture(ports, { tenantId: tenantIdOf(request) });
      return read.ok ? listed(read.value, request.query) : refuse(read.refusal);
    },
    putSubscription: async (request) => {
      const { body, actor, ifMatch, params } = request;
      const subscription = toSubscription(params['subscriptionId'] ?? '', body);
      const put = await putSubscription(ports, { actor, tenantId: tenantIdOf(request), subscription, ifMatch });
      if (!put.ok) return refuse(put.refusal);
      const { snapshot, findings, created } = put.value;
      const picture = { snapshot, today: dayIn(snapshot.tenant.timeZone, ports.clock.now()) };
      return one(picture, subscription.subscriptionId, { status: created ? 201 : 200, more: { findings: findings.map(fromFinding) } });
    },
    getSubscription: async (request) => {
      const read = await readPicture(ports, { tenantId: tenantIdOf(request) });
      return read.ok ? one(read.value, idOf.subscription(request.params['subscriptionId'] ?? ''), { status: 200 }) : refuse(read.refusal);
    },
    checkSubscription: async (request) => {
      const { subscriptionId, ...body } = request.body;
      const guarded = await guardSubscription(ports, { tenantId: tenantIdOf(request), entered: toSubscription(subscriptionId, body) });
      return guarded.ok ? { status: 200, body: fromGuarded(guarded.value) } : refuse(guarded.refusal);
    },
    deleteSubscription: async (request) => {
      const subscriptionId = idOf.subscription(request.params['subscriptionId'] ?? '');
      const deleted = await deleteSubscription(ports, {
        actor: request.actor,
        tenantId: tenantIdOf(request),
        subscriptionId,
        ifMatch: request.ifMatch,
      });
      return deleted.ok ? { status: 204 } : refuse(deleted.refusal);
    },
  };
}

type Query = { readonly status?: string | undefined; readonly limit: number; readonly cursor?: string | undefined };

function listed(picture: PictureOn, { status, ...page }: Query): Answer {
  const wanted = picture.snapshot.subscriptions
    .map((subscription) => fromSubscription(subscription, picture))
    .filter((subscription) => status === undefined || subscription.status === status);
  const { items, next } = pageById(wanted, page, ({ subscriptionId }) => subscriptionId);
  return { status: 200, body: { items, ...(next !== undefined && { next }) } };
}

function one(
  picture: PictureOn,
  id: SubscriptionId,
  { status, more = {} }: { readonly status: 200 | 201; readonly more?: object },
): Answer {
  const found: StoredSubscription | undefined = picture.snapshot.subscriptions.find(({ subscriptionId }) => subscriptionId === id);
  if (found === undefined) return refuse({ reason: 'subscription-not-found' });
  return { status, body: { ...fromSubscription(found, picture), ...more }, headers: { etag: `"${found.revision}"` } };
}
