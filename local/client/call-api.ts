import { signedFetch } from './signed-fetch.ts';
import type { Target } from './target.ts';

/** A signed call. @throws Error in a sentence when nothing answers. */
export async function callApi({ baseUrl, signWith }: Target, request: Parameters<typeof signedFetch>[1]): Promise<Response> {
  try {
    return await signedFetch(baseUrl, request, signWith);
  } catch (error) {
    if (error instanceof TypeError && error.message === 'fetch failed')
      throw new Error(`${baseUrl} does not answer. If it is the local stack, start it with npm start.`, { cause: error });
    throw error;
  }
}
