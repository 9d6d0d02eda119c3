import type { ChangeOf } from '#adapters/dynamodb/change-of.ts';
import { keyOf } from '#adapters/dynamodb/keys.ts';
import type { TenantId } from '#domain/ids.ts';
import type { Person } from '#domain/people/person.ts';
import { creation, deletion, type Effect, ofExisting, replacement } from './effect.ts';
import type { ItemOf } from './item.ts';

/** What each change of a person does. */
export function personEffect(t: TenantId, change: ChangeOf<'put-person' | 'delete-person' | 'reassign-person'>): Effect {
  switch (change.change) {
    case 'put-person':
      return put(t, change);
    case 'delete-person':
      return deletion('person', keyOf.person(t, change.personId), ({ value }) => value.revision === change.revision);
    case 'reassign-person':
      return reassigned(t, change);
  }
}

function put(t: TenantId, { person, revision }: ChangeOf<'put-person'>): Effect {
  if (revision === 'absent') return creation(personItem(t, person, 1));
  return replacement(personItem(t, person, revision + 1), 'person', (existing) => existing?.value.revision === revision);
}

function personItem(t: TenantId, person: Person, revision: number): ItemOf<'person'> {
  return { ...keyOf.person(t, person.personId), noun: 'person', value: { ...person, revision } };
}

function reassigned(t: TenantId, { personId, revision, assignments, moving }: ChangeOf<'reassign-person'>): Effect {
  return ofExisting('person', keyOf.person(t, personId), {
    holds: ({ value }) => value.revision === revision,
    after: (item) => {
      const { moving: _before, ...rest } = item.value;
      return { ...item, value: { ...rest, assignments, ...(moving !== undefined && { moving }), revision: revision + 1 } };
    },
  });
}
