import * as z from 'zod';
import type { ChangeInThought } from '#domain/what-if/change-in-thought.ts';
import type { Outlook } from '#domain/what-if/outlook.ts';
import { coverageAnswer } from './coverage.ts';
import { day, evenWhenWrong, id, type Unsure } from './fields.ts';
import { findingAnswer, fromFinding } from './findings.ts';
import { forecastAnswer, fromForecast } from './forecast.ts';
import { FIRST_ROWS } from './lists.ts';
import { commitment, subscriptionEntry, toSubscription } from './subscriptions.ts';

const MOST = 100;
const seats = commitment.omit({ since: true }).extend({ subscriptionId: id.subscription });
const fields = z.strictObject({
  asOf: day.optional(),
  without: z.array(id.subscription).max(MOST).default([]),
  with: z.array(subscriptionEntry).max(MOST).default([]),
  seats: z.array(seats).max(MOST).default([]),
});
type Fields = z.output<typeof fields>;

/** What somebody imagines; a subscription that lapses can not also be bought or get other quantities. */
export const whatIfBody = fields.superRefine(refine, evenWhenWrong);

function refine(body: Unsure<Fields>, context: z.core.$RefinementCtx): void {
  const wrong = (path: PropertyKey[], message: string): void => context.addIssue({ code: 'custom', path, message });
  const without = listed(body.without);
  const bought = listed(body.with).map(subscriptionIn);
  const changed = listed(body.seats);
  for (const place of repeated(without)) wrong(['without', place], 'This subscription is named twice.');
  for (const place of repeated(bought)) wrong(['with', place, 'subscriptionId'], 'This subscription is there twice.');
  for (const place of repeated(changed.map(pairIn))) wrong(['seats', place], 'This kind of this subscription is there twice.');
  const lapsing = 'This subscription is in "without", too; leave it out of one of them.';
  for (const [place, each] of bought.entries())
    if (each !== undefined && without.includes(each)) wrong(['with', place, 'subscriptionId'], lapsing);
  for (const [place, each] of changed.map(subscriptionIn).entries())
    if (each !== undefined && without.includes(each)) wrong(['seats', place, 'subscriptionId'], lapsing);
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The places of what stands in a list before. */
function repeated(list: readonly unknown[]): readonly number[] {
  return [...list.entries()].filter(([place, each]) => each !== undefined && list.indexOf(each) < place).map(([place]) => place);
}

function subscriptionIn(each: unknown): string | undefined {
  return z.object({ subscriptionId: id.subscription }).safeParse(each).data?.subscriptionId;
}

function pairIn(each: unknown): string | undefined {
  const pair = z.object({ subscriptionId: id.subscription, kind: commitment.shape.kind }).safeParse(each).data;
  return pair && `${pair.kind}#${pair.subscriptionId}`;
}

const outlook = z.object({
  coverage: coverageAnswer,
  findings: z.array(findingAnswer),
  findingsCount: z.int(),
  forecast: forecastAnswer,
});

/** As the GETs of coverage, findings (the first 200, with their count) and forecast answer. */
export const whatIfAnswer = z.object({ before: outlook, after: outlook });

export function toChangeInThought({ without, with: bought, seats: quantities }: Fields): ChangeInThought {
  return { without, bought: bought.map(({ subscriptionId, ...body }) => toSubscription(subscriptionId, body)), seats: quantities };
}

export function fromOutlook({ coverage, findings, forecast }: Outlook): z.input<typeof outlook> {
  return {
    coverage: { ...coverage, bySubscription: [...coverage.bySubscription] },
    findings: findings.slice(0, FIRST_ROWS).map(fromFinding),
    findingsCount: findings.length,
    forecast: fromForecast(forecast),
  };
}
