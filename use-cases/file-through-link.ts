import { ok, type Result, refused } from '#domain/result.ts';
import { type ControlHubFile, controlHubFile } from './control-hub-file.ts';
import type { MayNotAct } from './execute-link.ts';
import { followLink, type NotStarted } from './follow-link.ts';
import type { LinkClosed, LinkNotFound, LinkRequest } from './hold-link.ts';
import type { Ports } from './ports.ts';

type Refusal = LinkNotFound | LinkClosed | NotStarted | MayNotAct | { readonly reason: 'part-not-found'; readonly parts: number };

/** R1. A file for Control Hub, through a link that is not over and whose recipient may act: it names people, so others do not get it. */
export async function fileThroughLink(
  ports: Pick<Ports, 'stores' | 'digest' | 'clock'>,
  { part, ...request }: LinkRequest & { readonly part: number },
): Promise<Result<ControlHubFile, Refusal>> {
  const followed = await followLink(ports, request);
  if (!followed.ok) return followed;
  const { held, run } = followed.value;
  if (held.standing === 'dead') return refused({ reason: 'link-closed' });
  if (!held.mayAct) return refused({ reason: 'may-not-act' });
  const file = await controlHubFile(ports, { tenantId: held.link.tenantId, reassignmentId: run.reassignmentId, part });
  if (file.ok) return ok(file.value);
  return file.refusal.reason === 'part-not-found' ? refused(file.refusal) : refused({ reason: 'link-closed' });
}
