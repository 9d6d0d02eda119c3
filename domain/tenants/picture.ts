import { byId, type SubscriptionId } from '../ids.ts';
import type { LatestUsage } from '../liability/usage.ts';
import type { Partner } from '../partners/partner.ts';
import type { Person } from '../people/person.ts';
import type { WatchedRecipient } from '../recipients/recipient.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { Tenant } from './tenant.ts';

/** A tenant as the rules see it: one picture of everything that decides who has access. */
export type TenantPicture = {
  readonly tenant: Tenant;
  /** In ascending order of id. */
  readonly subscriptions: readonly Subscription[];
  /** In ascending order of id. */
  readonly people: readonly Person[];
  /** D23. In ascending order of id. */
  readonly partners: readonly Partner[];
  /** A5. Who is told, and what SNS says of each way to them. */
  readonly recipients: readonly WatchedRecipient[];
  /** D19. Absent until somebody has entered what was used. */
  readonly usage?: LatestUsage;
};

/** The subscription of that id, when the tenant has it. */
export function subscriptionOf(picture: TenantPicture, subscriptionId: SubscriptionId): Subscription | undefined {
  return picture.subscriptions.find((subscription) => subscription.subscriptionId === subscriptionId);
}

/** The picture with a subscription in the place of the one of the same id, or beside the others, as a PUT would leave it. */
export function withSubscription(picture: TenantPicture, subscription: Subscription): TenantPicture {
  const others = picture.subscriptions.filter(({ subscriptionId }) => subscriptionId !== subscription.subscriptionId);
  return {
    ...picture,
    subscriptions: [...others, subscription].toSorted((left, right) => byId(left.subscriptionId, right.subscriptionId)),
  };
}
