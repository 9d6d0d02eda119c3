import { forecastAnswer, forecastQuery } from '../forecast.ts';
import { usageAnswer, usageBody } from '../usage.ts';
import { whatIfAnswer, whatIfBody } from '../what-if.ts';
import type { Operation } from './operation.ts';
import { INVALID, TENANT } from './shared.ts';

const USAGE = `${TENANT}/usage/{month}`;

/** The routes that tell what was used, what is to be expected, and who pays. */
export const payingOperations = {
  putUsage: {
    method: 'PUT',
    path: USAGE,
    summary: 'Enter what was used in a month (YYYY-MM), in place of what was entered of it before',
    description:
      'A type that is left out is not known, and so not accounted for; enter 0 where nothing was used. The latest month is what forecasts and messages go by, so enter it whole.',
    body: usageBody,
    answers: { 200: usageAnswer },
    problems: [...INVALID, 'tenant-not-found', 'unknown-subscription', 'precondition-failed'],
  },
  getUsage: {
    method: 'GET',
    path: USAGE,
    summary: "A month's usage against the commitments of its last day: overage, and who pays",
    answers: { 200: usageAnswer },
    problems: ['tenant-not-found', 'usage-not-found'],
  },
  getForecast: {
    method: 'GET',
    path: `${TENANT}/forecast`,
    summary: 'Who pays, where commitments fall and how many people have access, from today on and exact to the day',
    description: 'What renews by itself is expected to go on; a subscription without dates gives access today and not beyond.',
    query: forecastQuery,
    answers: { 200: forecastAnswer },
    problems: ['invalid-request', 'tenant-not-found'],
  },
  askWhatIf: {
    method: 'POST',
    path: `${TENANT}/what-if`,
    summary: 'How the tenant would stand if subscriptions lapsed, were bought or renewed, had other seats, or on another day',
    description:
      'Writes nothing. "before" is today as it is; "after" is the day of "asOf", today if it is left out, on which the change is made.',
    body: whatIfBody,
    answers: { 200: whatIfAnswer },
    problems: [...INVALID, 'tenant-not-found', 'licensing-model-mixed', 'unknown-subscription'],
  },
} as const satisfies Record<string, Operation>;
