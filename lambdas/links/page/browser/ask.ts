/** What a route answered: its status and its JSON, or its text where it is a file. */
export type Answered<Body> = { readonly status: number; readonly body: Body };

/** One POST of JSON to the page's own host. A request that got no answer at all has status 0. */
export async function ask<Body>(route: string, content: object): Promise<Answered<Body>> {
  try {
    const response = await fetch(`/links/${route}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(content),
      cache: 'no-store',
      credentials: 'omit',
    });
    const type = response.headers.get('content-type') ?? '';
    const text = await response.text();
    return { status: response.status, body: (type.includes('json') ? JSON.parse(text) : text) as Body };
  } catch (error) {
    if (error instanceof TypeError) return { status: 0, body: {} as Body };
    throw error;
  }
}
