import * as z from 'zod';

/** One request and its answer, as they went over the wire. */
export type Exchange = {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly sent?: unknown;
  readonly status: number;
  readonly mediaType: string | undefined;
  readonly body: string;
};
/** What was found about an exchange: the operation it belongs to, and each way in which it is not as documented. */
export type Held = { readonly operationId: string; readonly departures: readonly string[] };

const jsonSchema = z.record(z.string(), z.unknown());
const content = z.record(z.string(), z.object({ schema: jsonSchema })).default({});
const operationSchema = z.object({
  operationId: z.string(),
  parameters: z.array(z.object({ name: z.string(), in: z.enum(['path', 'query', 'header']) })),
  requestBody: z.object({ required: z.boolean(), content }).optional(),
  responses: z.record(z.string(), z.object({ content })),
});
const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.object({ schemas: z.record(z.string(), jsonSchema) }),
});
type Operation = z.output<typeof operationSchema>;
type Content = z.output<typeof content>;

/** Reads an OpenAPI document: how many operations it has, and how an exchange compares with it. */
export function readDocument(served: unknown) {
  const { paths, components } = documentSchema.parse(served);
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), pattern: patternOf(path), operation })),
  );
  const fits = (schema: unknown, value: unknown) => departuresOf(withoutReferences(schema, components.schemas), value);
  const hold = (exchange: Exchange): Held => {
    const path = exchange.path.split('?')[0] ?? '';
    const found = operations.find(({ method, pattern }) => method === exchange.method && pattern.test(path));
    if (found === undefined) return { operationId: '', departures: [`${exchange.method} ${path} is not documented`] };
    const { operation } = found;
    return {
      operationId: operation.operationId,
      departures: [...inAnswer(operation, exchange, fits), ...inRequest(operation, exchange, fits)],
    };
  };
  return { operations: operations.map(({ operation }) => operation), hold };
}

type Fits = (schema: unknown, value: unknown) => readonly string[];

function inAnswer({ responses }: Operation, { status, mediaType, body }: Exchange, fits: Fits): readonly string[] {
  const response = responses[String(status)];
  if (response === undefined) return [`the status ${status} is not documented`];
  return inContent(response.content, { mediaType, text: body }, fits).map((each) => `answer ${status}: ${each}`);
}

/** What was taken has to be documented, too; what was refused may be anything. */
function inRequest({ parameters, requestBody }: Operation, { path, status, sent }: Exchange, fits: Fits): readonly string[] {
  if (status >= 300) return [];
  const known = new Set(parameters.filter((each) => each.in === 'query').map(({ name }) => name));
  const unknown = [...new URLSearchParams(path.split('?')[1])].map(([name]) => name).filter((name) => !known.has(name));
  const unsent = requestBody?.required === true && sent === undefined ? ['request: the body is missing'] : [];
  const mediaType = typeof sent === 'string' ? 'text/csv' : 'application/json';
  const taken = sent === undefined ? [] : inContent(requestBody?.content ?? {}, { mediaType, text: JSON.stringify(sent) }, fits);
  return [...unknown.map((name) => `request: ?${name} is not documented`), ...unsent, ...taken.map((each) => `request: ${each}`)];
}

type Body = { readonly mediaType: string | undefined; readonly text: string };

function inContent(documented: Content, { mediaType = '', text }: Body, fits: Fits): readonly string[] {
  if (Object.keys(documented).length === 0) return text === '' ? [] : ['there is a body, and none is documented'];
  const described = documented[mediaType];
  if (described === undefined) return [`the media type "${mediaType}" is not documented`];
  const isJson = mediaType.endsWith('json');
  return fits(described.schema, isJson ? JSON.parse(text) : text);
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}

function departuresOf(schema: unknown, value: unknown): readonly string[] {
  const outcome = z.fromJSONSchema(jsonSchema.parse(schema)).safeParse(value);
  return outcome.success ? [] : outcome.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

/** The schema with every `$ref` to a component replaced by what it refers to. */
function withoutReferences(schema: unknown, known: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(schema)) return schema.map((each) => withoutReferences(each, known));
  if (typeof schema !== 'object' || schema === null) return schema;
  const reference = '$ref' in schema ? /^#\/components\/schemas\/(\w+)$/.exec(String(schema.$ref))?.[1] : undefined;
  if (reference !== undefined) return withoutReferences(known[reference], known);
  return Object.fromEntries(Object.entries(schema).map(([key, each]) => [key, withoutReferences(each, known)]));
}
