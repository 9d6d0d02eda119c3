import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { openBrowser } from '#test/support/browser.ts';
import { type RunningStack, startLocalStack } from '#test/support/local-stack.ts';

const FILE = fileURLToPath(new URL('../../docs/pictures/link-page.png', import.meta.url));
const WIDTH = 720;

/** `npm run picture`: the picture of the README, the ready plan of the sample tenant with a target chosen. */
async function takePicture(): Promise<void> {
  const [stack, browser] = await Promise.all([startLocalStack({ sample: true }), openBrowser()]);
  const context = await browser.newContext({ viewport: { width: WIDTH, height: 1200 }, deviceScaleFactor: 2, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(await linkOfAda(stack));
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('radio').first().check();
  writeFileSync(FILE, await page.screenshot({ clip: { x: 0, y: 0, width: WIDTH, height: await contentHeight(page) } }));
  await browser.close();
  await stack.stop();
}

async function linkOfAda(stack: RunningStack): Promise<string> {
  const mail = (await stack.inbox()).findLast(({ recipient, channel }) => recipient === 'ada' && channel === 'email');
  const [link] = /http:\S+\/r\/[\w-]+#[\w-]+/.exec(mail?.body ?? '') ?? [];
  if (link === undefined) throw new Error('The sample tenant has told Ada of no link.');
  return link;
}

/** Down to the button that confirms, and a little air. */
async function contentHeight(page: Page): Promise<number> {
  const plans = await page.getByRole('group').first().boundingBox();
  if (plans === null) throw new Error('The page shows no plans.');
  return Math.ceil(plans.y + plans.height) + 24;
}

await takePicture();
process.exit(0);
