import * as z from 'zod';
import type { TemplateReader } from '#local/template/template-reader.ts';

const keySchema = z
  .array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }))
  .transform((keys) => keys.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName);
const tableSchema = z.object({
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z.array(z.object({ IndexName: z.string(), KeySchema: keySchema })).default([]),
});

/** Which attribute is the partition key of a table, or of one of its indexes; undefined for what the template does not declare. */
export type TableKeys = (tableName: string, indexName?: string) => string | undefined;

export function tableKeys(reader: TemplateReader): TableKeys {
  const tables = new Map(
    reader
      .resourcesOf('AWS::DynamoDB::Table')
      .map((resource) => [reader.nameOf(resource), tableSchema.parse(reader.propertiesOf(resource))]),
  );
  return (tableName, indexName) => {
    const table = tables.get(tableName);
    if (indexName === undefined) return table?.KeySchema;
    return table?.GlobalSecondaryIndexes.find(({ IndexName }) => IndexName === indexName)?.KeySchema;
  };
}
