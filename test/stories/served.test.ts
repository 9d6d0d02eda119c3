import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiOperations, linkOperations } from '#contract/operations.ts';
import { instantOf } from '#domain/days/instant.ts';
import { type RunningStack, startLocalStack } from '#test/support/local-stack.ts';
import { tourOf } from '#test/support/tour.ts';
import { ofLinks, ofPlansAndReassignments, ofRuns } from './served/moves.ts';
import { ofPartners, ofPeopleAndImports, ofRecipients, ofSubscriptions, ofTenants } from './served/nouns.ts';
import { ofUsageAndForecast, ofWhatIsWatched } from './served/watching.ts';

/** What no request is refused for: the page, and asking for a fresh link. */
const REFUSES_NOTHING = ['openLink', 'askFreshLink'];

describe('the OpenAPI document that is served', () => {
  let stack: RunningStack;
  let tour: Awaited<ReturnType<typeof tourOf>>;
  beforeAll(async () => {
    stack = await startLocalStack({ now: instantOf(Date.parse('2026-12-02T06:00:00Z')) });
    tour = await tourOf(stack);
  });
  afterAll(() => stack.stop());

  it('holds of tenants and of what needs no tenant', () => ofTenants({ tour, stack }));
  it('holds of subscriptions', () => ofSubscriptions({ tour, stack }));
  it('holds of people and imports', () => ofPeopleAndImports({ tour, stack }));
  it('holds of partners', () => ofPartners({ tour, stack }));
  it('holds of recipients', () => ofRecipients({ tour, stack }));
  it('holds of what is watched, told and kept', () => ofWhatIsWatched({ tour, stack }));
  it('holds of usage and of what is to be expected', () => ofUsageAndForecast({ tour, stack }));
  it('holds of plans and reassignments', () => ofPlansAndReassignments({ tour, stack }));
  it('holds of runs that stop, go on, are cancelled and undone', () => ofRuns({ tour, stack }));
  it('holds of links', () => ofLinks({ tour, stack }));

  it('has no operation that was not seen to succeed and, where it can, to refuse', () => {
    const all = Object.keys({ ...apiOperations, ...linkOperations });
    expect(tour.document.operations.map(({ operationId }) => operationId).toSorted()).toEqual(all.toSorted());
    expect([...tour.succeeded].toSorted()).toEqual(all.toSorted());
    expect([...tour.refused].toSorted()).toEqual(all.filter((each) => !REFUSES_NOTHING.includes(each)).toSorted());
  });
});
