import * as z from 'zod';
import type { TemplateReader } from '#local/template/template-reader.ts';

/** An event source mapping: which queue wakes which function, and how. */
export type EventSource = {
  readonly queueName: string;
  readonly queueArn: string;
  /** The function's name or ARN. */
  readonly functionName: string;
  readonly batchSize: number;
  readonly maximumConcurrency: number;
  readonly reportsFailures: boolean;
};

/** What is not named here would change which messages arrive, so it is refused instead of overlooked. */
const mappingSchema = z.strictObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.number().default(10),
  Enabled: z.literal(true).optional(),
  MaximumBatchingWindowInSeconds: z.number().optional(),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  ScalingConfig: z.object({ MaximumConcurrency: z.number() }).optional(),
  Tags: z.unknown().optional(),
});

/** @throws Error that names what the local stack does not understand of a mapping. */
export function eventSources(reader: TemplateReader): readonly EventSource[] {
  return reader.resourcesOf('AWS::Lambda::EventSourceMapping').map((resource) => {
    const mapping = mappingSchema.parse(reader.propertiesOf(resource));
    return {
      queueName: mapping.EventSourceArn.split(':').at(-1) ?? '',
      queueArn: mapping.EventSourceArn,
      functionName: mapping.FunctionName,
      batchSize: mapping.BatchSize,
      maximumConcurrency: mapping.ScalingConfig?.MaximumConcurrency ?? Number.POSITIVE_INFINITY,
      reportsFailures: mapping.FunctionResponseTypes.length > 0,
    };
  });
}
