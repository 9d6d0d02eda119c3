import * as z from 'zod';
import { callApi } from '#local/client/call-api.ts';
import type { Target } from '#local/client/target.ts';

type Question = { readonly method?: 'GET' | 'POST'; readonly path: string; readonly json?: unknown };

/** Asks the API. What is not answered with 200 and JSON is no answer. @throws Error in a sentence */
export type Ask = (question: Question) => Promise<unknown>;

/** Asks the API that is deployed, or the one of the local stack. */
export function askOf(target: Target): Ask {
  return async ({ method = 'GET', path, json }) => {
    const response = await callApi(target, { method, path, ...(json !== undefined && { json }) });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${method} ${path} was answered with ${response.status}. ${reasonIn(text)}`);
    return JSON.parse(text);
  };
}

const problem = z.object({
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).default([]),
});

/** Our own problems say what is wrong with which field; API Gateway says `{ message }`. */
function reasonIn(text: string): string {
  const said = jsonIn(text);
  const ours = problem.safeParse(said);
  if (ours.success) return [ours.data.detail, ...ours.data.errors.map(({ path, message }) => `  ${path}: ${message}`)].join('\n');
  return z.object({ message: z.string() }).safeParse(said).data?.message ?? text.slice(0, 200);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** All items of a list, page after page. */
export async function askForAll<Item extends z.ZodType>(ask: Ask, path: string, item: Item): Promise<readonly z.output<Item>[]> {
  const list = z.object({ items: z.array(item), next: z.string().optional() });
  const items: z.output<Item>[] = [];
  let cursor: string | undefined;
  do {
    const page = list.parse(await ask({ path: cursor === undefined ? path : `${path}&cursor=${encodeURIComponent(cursor)}` }));
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return items;
}
