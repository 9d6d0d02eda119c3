import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';

/** What a variable says, and what its function may do with that: they stand and fall together. */
export type Given = { readonly value: string; readonly permissions: readonly PolicyStatement[] };

/** A value for each variable of a function's environment: one that is left out does not compile. */
export type Variables<Environment> = { readonly [Name in keyof Environment]: Given };

/** A variable with the permissions that it is good for. */
export function given(value: string, ...permissions: readonly PolicyStatement[]): Given {
  return { value, permissions };
}

/** A statement written by hand: exactly these actions on exactly these resources. */
export function allow(actions: readonly string[], resources: readonly string[]): PolicyStatement {
  return new PolicyStatement({ actions: [...actions], resources: [...resources] });
}

type Denied = {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Partition keys, `*` standing for anything. */
  readonly leadingKeys: readonly string[];
};

/** A statement that wins over every allowance: none of these actions on items under these partition keys. */
export function deny({ actions, resources, leadingKeys }: Denied): PolicyStatement {
  return new PolicyStatement({
    effect: Effect.DENY,
    actions: [...actions],
    resources: [...resources],
    conditions: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': [...leadingKeys] } },
  });
}
