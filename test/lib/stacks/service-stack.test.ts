import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { SETTLING_SECONDS } from '#domain/audit/entry-age.ts';
import { synthesized } from '../synthesized.ts';

const { service } = synthesized();
const lambda = z.object({ Properties: z.object({ Timeout: z.number() }) });

describe('The functions', () => {
  it('U2 end long before an entry they might still write is taken for settled', () => {
    const timeouts = Object.values(service.findResources('AWS::Lambda::Function')).map((each) => lambda.parse(each).Properties.Timeout);
    expect(timeouts.length).toBeGreaterThan(5);
    expect(2 * Math.max(...timeouts)).toBeLessThanOrEqual(SETTLING_SECONDS);
  });
});
