import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { sha256 } from '#adapters/runtime/digest.ts';
import { type InvalidRequest, invalidRequest } from '#contract/invalid.ts';
import type { Operation } from '#contract/operations.ts';
import type { Actor } from '#domain/audit/entry.ts';
import { ID_SHAPE, idOf } from '#domain/ids.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Named } from '#use-cases/answer-once.ts';
import type { IfMatch } from '#use-cases/refusals.ts';
import { type BodyRefusal, bodyBytes } from './body.ts';

type OutputOf<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type QueryOf<Fields> =
  Fields extends Readonly<Record<string, z.ZodType>> ? { readonly [Name in keyof Fields]: z.output<Fields[Name]> } : undefined;

/** A request whose body, query and ids have the shapes of its operation. */
export type HttpRequest<Op extends Operation> = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: QueryOf<Op['query']>;
  readonly body: OutputOf<Op['body']>;
  /** The body of a route that takes files, as text, with its media type. */
  readonly file: { readonly type: string; readonly text: string } | undefined;
  readonly actor: Actor & { readonly door: 'api' };
  readonly ifMatch: IfMatch;
  /** R8. There when the operation needs a key. */
  readonly named: Named | undefined;
};

export type RequestRefusal = InvalidRequest | BodyRefusal | { readonly reason: 'idempotency-key-required' };

const ID = z.string().regex(ID_SHAPE, 'Must be 1 to 128 letters, digits or . _ @ + - characters.');
const KEY = /^[\x21-\x7e]{1,128}$/;

/** Reads an event by the schemas of its operation, or says everything that is wrong with it. */
export function readRequest<Op extends Operation>(operation: Op, event: APIGatewayProxyEventV2): Result<HttpRequest<Op>, RequestRefusal> {
  const params = paramsOf(operation, event);
  const asked = operation.takesAnything ? {} : (event.queryStringParameters ?? {});
  const query = parsed(z.strictObject(operation.query ?? {}), asked, []);
  const body = bodyOf(operation, event);
  if (!body.ok) return body;
  const ids = operation.takesAnything ? ok({}) : parsed(z.record(z.string(), ID), params, []);
  const errors = [ids, query, body.value.content].flatMap((each) => (each.ok ? [] : each.refusal.errors));
  if (errors.length > 0 || !query.ok || !body.value.content.ok) return refused({ reason: 'invalid-request', errors });
  const named = namedOf(event, body.value.bytes);
  if (operation.needsKey && named === undefined) return refused({ reason: 'idempotency-key-required' });
  return ok({
    params,
    query: query.value as QueryOf<Op['query']>,
    body: body.value.content.value as OutputOf<Op['body']>,
    file: body.value.file,
    actor: { who: whoCalls(event), door: 'api' },
    ifMatch: ifMatchOf(event.headers['if-match']),
    named,
  });
}

/** Ids from the path; what a caller percent-encoded is the same id. */
function paramsOf({ path }: Operation, { pathParameters = {} }: APIGatewayProxyEventV2): Readonly<Record<string, string>> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return Object.fromEntries(names.map((name) => [name, decoded(pathParameters[name] ?? '')]));
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch (error) {
    if (error instanceof URIError) return value;
    throw error;
  }
}

function parsed<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  under: readonly PropertyKey[],
): Result<z.output<Schema>, InvalidRequest> {
  const outcome = schema.safeParse(value);
  return outcome.success ? ok(outcome.data) : refused(invalidRequest(outcome.error, under));
}

type Body = {
  readonly bytes: Buffer;
  readonly content: Result<unknown, InvalidRequest>;
  readonly file: { readonly type: string; readonly text: string } | undefined;
};

function bodyOf(operation: Operation, event: APIGatewayProxyEventV2): Result<Body, BodyRefusal> {
  if (operation.body === undefined) return ok({ bytes: Buffer.alloc(0), content: ok(undefined), file: undefined });
  const bytes = bodyBytes(event);
  if (!bytes.ok) return bytes;
  const type = (event.headers['content-type'] ?? 'application/json').split(';')[0]?.trim().toLowerCase() ?? '';
  const text = bytes.value.toString('utf8');
  if (operation.takesCsv && type === 'text/csv') return ok({ bytes: bytes.value, content: ok(undefined), file: { type, text } });
  if (type !== 'application/json')
    return refused({
      reason: 'unsupported-media-type',
      detail: `The body is "${type}"; send ${operation.takesCsv ? 'text/csv or ' : ''}application/json.`,
    });
  return ok({ bytes: bytes.value, content: jsonOf(operation.body, text), file: undefined });
}

/** An empty body says as much as an object without a field. */
function jsonOf(schema: z.ZodType, text: string): Result<unknown, InvalidRequest> {
  try {
    return parsed(schema, text.trim() === '' ? {} : JSON.parse(text), []);
  } catch (error) {
    if (error instanceof SyntaxError)
      return refused({ reason: 'invalid-request', errors: [{ path: '', message: 'The body is not JSON.' }] });
    throw error;
  }
}

/** The same key names the same request only: method, path, query and body are hashed with it. */
function namedOf(event: APIGatewayProxyEventV2, bytes: Buffer): Named | undefined {
  const key = event.headers['idempotency-key'];
  if (key === undefined || !KEY.test(key)) return undefined;
  const { method, path } = event.requestContext.http;
  return { key, requestHash: sha256(JSON.stringify([method, path, event.rawQueryString, bytes.toString('base64')])) };
}

/** `"7"` and `W/"7"` ask for revision 7, `*` for any; a tag of another form matches nothing there is. */
function ifMatchOf(header: string | undefined): IfMatch {
  if (header === undefined) return undefined;
  if (header.trim() === '*') return 'any';
  const revision = /^(?:W\/)?"(\d+)"$/.exec(header.trim())?.[1];
  return revision === undefined ? -1 : Number(revision);
}

/** U1. The IAM principal that API Gateway has verified. */
function whoCalls({ requestContext }: APIGatewayProxyEventV2): string {
  return 'authorizer' in requestContext ? (iamOf.safeParse(requestContext.authorizer).data?.iam.userArn ?? 'unknown') : 'unknown';
}
const iamOf = z.object({ iam: z.object({ userArn: z.string() }) });

/** The tenant a route is about. */
export function tenantIdOf({ params }: { readonly params: Readonly<Record<string, string>> }): ReturnType<typeof idOf.tenant> {
  return idOf.tenant(params['tenantId'] ?? '');
}
