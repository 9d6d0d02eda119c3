import { isDeepStrictEqual } from 'node:util';
import { CreateTableCommand, DescribeTableCommand, type DynamoDBClient, ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { StartFailure } from '#local/failure.ts';
import type { TemplateReader } from '#local/template/template-reader.ts';

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const tableSchema = z.object({
  KeySchema: keySchema,
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  GlobalSecondaryIndexes: z
    .array(
      z.object({
        IndexName: z.string(),
        KeySchema: keySchema,
        Projection: z.object({
          ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
          NonKeyAttributes: z.array(z.string()).optional(),
        }),
      }),
    )
    .optional(),
});
type Table = z.infer<typeof tableSchema>;

/**
 * Makes the template's tables. Time to live stays off: it would go by the computer's clock, not by the one that can be
 * moved, and expiry is checked in code anyway.
 * @returns the tables' names. @throws StartFailure when kept data has a table of another shape.
 */
export async function makeTables(client: DynamoDBClient, reader: TemplateReader): Promise<readonly string[]> {
  const tables = reader.resourcesOf('AWS::DynamoDB::Table');
  return Promise.all(
    tables.map(async (resource) => {
      const name = reader.nameOf(resource);
      await makeTable(client, name, tableSchema.parse(reader.propertiesOf(resource)));
      return name;
    }),
  );
}

async function makeTable(client: DynamoDBClient, name: string, table: Table): Promise<void> {
  const existing = await shapeOf(client, name);
  if (existing === undefined) {
    await client.send(new CreateTableCommand({ TableName: name, BillingMode: 'PAY_PER_REQUEST', ...table }));
  } else if (!isDeepStrictEqual(existing, indexNames(table))) {
    throw new StartFailure(
      `The kept table ${name} has other indexes than this version needs: remove the data folder, or choose another with --data.`,
    );
  }
}

async function shapeOf(client: DynamoDBClient, name: string): Promise<readonly string[] | undefined> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    return (Table?.GlobalSecondaryIndexes ?? []).map((index) => index.IndexName ?? '').toSorted();
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

function indexNames(table: Table): readonly string[] {
  return (table.GlobalSecondaryIndexes ?? []).map((index) => index.IndexName).toSorted();
}
