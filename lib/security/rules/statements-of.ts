import type { Resource } from './templates.ts';
import { listAt, valueAt } from './value-at.ts';

/** What a role may or may not do, one action and many read alike. */
export type Statement = {
  readonly effect: unknown;
  readonly actions: readonly unknown[];
  readonly resources: readonly unknown[];
  readonly condition: unknown;
  /** Where it stands in its role. */
  readonly location: string;
  readonly body: unknown;
};

/** The statements of a role, or of a policy about a resource. What cannot be read is none: `RolePolicies` refuses it. */
export function statementsOf({ body }: Resource): readonly Statement[] {
  const documents = listAt(body, 'Properties.Policies').map((_policy, n) => `Properties.Policies.${n}.PolicyDocument`);
  return [...documents, 'Properties.PolicyDocument'].flatMap((document) =>
    listAt(body, `${document}.Statement`).map((statement, n) => readStatement(statement, `${document}.Statement.${n}`)),
  );
}

function readStatement(body: unknown, location: string): Statement {
  return {
    effect: valueAt(body, 'Effect'),
    actions: oneOrMore(valueAt(body, 'Action')),
    resources: oneOrMore(valueAt(body, 'Resource')),
    condition: valueAt(body, 'Condition'),
    location,
    body,
  };
}

function oneOrMore(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
