import { valueAt } from './value-at.ts';

/** Whether a principal is a service of AWS, and nobody beside it. */
export function isOneService(principal: unknown): boolean {
  const service = valueAt(principal, 'Service');
  return typeof service === 'string' && JSON.stringify(principal) === JSON.stringify({ Service: service });
}
