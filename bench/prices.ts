/**
 * AWS's list prices in US dollars, region us-east-1, as on its pricing pages in November 2026, without free tiers. Change
 * them here when AWS does.
 */
export const PRICES = {
  /** https://aws.amazon.com/dynamodb/pricing/on-demand/ */
  readUnit: 0.125e-6,
  writeUnit: 0.625e-6,
  /** A GB-month of the table, its backups (PITR) on top. */
  tableGb: 0.25 + 0.2,
  /** https://aws.amazon.com/lambda/pricing/ (arm64) */
  lambdaGbSecond: 0.0000133334,
  lambdaRequest: 0.2e-6,
  /** https://aws.amazon.com/sqs/pricing/ (standard queues) */
  sqsRequest: 0.4e-6,
  /** https://aws.amazon.com/sns/pricing/ */
  snsRequest: 0.5e-6,
  snsEmail: 2e-5,
  /** https://aws.amazon.com/cloudwatch/pricing/ */
  alarm: 0.1,
  metric: 0.3,
  logGb: 0.5,
} as const;
