import { parseArgs } from 'node:util';
import { measuredStores, START, type Units } from './measured-stores.ts';
import { PRICES } from './prices.ts';
import { tableOf, writeResults } from './results.ts';
import { type TenantCosts, tenantCosts } from './tenant-costs.ts';

/**
 * F6. Dollars a month per service, from capacity units that are measured here and AWS's list prices. What a tenant is
 * assumed to do is in the options, and printed with the result.
 */
const OPTIONS = {
  tenants: { type: 'string', default: '100' },
  people: { type: 'string', default: '300' },
  'imports-a-month': { type: 'string', default: '4' },
  'warnings-a-month': { type: 'string', default: '3' },
  'texts-a-month': { type: 'string', default: '1' },
  'text-price': { type: 'string', default: '0.05' },
  'moves-a-year': { type: 'string', default: '1' },
} as const;

const DAYS = 30.4;
const TICKS = DAYS * 24 * 4;
const ALARMS = 13;
const METRICS = 2;
/** Lambda keeps five pollers on an idle queue, each asking every 20 s. */
const POLLS = 4 * 5 * 3 * 60 * 24 * DAYS;
/** Index queries that find nothing: 16 shards of two indexes at half a unit (C1). */
const IDLE_TICK_UNITS = 16 * 2 * 0.5;
/** A line of a function's log, its start and end lines included. */
const LOG_BYTES = 1500;

/** C8. The Monday line, to two recipients. */
const HEARTBEATS = (DAYS / 7) * 2;

const { values } = parseArgs({ options: OPTIONS });
const asked = Object.fromEntries(Object.entries(values).map(([name, text]) => [name, Number(text)])) as Record<
  keyof typeof OPTIONS,
  number
>;

const measured = await measuredStores(START);
const costs = await tenantCosts(measured, asked.people);
await measured.stop();

const dollars = dollarsOf(costs);
writeResults({
  command: `npm run cost -- ${Object.entries(values)
    .map(([name, text]) => `--${name} ${text}`)
    .join(' ')}`,
  about: `F6. What ${asked.tenants} tenants of ${asked.people} people cost a month, in US dollars at the list prices in bench/prices.ts, without free tiers. Lambda's time is this machine's, at 1 GB.`,
  body: [
    `Assumed for each tenant: ${asked['imports-a-month']} imports, ${asked['warnings-a-month']} e-mails and ${asked['texts-a-month']} SMS at ${asked['text-price']} dollars a month, a third of the people moved ${asked['moves-a-year']} time(s) a year. The prices of SMS differ by country by a factor of ten.`,
    tableOf([
      ['service', 'dollars a month'],
      ...dollars.map(([service, amount]) => [service, amount.toFixed(2)] as const),
      ['**all**', `**${dollars.reduce((sum, [, amount]) => sum + amount, 0).toFixed(2)}**`],
    ]),
    'Measured for one such tenant:',
    tableOf([
      ['occasion', 'read units', 'write units', 'calls'],
      ...Object.entries(costs).map(([occasion, { read, written, calls }]) => [occasion, read, written, calls] as const),
    ]),
  ].join('\n\n'),
});

function dollarsOf({
  firstImport,
  sameImport,
  tick,
  quietCheck,
  tellingCheck,
  delivery,
  move,
}: TenantCosts): readonly (readonly [string, number])[] {
  const { tenants } = asked;
  const mails = asked['warnings-a-month'] + HEARTBEATS;
  const texts = asked['texts-a-month'];
  const tellingDays = asked['warnings-a-month'] / 2 + DAYS / 7;
  const monthly = sum([
    times(quietCheck, DAYS - tellingDays),
    times(tellingCheck, tellingDays),
    times(delivery, mails + texts),
    times(sameImport, asked['imports-a-month']),
    times(move, asked['moves-a-year'] / 12),
    times({ ...tick, read: Math.max(0, tick.read - IDLE_TICK_UNITS) }, DAYS),
  ]);
  const invocations = tenants * (DAYS + mails + texts + asked['imports-a-month']) + TICKS;
  // The first import's write units are kilobytes, twice, for they are written in transactions: what imports leave behind fits in the other half.
  const gigabytes = (tenants * firstImport.written * 1024) / 1e9;
  return [
    [
      'DynamoDB',
      tenants * (monthly.read * PRICES.readUnit + monthly.written * PRICES.writeUnit) +
        TICKS * IDLE_TICK_UNITS * PRICES.readUnit +
        gigabytes * PRICES.tableGb,
    ],
    ['Lambda', tenants * (monthly.milliseconds / 1000) * PRICES.lambdaGbSecond + invocations * PRICES.lambdaRequest],
    ['SQS', (POLLS + 3 * invocations) * PRICES.sqsRequest],
    ['SNS, e-mail', tenants * mails * (PRICES.snsRequest + PRICES.snsEmail)],
    ['SNS, SMS', tenants * texts * (PRICES.snsRequest + asked['text-price'])],
    ['CloudWatch', ALARMS * PRICES.alarm + METRICS * PRICES.metric + (invocations * LOG_BYTES * PRICES.logGb) / 1e9],
  ];
}

function times({ read, written, calls, milliseconds }: Units, factor: number): Units {
  return { read: read * factor, written: written * factor, calls: calls * factor, milliseconds: milliseconds * factor };
}

function sum(all: readonly Units[]): Units {
  return all.reduce((left, right) => ({
    read: left.read + right.read,
    written: left.written + right.written,
    calls: left.calls + right.calls,
    milliseconds: left.milliseconds + right.milliseconds,
  }));
}
