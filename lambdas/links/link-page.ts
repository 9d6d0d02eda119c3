import * as z from 'zod';
import type { Answer } from '../http/answer.ts';

/** L2. The one page there is, with the headers that L8 asks for. */
export type LinkPage = { readonly answer: Answer };

const built = z.object({ html: z.string(), csp: z.string() });

/** The page as the build has left it beside the function: its markup, and the policy that allows its own script and style alone. */
export function linkPage(text: string): LinkPage {
  const { html, csp } = built.parse(JSON.parse(text));
  return {
    answer: {
      status: 200,
      body: html,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': csp,
        'x-frame-options': 'DENY',
      },
    },
  };
}
