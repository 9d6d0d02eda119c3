import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAnswer } from '#contract/links.ts';
import { startedAnswer } from '#contract/reassignments.ts';
import { ENDING, openScene, SCENE_OPENS_WITHIN_MS, type Scene } from '#test/support/browser-scene.ts';
import { barriersOn, pixelsBeside, visit } from '#test/support/browser-visit.ts';
import { anyList, expectOk, openLinkAbout } from '#test/support/story.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
}, SCENE_OPENS_WITHIN_MS);
afterAll(() => scene.close());

const LISTS = ['people', 'subscriptions', 'reassignments', 'audit'];

/** Everything the API tells of both tenants. */
async function everything(): Promise<unknown> {
  const paths = ['sample', 'hub'].flatMap((tenant) => LISTS.map((list) => `/v1/tenants/${tenant}/${list}?limit=200`));
  return Promise.all(paths.map((path) => expectOk(scene.act.api('GET', path), 200, anyList)));
}

async function everyLink(): Promise<readonly string[]> {
  const bodies = (await scene.stack.inbox()).map(({ body }) => body);
  return [...new Set(bodies.flatMap((body) => body.match(/http:\/\/\S+\/r\/[\w-]+#[\w-]+/g) ?? []))];
}

/** Loads a page, waits, and presses every button there is, hidden and disabled ones too, five times over. */
async function pressEverything(address: string): Promise<number> {
  const { page } = await visit(scene.browser, address);
  let pressed = 0;
  for (let round = 0; round < 5; round += 1) {
    await page.waitForLoadState('networkidle');
    pressed += await page.locator('button').count();
    await page.evaluate("for (const each of document.querySelectorAll('button, summary, a, [role=button]')) each.click()");
  }
  await page.context().close();
  return pressed;
}

describe('S3 Machines that open links', () => {
  it.each(['GET', 'HEAD', 'OPTIONS'])('cause no call to a table with %s, with and without a range', async (method) => {
    const ids = ['AAAAAAAAAAAAAAAAAAAAAA', 'x', ...(await everyLink()).map((link) => new URL(link).pathname.split('/').at(-1) ?? '')];
    const before = scene.stack.tableCalls();
    for (const id of ids) {
      for (const headers of [{}, { range: 'bytes=0-99' }, { 'user-agent': 'Slackbot-LinkExpanding 1.0' }]) {
        const { status } = await fetch(`${scene.stack.url}/r/${id}`, { method, headers });
        expect(status).toBeLessThan(500);
      }
    }
    expect(scene.stack.tableCalls()).toBe(before);
  });

  it('get the same page for every link, and for none', async () => {
    const [address = ''] = await everyLink();
    const [known, unknown] = await Promise.all([fetch(address), fetch(`${scene.stack.url}/r/AAAAAAAAAAAAAAAAAAAAAA`)]);
    expect([unknown.status, await unknown.text()]).toEqual([200, await known.text()]);
  });

  it('reassign nobody and change nothing when they run scripts, wait and press every button', async () => {
    const links = await everyLink();
    expect(links.length).toBeGreaterThan(8);
    const before = await everything();
    const pressed = await Promise.all(links.map(pressEverything));
    expect(Math.min(...pressed)).toBeGreaterThan(1);
    await scene.act.settle();
    expect(await everything()).toEqual(before);
  });

  it('do not say that files were imported, where a run waits for Control Hub', async () => {
    const { key, review } = await openLinkAbout(scene.stack, 'dora', ENDING);
    const choice = { ...key, bestFit: true, planHash: review.plans.find(({ bestFit }) => bestFit)?.planHash, confirm: true };
    await expectOk(scene.act.link('execute', choice), 202, startedAnswer);
    await scene.act.settle();
    const before = await everything();
    await pressEverything(`${scene.stack.url}/r/${key.linkId}#${key.secret}`);
    await scene.act.settle();
    expect(await everything()).toEqual(before);
  });
});

describe('L8 The browser keeps the policy of the page', () => {
  it('has every header', async () => {
    const { headers } = await fetch(`${scene.stack.url}/r/AAAAAAAAAAAAAAAAAAAAAA`);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': expect.stringContaining('no-store'),
      'referrer-policy': 'no-referrer',
      'x-robots-tag': expect.stringContaining('noindex'),
      'strict-transport-security': expect.stringContaining('max-age='),
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; (?!.*unsafe).*frame-ancestors 'none'$/),
    });
  });

  it('runs no script that is not its own', async () => {
    const { page, complaints } = await visit(scene.browser, await scene.linkOf('ada', ENDING));
    expect(complaints).toEqual([]);
    await page.evaluate("document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.strange = true' }))");
    expect(await page.evaluate('window.strange')).toBeUndefined();
    await expect.poll(() => complaints.join()).toContain('Content Security Policy');
  });
});

describe('H2 The inbox of the local stack', () => {
  it.each([
    { screen: 'desktop', colorScheme: 'light' },
    { screen: 'phone', colorScheme: 'dark' },
  ] as const)('is without barriers: $screen, $colorScheme', async (look) => {
    const { page, complaints } = await visit(scene.browser, `${scene.stack.url}/_local/inbox`, look);
    await page.getByRole('heading', { name: 'Inbox' }).waitFor();
    expect([await barriersOn(page), await pixelsBeside(page), complaints]).toEqual([[], 0, []]);
  });
});

describe('S3 Machines that open the link of a run that is over', () => {
  it('undo nothing', async () => {
    const { key, review } = await openLinkAbout(scene.stack, 'ada', ENDING);
    const choice = { ...key, bestFit: true, planHash: review.plans.find(({ bestFit }) => bestFit)?.planHash, confirm: true };
    await expectOk(scene.act.link('execute', choice), 202, startedAnswer);
    await scene.act.settle();
    expect(await expectOk(scene.act.link('status', key), 200, runAnswer)).toMatchObject({ status: 'done', offers: ['undo'] });
    const before = await everything();
    expect(await pressEverything(`${scene.stack.url}/r/${key.linkId}#${key.secret}`)).toBeGreaterThan(1);
    await scene.act.settle();
    expect(await everything()).toEqual(before);
  });
});
