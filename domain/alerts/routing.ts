import { type Finding, subscriptionIdOf } from '../findings/finding.ts';
import type { SubscriptionId } from '../ids.ts';
import { subscriptionOf, type TenantPicture } from '../tenants/picture.ts';

/**
 * Whether somebody with these departments hears of a finding: of those departments' subscriptions only, and of what
 * concerns the whole tenant. Somebody without departments hears of everything. Names count exactly, trimmed.
 */
export function isHeardBy(departments: readonly string[] | undefined, { subject }: Finding, picture: TenantPicture): boolean {
  const subscriptionId = subscriptionIdOf(subject);
  return subscriptionId === undefined || isHeardInDepartments(departments, subscriptionId, picture);
}

/** Whether somebody with these departments hears of a subscription. */
export function isHeardInDepartments(
  departments: readonly string[] | undefined,
  subscriptionId: SubscriptionId,
  picture: TenantPicture,
): boolean {
  if (departments === undefined) return true;
  const department = subscriptionOf(picture, subscriptionId)?.department?.trim();
  return department !== undefined && departments.some((name) => name.trim() === department);
}
