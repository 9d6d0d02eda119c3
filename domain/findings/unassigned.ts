import { isAdmin, type Person } from '../people/person.ts';
import type { Finding } from './finding.ts';
import { concerning, type Overview } from './overview.ts';

/**
 * D10. People without any assignment are `unassigned`; the admins among them are `admin-without-licence` instead, because where
 * their access comes from cannot be told.
 */
export function unassigned({ standings }: Overview): readonly Finding[] {
  const people = standings.filter(({ standing }) => standing.standing === 'unassigned').map(({ person }) => person);
  return [
    ...about(
      'unassigned',
      people.filter((person) => !isAdmin(person)),
    ),
    ...about('admin-without-licence', people.filter(isAdmin)),
  ];
}

function about(kind: 'unassigned' | 'admin-without-licence', people: readonly Person[]): readonly Finding[] {
  return people.length === 0 ? [] : [{ kind, severity: 'info', subject: 'tenant', ...concerning(people) }];
}
