import * as z from 'zod';
import { ID_SHAPE } from '#domain/ids.ts';
import { apiOperations, linkOperations, type Operation } from './operations.ts';
import { PROBLEMS, type ProblemReason, problemBody } from './problems.ts';

type Json = Readonly<Record<string, unknown>>;

/** The OpenAPI 3.1 document, generated from the schemas that validate. */
export function openApiDocument(): Json {
  const operations: readonly (readonly [string, Operation])[] = Object.entries({ ...apiOperations, ...linkOperations });
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [operationId, operation] of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: describe(operationId, operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lapsewatch',
      version: '1',
      description: 'Watches the subscriptions of Webex Contact Center tenants and moves people before their access ends.',
    },
    paths,
    components: {
      schemas: { Problem: schemaOf(problemBody, 'output') },
      securitySchemes: {
        iam: { type: 'apiKey', in: 'header', name: 'Authorization', description: 'AWS Signature Version 4, service execute-api.' },
      },
    },
  };
}

function describe(operationId: string, operation: Operation): Json {
  return {
    operationId,
    summary: operation.summary,
    ...(operation.description !== undefined && { description: operation.description }),
    security: operation.public ? [] : [{ iam: [] }],
    parameters: parametersOf(operation),
    ...(operation.body !== undefined && { requestBody: bodyOf(operation.body, operation.takesCsv === true) }),
    responses: responsesOf(operation),
  };
}

function parametersOf({ path, query = {}, needsKey, method }: Operation): readonly Json[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', pattern: ID_SHAPE.source },
  }));
  const inQuery = Object.entries(query).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: schemaOf(schema, 'input'),
  }));
  const key = needsKey ? [{ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', maxLength: 128 } }] : [];
  const match =
    method === 'PUT' || method === 'DELETE' ? [{ name: 'If-Match', in: 'header', required: false, schema: { type: 'string' } }] : [];
  return [...inPath, ...inQuery, ...key, ...match];
}

function bodyOf(schema: z.ZodType, takesCsv: boolean): Json {
  const csv = takesCsv ? { 'text/csv': { schema: { type: 'string' } } } : {};
  return { required: !schema.safeParse({}).success, content: { 'application/json': { schema: schemaOf(schema, 'input') }, ...csv } };
}

function responsesOf({ answers, problems: own, public: open, takesAnything }: Operation): Json {
  const read: readonly ProblemReason[] = takesAnything ? [] : ['invalid-request'];
  const problems = [...new Set<ProblemReason>([...own, ...read, 'internal-error'])];
  const good = Object.entries(answers).map(([status, answer]) => [status, { description: 'The answer.', ...contentOf(answer) }]);
  const statuses = [...new Set(problems.map((reason) => PROBLEMS[reason].status))];
  const bad = statuses.map((status) => {
    const reasons = problems.filter((reason) => PROBLEMS[reason].status === status);
    return [
      String(status),
      {
        description: `Reasons: ${reasons.join(', ')}.`,
        content: { 'application/problem+json': { schema: problemOf(reasons) } },
      },
    ];
  });
  return { ...Object.fromEntries([...good, ...bad]), ...(!open && !statuses.includes(403) && { 403: UNSIGNED }) };
}

/** A problem for one of these reasons. */
function problemOf(reasons: readonly ProblemReason[]): Json {
  return { allOf: [{ $ref: '#/components/schemas/Problem' }, { type: 'object', properties: { reason: { enum: reasons } } }] };
}

/** API Gateway's own answer, in its own words. */
const UNSIGNED = {
  description: 'The request is not signed, or its principal may not call this route.',
  content: { 'application/json': { schema: schemaOf(z.object({ message: z.string() }), 'output') } },
};

function contentOf(answer: Operation['answers'][number]): Json {
  if (answer === 'none') return {};
  if (typeof answer === 'string') return { content: { [answer]: { schema: { type: 'string' } } } };
  return { content: { 'application/json': { schema: schemaOf(answer, 'output') } } };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
