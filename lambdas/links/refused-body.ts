import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { matchLink } from '#use-cases/hold-link.ts';
import type { Ports } from '#use-cases/ports.ts';
import type { Answer } from '../http/answer.ts';
import { bodyBytes } from '../http/body.ts';
import type { RequestRefusal } from '../http/http-request.ts';
import { refuse } from '../http/router.ts';

const key = z.object({ linkId: z.string().catch(''), secret: z.string().catch('') }).catch({ linkId: '', secret: '' });

/**
 * L7. A body that does not have its route's shape tells what is wrong with it only to somebody whose secret matches; to
 * everybody else it is an unknown link, found on the same path. Asking for a fresh link is answered alike whatever was sent (L2).
 */
export async function answerRefusedBody(
  ports: Pick<Ports, 'stores' | 'digest'>,
  event: APIGatewayProxyEventV2,
  refusal: RequestRefusal,
): Promise<Answer> {
  if (event.requestContext.http.path.startsWith('/links/fresh')) return { status: 202 };
  const matched = await matchLink(ports, key.parse(contentOf(event)));
  return refuse(matched.ok ? refusal : matched.refusal);
}

function contentOf(event: APIGatewayProxyEventV2): unknown {
  const bytes = bodyBytes(event);
  if (!bytes.ok) return undefined;
  try {
    return JSON.parse(bytes.value.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
