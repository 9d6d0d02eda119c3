import { describe, expect, it } from 'vitest';
import { openApiDocument } from '#contract/openapi.ts';
import { apiOperations, linkOperations } from '#contract/operations.ts';
import { PROBLEMS } from '#contract/problems.ts';

type Described = {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, unknown>>;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
};
const document = openApiDocument() as unknown as {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
};
const operations = { ...apiOperations, ...linkOperations };

describe('the OpenAPI document', () => {
  it('describes every operation of the contract, each once', () => {
    const described = Object.values(document.paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId));
    expect(described.toSorted()).toEqual(Object.keys(operations).toSorted());
    expect(document.openapi).toBe('3.1.0');
  });

  it('names every parameter of a path', () => {
    for (const [path, methods] of Object.entries(document.paths))
      for (const { parameters } of Object.values(methods)) {
        const named = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => `{${name}}`);
        expect(path.match(/\{\w+\}/g) ?? []).toEqual(named);
      }
  });

  it('documents the status of every refusal of every operation', () => {
    for (const [operationId, operation] of Object.entries(operations)) {
      const described = document.paths[operation.path]?.[operation.method.toLowerCase()];
      const statuses = operation.problems.map((reason) => String(PROBLEMS[reason].status));
      expect(Object.keys(described?.responses ?? {}), operationId).toEqual(expect.arrayContaining(statuses));
    }
  });

  it('refers to nothing that it does not hold', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference);
    expect([...new Set(references)]).toEqual(['#/components/schemas/Problem']);
  });
});
