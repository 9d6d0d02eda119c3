/** The deployed functions: each has a folder of its name in `lambdas/`. */
export const FUNCTION_NAMES = ['api', 'links', 'tick', 'check-tenant', 'deliver', 'work'] as const;

export type FunctionName = (typeof FUNCTION_NAMES)[number];

/** Where each function's bundle is: a folder with `index.cjs` that exports `handler`. */
export type Bundles = Readonly<Record<FunctionName, string>>;
