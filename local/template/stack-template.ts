import * as z from 'zod';
import type { Json } from './json.ts';

const json: z.ZodType<Json> = z.json();

/** The parts of a CloudFormation template that the local stack reads. */
export const templateSchema = z.object({
  Parameters: z.record(z.string(), z.object({ Default: json.optional() })).default({}),
  Resources: z.record(z.string(), z.object({ Type: z.string(), Properties: z.record(z.string(), json).default({}) })),
  Outputs: z.record(z.string(), z.object({ Value: json, Export: z.object({ Name: json }).optional() })).default({}),
});

type Template = z.infer<typeof templateSchema>;

/** A synthesized stack; the id is the one its asset manifest goes by. */
export type StackTemplate = { readonly stackId: string; readonly template: Template };

/** A resource as the template declares it, not resolved yet. */
export type Resource = {
  readonly stackId: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, Json>>;
};
