import * as z from 'zod';
import type { TenantId } from '#domain/ids.ts';
import type { AdminLevel, Assignment, Moving, Person, PersonStatus, Role } from '#domain/people/person.ts';
import type { Stored } from '#use-cases/stored.ts';
import type { ChangeOf } from './change-of.ts';
import { equals, isNew } from './conditions.ts';
import { keyOf } from './keys.ts';
import { id, oneOf, parsed } from './stored.ts';
import type { RawItem } from './table.ts';
import { type Item, put, remove, replaced, update, type Write } from './writes.ts';

/** This person holds one licence kind of this subscription, as people, chunks and imports store it. */
export const assignment: z.ZodType<Assignment> = z.object({ subscriptionId: id.subscription, kind: z.string() });

const moving: z.ZodType<Moving> = z.object({
  reassignmentId: id.reassignment,
  moves: z.array(z.object({ from: assignment, to: assignment })),
});

/** A person without a revision, as an import's chunk keeps one. */
export const person = z.object({
  personId: id.person,
  name: z.string(),
  email: z.string(),
  roles: z.array(oneOf<Role>({ agent: true, admin: true, supervisor: true })),
  adminLevel: z.exactOptional(oneOf<AdminLevel>({ full: true, 'contact-center': true, user: true, 'read-only': true })),
  department: z.exactOptional(z.string()),
  status: oneOf<PersonStatus>({ active: true, pending: true, inactive: true }),
  external: z.boolean(),
  assignments: z.array(assignment),
  moving: z.exactOptional(moving),
});

const storedPerson: z.ZodType<Stored<Person>> = person.extend({ revision: z.number() });

export function fromPersonItem(item: RawItem): Stored<Person> {
  return parsed(storedPerson, item);
}

/** One item holds all of a person's assignments, so that a move changes one item. */
function toPersonItem(t: TenantId, { revision, ...whole }: Stored<Person>): Item {
  return { ...keyOf.person(t, whole.personId), ...whole, revision };
}

/** What each change of a person writes. */
export function personWrite(t: TenantId, change: ChangeOf<'put-person' | 'delete-person' | 'reassign-person'>): Write {
  switch (change.change) {
    case 'put-person':
      return change.revision === 'absent'
        ? put(toPersonItem(t, { ...change.person, revision: 1 }), isNew)
        : put(toPersonItem(t, { ...change.person, revision: change.revision + 1 }), equals('revision', change.revision));
    case 'delete-person':
      return remove(keyOf.person(t, change.personId), equals('revision', change.revision));
    case 'reassign-person': {
      const { set, remove: gone } = replaced({ assignments: change.assignments, moving: change.moving });
      return update(keyOf.person(t, change.personId), { set, remove: gone, add: [['revision', 1]] }, equals('revision', change.revision));
    }
  }
}
