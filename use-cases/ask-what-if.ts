import type { Day } from '#domain/days/day.ts';
import type { TenantId } from '#domain/ids.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { type ChangeInThought, changedInThought, type Unthinkable } from '#domain/what-if/change-in-thought.ts';
import { type Outlook, outlookOf } from '#domain/what-if/outlook.ts';
import type { Ports } from './ports.ts';
import { readPicture } from './read-picture.ts';
import { invalidField, type TenantNotFound } from './refusals.ts';

type Asked = { readonly tenantId: TenantId; readonly asOf?: Day | undefined; readonly change: ChangeInThought };
type BeforeAndAfter = { readonly before: Outlook; readonly after: Outlook };

/**
 * What if: the tenant as it stands today, and as it would stand on the same day, or on `asOf`, if the change were made that day.
 * Reads only: nothing that is imagined is written anywhere.
 */
export async function askWhatIf(
  ports: Pick<Ports, 'stores' | 'clock'>,
  { tenantId, asOf, change }: Asked,
): Promise<Result<BeforeAndAfter, TenantNotFound | Unthinkable>> {
  const read = await readPicture(ports, { tenantId });
  if (!read.ok) return read;
  const { snapshot: picture, today } = read.value;
  if (asOf !== undefined && asOf < today) return refused(invalidField('asOf', `Must not be before today, ${today}.`));
  const day = asOf ?? today;
  const changed = changedInThought({ picture, today: day, change });
  if (!changed.ok) return changed;
  return ok({ before: outlookOf({ picture, today }), after: outlookOf({ picture: changed.value, today: day }) });
}
