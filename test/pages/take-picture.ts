import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SAMPLE_RECIPIENTS } from '#local/sample-tenant.ts';
import { startStack } from '#local/start-stack.ts';
import { synthesize } from '#local/synth/synthesize.ts';
import { openBrowser } from '#test/support/browser.ts';

const FILE = fileURLToPath(new URL('../../docs/pictures/link-page.png', import.meta.url));
const TO = SAMPLE_RECIPIENTS.ada.email;

/** `npm run picture`: the picture of the README, from the sample tenant's ready plan with a target chosen. */
async function takePicture(): Promise<void> {
  const [stack, browser] = await Promise.all([startSample(), openBrowser()]);
  const inbox = await (await fetch(`${stack.url}/_local/inbox`)).text();
  const mail = inbox.split('"address":').findLast((item) => item.startsWith(`"${TO}"`)) ?? '';
  const context = await browser.newContext({ viewport: { width: 720, height: 1200 }, deviceScaleFactor: 2, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(/http:\/\/[^\s"\\]+\/r\/[\w-]+#[\w-]+/.exec(mail)?.[0] ?? stack.url);
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('radio').first().check();
  const bottom = await page.getByRole('button', { name: /^Move/ }).boundingBox();
  const height = Math.ceil((bottom?.y ?? 800) + (bottom?.height ?? 0)) + 40;
  writeFileSync(FILE, await page.screenshot({ clip: { x: 0, y: 0, width: 720, height } }));
  await browser.close();
  await stack.stop();
}

function startSample() {
  const options = { port: 0, data: ':memory:', sample: true, confirm: 'by-themselves' } as const;
  return startStack({
    options,
    synthesize,
    onLost: (failure) => {
      throw failure;
    },
  });
}

await takePicture();
process.exit(0);
