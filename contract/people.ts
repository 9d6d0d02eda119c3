import * as z from 'zod';
import { idOf } from '#domain/ids.ts';
import { byAssignment, isSameAssignment, type Person } from '#domain/people/person.ts';
import type { SeenPerson } from '#use-cases/list-people.ts';
import { daysAhead, dayText, defined, email, evenWhenWrong, id, idAnswer, name, type Unsure } from './fields.ts';
import { pageQuery } from './lists.ts';

const kind = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'Must be a licence kind such as premium-agent: small letters, digits and hyphens.');
const assignment = z.strictObject({ subscriptionId: id.subscription, kind });

const fields = z.strictObject({
  name,
  email,
  roles: z
    .array(z.enum(['agent', 'admin', 'supervisor']))
    .min(1, 'Must name at least one role.')
    .max(3),
  adminLevel: z.enum(['full', 'contact-center', 'user', 'read-only']).optional(),
  department: name.optional(),
  status: z.enum(['active', 'pending', 'inactive']).default('active'),
  external: z.boolean().default(false),
  assignments: z.array(assignment).max(40),
});
type Fields = z.output<typeof fields>;

/** What a PUT of a person says. */
export const personBody = fields.superRefine(refine, evenWhenWrong);
/** The same as an entry of an import. */
export const personEntry = fields.extend({ personId: id.person }).superRefine(refine, evenWhenWrong);

function refine({ assignments, roles, adminLevel }: Unsure<Fields>, context: z.core.$RefinementCtx): void {
  const held = Array.isArray(assignments) ? assignments.map((each) => assignment.safeParse(each).data) : [];
  for (const [index, each] of held.entries())
    if (each !== undefined && held.findIndex((other) => other !== undefined && isSameAssignment(other, each)) < index)
      context.addIssue({ code: 'custom', path: ['assignments', index], message: 'Stands twice; leave one out.' });
  if (adminLevel !== undefined && Array.isArray(roles) && !roles.includes('admin'))
    context.addIssue({ code: 'custom', path: ['adminLevel'], message: 'Only an admin has a level; add the role or leave the level out.' });
}

const assignmentAnswer = z.object({ subscriptionId: idAnswer, kind: z.string() });

export const personAnswer = z.object({
  personId: idAnswer,
  name: z.string(),
  email: z.string(),
  roles: z.array(z.string()),
  adminLevel: z.string().optional(),
  department: z.string().optional(),
  status: z.enum(['active', 'pending', 'inactive']),
  external: z.boolean(),
  assignments: z.array(assignmentAnswer),
  /** `coveredThrough` is absent where access is open-ended, or there is none. */
  stranded: z.boolean(),
  coveredThrough: dayText.optional(),
  openEnded: z.boolean(),
  moving: z.object({ reassignmentId: idAnswer, moves: z.array(z.object({ from: assignmentAnswer, to: assignmentAnswer })) }).optional(),
});

export const peopleQuery = {
  ...pageQuery,
  subscriptionId: id.subscription.optional(),
  atRiskDays: daysAhead.optional(),
  stranded: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
};

export function toPerson(personId: string, { assignments, roles, ...rest }: Fields): Person {
  return { personId: idOf.person(personId), ...defined(rest), roles: [...new Set(roles)], assignments: assignments.toSorted(byAssignment) };
}

/** A person with where he or she stands today (D8, D10). */
export function fromPerson({ person, standing }: SeenPerson): z.input<typeof personAnswer> {
  const { revision: _revision, roles, assignments, moving, ...rest } = person;
  const horizon = standing.standing === 'covered' ? standing.horizon : undefined;
  return {
    ...rest,
    roles: [...roles],
    assignments: [...assignments],
    stranded: standing.standing === 'stranded',
    openEnded: horizon?.coverage === 'open-ended',
    ...(horizon?.coverage === 'until' && { coveredThrough: horizon.coveredThrough }),
    ...(moving !== undefined && { moving: { reassignmentId: moving.reassignmentId, moves: [...moving.moves] } }),
  };
}
