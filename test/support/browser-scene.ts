import type { Browser } from 'playwright-core';
import { importAnswer } from '#contract/imports.ts';
import { listOf } from '#contract/lists.ts';
import { personAnswer } from '#contract/people.ts';
import { dayIn, instantOf } from '#domain/days/instant.ts';
import type { Assurance } from '#domain/tenants/tenant.ts';
import { SAMPLE_TENANT, SAMPLE_TIME_ZONE, sampleImport } from '#local/sample-tenant.ts';
import { openBrowser } from './browser.ts';
import { type RunningStack, startLocalStack } from './local-stack.ts';
import { actorsOn, expectOk, openLinkAbout } from './story.ts';

/** A stack with the sample tenant (`sample`, mode `book`), its double in the mode `control-hub` (`hub`), and a browser. */
export type Scene = {
  readonly stack: RunningStack;
  readonly browser: Browser;
  readonly act: ReturnType<typeof actorsOn>;
  /** The address in a recipient's e-mail that opens the matter of a subscription. */
  readonly linkOf: (recipient: string, subscriptionId: string) => Promise<string>;
  /** Who holds a licence of a subscription, by the API. */
  readonly holders: (tenantId: string, subscriptionId: string) => Promise<readonly string[]>;
  /** L9. From now on a tenant asks for a code before a plan is carried out; or for none. */
  readonly askForCodes: (tenantId: 'sample' | 'hub', assurance?: Assurance) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** In both tenants: it ends in six days, and in 80. */
export const ENDING = 'Sub1000001';
export const ENDING_LATER = 'Sub1000002';

const HUB = { name: 'Nordwind Versicherung', timeZone: SAMPLE_TIME_ZONE, mode: 'control-hub' };

/** About ten seconds on a computer that does nothing else. */
export const SCENE_OPENS_WITHIN_MS = 120_000;

/** Starts everything; the recipients of both tenants have been warned. */
export async function openScene(): Promise<Scene> {
  const [stack, browser] = await Promise.all([startLocalStack({ sample: true }), openBrowser()]);
  const act = actorsOn(stack);
  await makeHub(stack);
  return {
    stack,
    browser,
    act,
    linkOf: async (recipient, subscriptionId) => {
      const { key } = await openLinkAbout(stack, recipient, subscriptionId);
      return `${stack.url}/r/${key.linkId}#${key.secret}`;
    },
    holders: async (tenantId, subscriptionId) => {
      const path = `/v1/tenants/${tenantId}/people?limit=200&subscriptionId=${subscriptionId}`;
      const { items } = await expectOk(act.api('GET', path), 200, listOf(personAnswer));
      return items.map(({ personId }) => personId);
    },
    askForCodes: async (tenantId, assurance = 'code') => {
      const tenant = tenantId === 'hub' ? HUB : SAMPLE_TENANT;
      await expectOk(act.api('PUT', `/v1/tenants/${tenantId}`, { ...tenant, assurance }), 200);
    },
    close: async () => void (await Promise.all([browser.close(), stack.stop()])),
  };
}

async function makeHub(stack: RunningStack): Promise<void> {
  const { api, settle } = actorsOn(stack);
  const hub = '/v1/tenants/hub';
  await expectOk(api('PUT', hub, HUB), 201);
  const today = dayIn(SAMPLE_TIME_ZONE, instantOf(Date.parse(await stack.now())));
  await expectOk(api('POST', `${hub}/imports`, sampleImport(today)), 200, importAnswer);
  const dora = { name: 'Dora Kern', language: 'de', email: 'dora.kern@example.com', mayAct: true };
  await expectOk(api('PUT', `${hub}/recipients/dora`, dora), 201);
  await expectOk(api('PUT', `${hub}/recipients/erik`, { ...dora, name: 'Erik Kern', language: 'en', email: 'erik.kern@example.com' }), 201);
  await settle();
}
