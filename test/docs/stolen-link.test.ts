import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { storesInMemory } from '#test/support/stores.ts';
import { ROUTES, type Route, STANDINGS, type Standing, statusesOf } from './through-links.ts';

/** Refused for good: no such link, no right to act, or over. */
const NEVER: readonly (number | undefined)[] = [403, 404, 410];
/** Refused for now: what is asked for has a time, and this is not it. */
const NOT_NOW = 409;

const bench = storesInMemory();
const document = readFileSync(new URL('../../docs/security.md', import.meta.url), 'utf8');
const cells = ROUTES.flatMap((route) => STANDINGS.map((standing) => [route, standing] as const));

describe('S2 The holder of a link may do what docs/security.md says, and no more:', () => {
  it.each(cells)('%s, with a link that is %s', async (route, standing) => {
    expect(await answered(route, standing)).toBe(toldOf(route, standing));
  });
});

/** `yes`: every holder. `to act`: a recipient who may act. `not yet`: there is no run to do that with. `no`: nobody. */
async function answered(route: Route, standing: Standing): Promise<string> {
  const { seeing, acting } = await statusesOf(bench, { route, standing });
  if (acting === NOT_NOW && seeing === NOT_NOW) return 'not yet';
  if (NEVER.includes(acting)) return NEVER.includes(seeing) ? 'no' : 'only to see';
  return NEVER.includes(seeing) ? 'to act' : 'yes';
}

function toldOf(route: Route, standing: Standing): string | undefined {
  const row = document.split('\n').find((line) => line.startsWith(`| \`${route}\``)) ?? '';
  return row.split('|').map((cell) => cell.trim())[2 + STANDINGS.indexOf(standing)];
}
