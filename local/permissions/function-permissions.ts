import type { LambdaFunction } from '#local/functions/lambda-function.ts';
import type { GateAnswer } from '#local/gate/forward.ts';
import type { GateCall } from '#local/gate/gate-call.ts';
import type { TemplateReader } from '#local/template/template-reader.ts';
import { accessesOf } from './accesses-of.ts';
import { denial, refusalOf } from './denial.ts';
import type { Role, Roles } from './roles.ts';
import { tableKeys } from './table-keys.ts';

/** What functions may do by their roles in the template, and what they have done by them. */
export type FunctionPermissions = {
  /** The refusal of a call that the function's role does not allow, as AWS writes it; undefined when it may pass. */
  readonly refusal: (functionName: string, call: GateCall) => GateAnswer | undefined;
  readonly report: () => PermissionReport;
};

/** By what its log lines call a function: the actions its role allows, and those it was let through for so far, in alphabetical order. */
export type PermissionReport = Readonly<Record<string, { readonly granted: readonly string[]; readonly used: readonly string[] }>>;

type Deployed = {
  readonly reader: TemplateReader;
  readonly roles: Roles;
  readonly functions: readonly Pick<LambdaFunction, 'name' | 'serviceName' | 'roleArn'>[];
};

/** @throws Error that names the role with a part that is not understood: it must not decide by accident. */
export function functionPermissions({ reader, roles, functions }: Deployed): FunctionPermissions {
  const keys = tableKeys(reader);
  const permitted = new Map(
    functions.map(({ name, serviceName, roleArn }) => [name, { serviceName, role: roles.roleOf(roleArn), used: new Set<string>() }]),
  );
  return {
    refusal: (functionName, call) => {
      const known = permitted.get(functionName);
      if (known === undefined) return refusalOf(call.service, `The template declares no function ${functionName}.`);
      const accesses = accessesOf(call, keys);
      if (!accesses.ok) return refusalOf(call.service, accesses.refusal);
      const denied = firstDenial(known.role, { functionName, service: call.service, accesses: accesses.value });
      if (denied === undefined) for (const { action } of accesses.value) known.used.add(action);
      return denied;
    },
    report: () =>
      Object.fromEntries(
        [...permitted.values()].map(({ serviceName, role, used }) => [serviceName, { granted: role.granted, used: [...used].toSorted() }]),
      ),
  };
}

type Asked = Pick<Parameters<typeof denial>[0], 'functionName' | 'service'> & {
  readonly accesses: readonly Parameters<Role['decide']>[0][];
};

function firstDenial(role: Role, { accesses, ...caller }: Asked): GateAnswer | undefined {
  for (const access of accesses) {
    const decision = role.decide(access);
    if (decision !== 'allowed') return denial({ ...caller, roleName: role.name, access, decision });
  }
  return undefined;
}
