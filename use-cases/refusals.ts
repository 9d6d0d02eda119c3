import type { PartnerId, ReassignmentId, SubscriptionId } from '#domain/ids.ts';
import type { ReassignmentStatus } from '#domain/reassignments/reassignment.ts';

/** What an `If-Match` header asks for: a revision, any at all (`*`), or nothing. */
export type IfMatch = number | 'any' | undefined;

export type TenantNotFound = { readonly reason: 'tenant-not-found' };
export type SubscriptionNotFound = { readonly reason: 'subscription-not-found' };
export type PersonNotFound = { readonly reason: 'person-not-found' };
export type RecipientNotFound = { readonly reason: 'recipient-not-found' };
export type PartnerNotFound = { readonly reason: 'partner-not-found' };
export type ReassignmentNotFound = { readonly reason: 'reassignment-not-found' };
export type UsageNotFound = { readonly reason: 'usage-not-found' };
/** A field that only the tenant, or its day, shows to be wrong. */
export type InvalidField = {
  readonly reason: 'invalid-request';
  readonly errors: readonly [{ readonly path: string; readonly message: string }];
};
/** The resource is at another revision than the request was written for, or does not exist although it has to. */
export type PreconditionFailed = { readonly reason: 'precondition-failed' };
export type UnknownSubscription = { readonly reason: 'unknown-subscription'; readonly subscriptionId: SubscriptionId };
/** D23. A recipient's rights hang on the partner: it has to be entered first. */
export type UnknownPartner = { readonly reason: 'unknown-partner'; readonly partnerId: PartnerId };
/** The same with where the id stands in the request. */
export type UnknownSubscriptionAt = UnknownSubscription & { readonly path: string };
/** `place`: where the id stands in the request. The id itself is an e-mail address where people come from an export (S4). */
export type UnknownPerson = { readonly reason: 'unknown-person'; readonly place: number };
export type ReassignmentInProgress = { readonly reason: 'reassignment-in-progress'; readonly reassignmentId?: ReassignmentId };

/** Whether a stored revision (undefined: nothing is stored) is the one that `If-Match` asks for. */
export function matches(revision: number | undefined, ifMatch: IfMatch): boolean {
  if (ifMatch === undefined) return true;
  return ifMatch === 'any' ? revision !== undefined : revision === ifMatch;
}
/** R8. The key named another request before. */
export type IdempotencyKeyReused = { readonly reason: 'idempotency-key-reused' };
/** The reassignment is not in a state in which this can be done; it may have been before, or come to be. */
export type NotNow = { readonly reason: 'not-now'; readonly status: ReassignmentStatus };
/** The time for it has passed: everybody has been moved, or the 72 hours of an undo are over. */
export type TooLate = { readonly reason: 'too-late'; readonly status: ReassignmentStatus };

/** One wrong field: where, and what to do about it. */
export function invalidField(path: string, message: string): InvalidField {
  return { reason: 'invalid-request', errors: [{ path, message }] };
}
