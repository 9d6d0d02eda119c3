import type { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';

const oneOrMore = <Item extends z.ZodType>(item: Item) => z.union([z.array(item), item.transform((only) => [only])]);

const statement = z.object({
  Effect: z.string(),
  Action: oneOrMore(z.string()),
  Resource: oneOrMore(z.json()),
  Condition: z.json().optional(),
});
const role = z.object({
  Policies: z.array(z.object({ PolicyDocument: z.object({ Statement: z.array(statement) }) })).default([]),
  ManagedPolicyArns: z.array(z.json()).default([]),
});

/** A statement of a role's own policy, with one action and one resource or many read alike. */
export type Statement = z.infer<typeof statement>;

/** What the role whose logical id begins so may do. */
export function statementsOf(template: Template, roleIdPrefix: string): readonly Statement[] {
  const found = Object.entries(template.findResources('AWS::IAM::Role')).filter(([id]) => id.startsWith(roleIdPrefix));
  return found.flatMap(([, { Properties }]) => role.parse(Properties).Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement));
}

/** What all roles may do. */
export function allStatements(template: Template): readonly Statement[] {
  return statementsOf(template, '');
}

/** The actions of a service that a role has, in alphabetical order. */
export function actionsOf(template: Template, roleIdPrefix: string, service: string): readonly string[] {
  const allowed = statementsOf(template, roleIdPrefix).filter(({ Effect }) => Effect === 'Allow');
  const actions = allowed.flatMap(({ Action }) => Action);
  return [
    ...new Set(actions.filter((action) => action.startsWith(`${service}:`)).map((action) => action.slice(service.length + 1))),
  ].toSorted();
}
