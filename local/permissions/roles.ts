import * as z from 'zod';
import type { Resource } from '#local/template/stack-template.ts';
import type { TemplateReader } from '#local/template/template-reader.ts';
import type { Access } from './access.ts';
import { type Decision, decide, policySchema, type Statement } from './statement.ts';

/** A role of the template with what its own policies say. */
export type Role = {
  readonly name: string;
  /** The actions that its statements allow, whatever they are for, in alphabetical order. */
  readonly granted: readonly string[];
  readonly decide: (access: Access) => Decision;
};

/** The roles of the template, by ARN. Only those that are asked for are read. */
export type Roles = {
  /** @throws Error that names the role when it is not there, or when a part of its policies is not understood. */
  readonly roleOf: (arn: string) => Role;
};

const roleSchema = z.object({
  Policies: z.array(policySchema).default([]),
  ManagedPolicyArns: z.tuple([]).default([]),
  PermissionsBoundary: z.never().optional(),
});
const attachedSchema = z.object({ Roles: z.array(z.string()).default([]) });

export function rolesOf(reader: TemplateReader): Roles {
  const roles = reader.resourcesOf('AWS::IAM::Role');
  const read = new Map<string, Role>();
  const readRole = (arn: string): Role => {
    const resource = roles.find((candidate) => reader.attributeOf(candidate, 'Arn') === arn);
    if (resource === undefined) throw new Error(`The template gives the role ${arn}, which it does not declare.`);
    const statements = statementsOf(reader, resource);
    return { name: reader.nameOf(resource), granted: actionsAllowedBy(statements), decide: (access) => decide(statements, access) };
  };
  return {
    roleOf: (arn) => {
      const role = read.get(arn) ?? readRole(arn);
      read.set(arn, role);
      return role;
    },
  };
}

function actionsAllowedBy(statements: readonly Statement[]): readonly string[] {
  return [...new Set(statements.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action }) => Action))].toSorted();
}

function statementsOf(reader: TemplateReader, resource: Resource): readonly Statement[] {
  const name = reader.nameOf(resource);
  const attached = [...reader.resourcesOf('AWS::IAM::Policy'), ...reader.resourcesOf('AWS::IAM::ManagedPolicy')].find((policy) =>
    attachedSchema.parse(reader.propertiesOf(policy)).Roles.includes(name),
  );
  if (attached !== undefined)
    throw new Error(`The local stack reads a role's own policies only, and ${attached.logicalId} is attached to ${name}.`);
  const role = roleSchema.safeParse(reader.propertiesOf(resource));
  if (!role.success) throw new Error(`The local stack does not understand the role ${name}: ${z.prettifyError(role.error)}`);
  return role.data.Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
}
