import { toCursor } from '#contract/lists.ts';
import type { apiOperations } from '#contract/operations.ts';
import { fromPerson, toPerson } from '#contract/people.ts';
import { idOf, type PersonId, type TenantId } from '#domain/ids.ts';
import { deletePerson } from '#use-cases/delete-person.ts';
import { listPeople, readPerson } from '#use-cases/list-people.ts';
import type { Ports } from '#use-cases/ports.ts';
import { putPerson } from '#use-cases/put-person.ts';
import type { Answer } from '../http/answer.ts';
import { tenantIdOf } from '../http/http-request.ts';
import { type Handlers, refuse } from '../http/router.ts';
import { idBefore } from './pages.ts';

type Routes = 'listPeople' | 'putPerson' | 'getPerson' | 'deletePerson';

/** The routes of people. */
export function personRoutes(ports: Ports): Handlers<Pick<typeof apiOperations, Routes>> {
  return {
    listPeople: async (request) => {
      const { limit, cursor, subscriptionId, atRiskDays, stranded } = request.query;
      const filter = {
        ...(subscriptionId && { subscriptionId }),
        ...(atRiskDays !== undefined && { atRiskDays }),
        ...(stranded !== undefined && { stranded }),
      };
      const page = { limit, cursor: idBefore({ cursor }) };
      const people = await listPeople(ports, { tenantId: tenantIdOf(request), filter, page });
      if (!people.ok) return refuse(people.refusal);
      const { items, next } = people.value;
      return { status: 200, body: { items: items.map(fromPerson), ...(next !== undefined && { next: toCursor(next) }) } };
    },
    putPerson: async (request) => {
      const tenantId = tenantIdOf(request);
      const person = toPerson(request.params['personId'] ?? '', request.body);
      const put = await putPerson(ports, { actor: request.actor, tenantId, person, ifMatch: request.ifMatch });
      return put.ok ? one(ports, { tenantId, personId: person.personId }, put.value.created ? 201 : 200) : refuse(put.refusal);
    },
    getPerson: (request) => one(ports, { tenantId: tenantIdOf(request), personId: idOf.person(request.params['personId'] ?? '') }, 200),
    deletePerson: async (request) => {
      const personId = idOf.person(request.params['personId'] ?? '');
      const deleted = await deletePerson(ports, {
        actor: request.actor,
        tenantId: tenantIdOf(request),
        personId,
        ifMatch: request.ifMatch,
      });
      return deleted.ok ? { status: 204 } : refuse(deleted.refusal);
    },
  };
}

async function one(ports: Ports, asked: { readonly tenantId: TenantId; readonly personId: PersonId }, status: 200 | 201): Promise<Answer> {
  const read = await readPerson(ports, asked);
  if (!read.ok) return refuse(read.refusal);
  return { status, body: fromPerson(read.value), headers: { etag: `"${read.value.person.revision}"` } };
}
