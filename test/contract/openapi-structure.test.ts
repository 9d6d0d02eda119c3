import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { openApiDocument } from '#contract/openapi.ts';

/** The parts of OpenAPI 3.1 that this document uses, and nothing else. */
const schema = z.looseObject({});
const content = z.record(z.string(), z.strictObject({ schema }));
const parameter = z.strictObject({ name: z.string(), in: z.enum(['path', 'query', 'header']), required: z.boolean(), schema });
const operation = z.strictObject({
  operationId: z.string().regex(/^[a-z][A-Za-z]+$/),
  summary: z.string().min(5),
  description: z.string().min(5).optional(),
  security: z.array(z.strictObject({ iam: z.array(z.never()) })),
  parameters: z.array(parameter),
  requestBody: z.strictObject({ required: z.boolean(), content }).optional(),
  responses: z.record(z.string().regex(/^[2-5]\d\d$/), z.strictObject({ description: z.string().min(1), content: content.optional() })),
});
const document = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(z.enum(['get', 'put', 'post', 'delete']), operation)),
  components: z.strictObject({ schemas: z.record(z.string(), schema), securitySchemes: z.record(z.string(), schema) }),
});

const read = document.parse(JSON.parse(JSON.stringify(openApiDocument())));
const described = Object.entries(read.paths).flatMap(([path, methods]) =>
  Object.values(methods).flatMap((each) => (each === undefined ? [] : [{ path, ...each }])),
);

describe('the structure of the OpenAPI document', () => {
  it('has a problem document for each refusal, and a good answer for each operation', () => {
    for (const { responses } of described) {
      expect(Object.keys(responses).some((status) => status.startsWith('2'))).toBe(true);
      for (const [status, { content: body }] of Object.entries(responses))
        if (!status.startsWith('2') && status !== '403') expect(Object.keys(body ?? {})).toEqual(['application/problem+json']);
    }
  });

  it('asks for a signature everywhere but on links, pages and health', () => {
    const open = described.filter(({ security }) => security.length === 0).map(({ path }) => path);
    expect(open.every((path) => path.startsWith('/links/') || ['/r/{linkId}', '/openapi.json', '/health'].includes(path))).toBe(true);
    expect(described.filter(({ path }) => path.startsWith('/v1/')).every(({ security }) => security.length === 1)).toBe(true);
  });

  it('wants an Idempotency-Key exactly where the contract names one', () => {
    const keyed = described.filter(({ parameters }) => parameters.some(({ name }) => name === 'Idempotency-Key'));
    expect(keyed.map(({ operationId }) => operationId).toSorted()).toEqual([
      'cancelReassignment',
      'confirmReassignment',
      'resumeReassignment',
      'startReassignment',
      'undoReassignment',
    ]);
  });

  it('warns of an audit that is intact as far as it was proven', () => {
    const verify = described.find(({ operationId }) => operationId === 'verifyAudit');
    expect(verify?.description).toContain('until `next` is gone');
  });

  it('takes a file or JSON for an import', () => {
    const start = described.find(({ operationId }) => operationId === 'startImport');
    expect(Object.keys(start?.requestBody?.content ?? {})).toEqual(['application/json', 'text/csv']);
  });

  it('refuses unknown fields in every body that is held against it', () => {
    for (const { operationId, requestBody } of described)
      if (requestBody !== undefined && operationId !== 'askFreshLink')
        expect(requestBody.content['application/json']?.schema).toMatchObject({ type: 'object', additionalProperties: false });
  });
});
