import { toCursor } from '#contract/lists.ts';
import type { apiOperations } from '#contract/operations.ts';
import { fromReadRun, fromReassignment } from '#contract/reassignments.ts';
import { idOf } from '#domain/ids.ts';
import { cancelReassignment } from '#use-cases/cancel-reassignment.ts';
import { confirmReassignment } from '#use-cases/confirm-reassignment.ts';
import { controlHubFile } from '#use-cases/control-hub-file.ts';
import type { Ports } from '#use-cases/ports.ts';
import { readReassignment } from '#use-cases/read-reassignment.ts';
import { resumeReassignment } from '#use-cases/resume-reassignment.ts';
import type { Steer } from '#use-cases/steer-reassignment.ts';
import { undoReassignment } from '#use-cases/undo-reassignment.ts';
import { contentTag } from '../http/content-tag.ts';
import { csvAnswer } from '../http/csv-answer.ts';
import { tenantIdOf } from '../http/http-request.ts';
import { type Handlers, refuse } from '../http/router.ts';
import { pageOf, placeOf } from './pages.ts';

type Routes =
  | 'listReassignments'
  | 'getReassignment'
  | 'getControlHubFile'
  | 'confirmReassignment'
  | 'cancelReassignment'
  | 'resumeReassignment'
  | 'undoReassignment';
type Params = { readonly params: Readonly<Record<string, string>> };

/** The routes of runs: follow one, confirm it, steer it. */
export function reassignmentRoutes(ports: Ports): Handlers<Pick<typeof apiOperations, Routes>> {
  return {
    listReassignments: async (request) => {
      const stores = ports.stores.storesFor(tenantIdOf(request));
      const [tenant, { items, next }] = await Promise.all([stores.readTenant(), stores.listReassignments(pageOf(request.query))]);
      if (tenant === undefined) return refuse({ reason: 'tenant-not-found' });
      return { status: 200, body: { items: items.map(fromReassignment), ...(next !== undefined && { next }) } };
    },
    getReassignment: async (request) => {
      const read = await readReassignment(ports, idsOf(request));
      if (!read.ok) return refuse(read.refusal);
      const { next, ...detail } = fromReadRun(read.value, { from: placeOf(request.query), limit: request.query.limit });
      const body = { ...detail, ...(next !== undefined && { next: toCursor(next) }) };
      return { status: 200, body, headers: { etag: contentTag(body) } };
    },
    getControlHubFile: async (request) => {
      const file = await controlHubFile(ports, { ...idsOf(request), part: request.query.part });
      return file.ok ? csvAnswer(file.value) : refuse(file.refusal);
    },
    confirmReassignment: steered(ports, confirmReassignment),
    cancelReassignment: steered(ports, cancelReassignment),
    resumeReassignment: steered(ports, resumeReassignment),
    undoReassignment: steered(ports, undoReassignment),
  };
}

type Steering = (ports: Ports, steer: Steer) => ReturnType<typeof confirmReassignment>;
type Steered = Params & { readonly actor: Steer['actor']; readonly named: Steer['named'] | undefined };

function steered(ports: Ports, steer: Steering) {
  return async ({ actor, named, ...request }: Steered) => {
    const outcome = await steer(ports, { actor, ...idsOf(request), ...(named && { named }) });
    return outcome.ok ? ({ status: 202, body: outcome.value } as const) : refuse(outcome.refusal);
  };
}

function idsOf(request: Params) {
  return { tenantId: tenantIdOf(request), reassignmentId: idOf.reassignment(request.params['reassignmentId'] ?? '') };
}
