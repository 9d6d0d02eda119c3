import { byId, type PersonId, type ReassignmentId, type SubscriptionId } from '../ids.ts';

export type Role = 'agent' | 'admin' | 'supervisor';
export type AdminLevel = 'full' | 'contact-center' | 'user' | 'read-only';
export type PersonStatus = 'active' | 'pending' | 'inactive';

/** This person holds one licence kind of this subscription. */
export type Assignment = { readonly subscriptionId: SubscriptionId; readonly kind: string };

/** R1. A move that is confirmed here but not yet seen in Control Hub: the person holds a seat on both sides. */
export type Moving = {
  readonly reassignmentId: ReassignmentId;
  readonly moves: readonly { readonly from: Assignment; readonly to: Assignment }[];
};

/** Somebody with access. Inactive people hold seats but are neither counted nor told of; `external` is only shown. */
export type Person = {
  readonly personId: PersonId;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly adminLevel?: AdminLevel;
  readonly department?: string;
  readonly status: PersonStatus;
  readonly external: boolean;
  /** In ascending order of subscription and kind, each at most once. */
  readonly assignments: readonly Assignment[];
  readonly moving?: Moving;
};

export function isAdmin(person: Person): boolean {
  return person.roles.includes('admin');
}

/** D11. An admin without a level does not count as full. */
export function isFullAdmin(person: Person): boolean {
  return isAdmin(person) && person.adminLevel === 'full';
}

/** P4. Full admins first, then other admins, then agents; within that by id. */
export function byRankThenId(left: Person, right: Person): number {
  return rankOf(left) - rankOf(right) || byId(left.personId, right.personId);
}

/** P4. The same order for many people: each is asked for the rank once, and people mostly come in order of id. */
export function inRankOrder(people: readonly Person[]): readonly Person[] {
  const ranks: readonly Person[][] = [[], [], []];
  for (const person of people) ranks[rankOf(person)]?.push(person);
  return ranks.flatMap((ofRank) => ofRank.sort((left, right) => byId(left.personId, right.personId)));
}

function rankOf(person: Person): number {
  if (!isAdmin(person)) return 2;
  return isFullAdmin(person) ? 0 : 1;
}

/** Assignments in ascending order of subscription and kind. */
export function byAssignment(left: Assignment, right: Assignment): number {
  return byId(left.subscriptionId, right.subscriptionId) || byId(left.kind, right.kind);
}

export function isSameAssignment(left: Assignment, right: Assignment): boolean {
  return left.subscriptionId === right.subscriptionId && left.kind === right.kind;
}
