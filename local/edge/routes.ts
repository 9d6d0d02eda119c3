/** A route of the HTTP API: `GET /r/{linkId}`, `ANY /v1/{proxy+}` or `$default`. */
export type Route<Target> = { readonly routeKey: string; readonly iam: boolean; readonly target: Target };

export type Match<Target> = { readonly route: Route<Target>; readonly pathParameters: Readonly<Record<string, string>> };

/**
 * The route API Gateway would choose: the most specific path first (literal, then `{x}`, then `{x+}`, compared from the
 * left), and of two equal ones the one that names the method.
 * @param path decoded, as API Gateway matches it.
 */
export function matchRoute<Target>(routes: readonly Route<Target>[], method: string, path: string): Match<Target> | undefined {
  const matches = routes.flatMap((route) => {
    const [verb = '', pattern = ''] = route.routeKey.split(' ');
    if (verb !== 'ANY' && verb !== method && route.routeKey !== '$default') return [];
    const pathParameters = route.routeKey === '$default' ? {} : parametersOf(segmentsOf(pattern), segmentsOf(path));
    return pathParameters === undefined ? [] : [{ route, pathParameters }];
  });
  return matches.toSorted((left, right) => compareText(specificity(left.route.routeKey), specificity(right.route.routeKey)))[0];
}

function segmentsOf(path: string): readonly string[] {
  return path.split('/').slice(1);
}

function parametersOf(pattern: readonly string[], path: readonly string[]): Readonly<Record<string, string>> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, segment] of pattern.entries()) {
    const name = /^\{(.+?)(\+?)\}$/.exec(segment);
    const value = name?.[2] === '+' ? path.slice(index).join('/') : path[index];
    if (value === undefined || (name === null ? value !== segment : value === '')) return undefined;
    if (name?.[1] !== undefined) parameters[name[1]] = value;
    if (name?.[2] === '+') return parameters;
  }
  return pattern.length === path.length ? parameters : undefined;
}

/** Sorts as text: per segment 0 for literal, 1 for `{x}`, 2 for `{x+}`, at the end whether any method will do. */
function specificity(routeKey: string): string {
  if (routeKey === '$default') return '9';
  const [verb, pattern = ''] = routeKey.split(' ');
  const ranks = segmentsOf(pattern).map((segment) => (segment.endsWith('+}') ? 2 : Number(segment.startsWith('{'))));
  return `${ranks.join('')}${verb === 'ANY' ? 'b' : 'a'}`;
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
