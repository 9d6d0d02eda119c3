import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import * as z from 'zod';

/** Who looks at a page, and with what. */
export type Visitor = {
  readonly locale?: 'en-GB' | 'de-DE';
  readonly colorScheme?: 'light' | 'dark';
  readonly screen?: 'desktop' | 'phone';
  readonly javaScriptEnabled?: boolean;
  /** Whose page asks for news ten times as often, so that a test does not wait for it. */
  readonly hurried?: boolean;
};

/** A page that somebody looks at, and what the browser complained about: its console's errors, policy violations among them. */
export type Visit = { readonly page: Page; readonly complaints: readonly string[] };

/** An answer such as 404 is something the page shows, and nothing that is wrong with it. */
const REFUSED = 'Failed to load resource';

const HURRIED = 'const { setTimeout: patient } = window; window.setTimeout = (act, after) => patient(act, after / 10);';

const SCREENS = { desktop: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } } as const;

/** Opens an address as that visitor, in a window without a history. */
export async function visit(browser: Browser, url: string, visitor: Visitor = {}): Promise<Visit> {
  const { screen = 'desktop', locale = 'en-GB', colorScheme = 'light', javaScriptEnabled = true, hurried = false } = visitor;
  const context = await browser.newContext({ viewport: SCREENS[screen], locale, colorScheme, javaScriptEnabled });
  if (hurried) await context.addInitScript(HURRIED);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (said) => {
    if (['error', 'warning'].includes(said.type()) && !said.text().startsWith(REFUSED)) complaints.push(said.text());
  });
  await page.goto(url);
  return { page, complaints };
}

const found = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })) }));

/** H2. What axe finds wrong with what the page shows now, a line each. */
export async function barriersOn(page: Page): Promise<readonly string[]> {
  // Bringing axe to a page takes three times as long as what it does there.
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe.source);
  const violations = found.parse(await page.evaluate('axe.run(document).then(({ violations }) => violations)'));
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary = '' }) => `${id}: ${html} ${failureSummary}`));
}

/** How many pixels of the page are beside the screen, and could only be reached by scrolling sideways. */
export async function pixelsBeside(page: Page): Promise<number> {
  return z.number().parse(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'));
}

const MOST_STOPS = 40;

/** Presses Tab until the element with that accessible name has the focus. @throws Error when the keyboard does not reach it. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const focused = z.string().parse(await page.evaluate(FOCUSED));
    if (typeof name === 'string' ? focused.includes(name) : name.test(focused)) return;
  }
  throw new Error(`${MOST_STOPS} presses of Tab did not reach ${name}.`);
}

/** What the focused element says: its own text, or its label's. */
const FOCUSED = `(() => {
  const { activeElement } = document;
  const texts = [activeElement.textContent, ...[...(activeElement.labels ?? [])].map((label) => label.textContent)];
  return texts.join(' ');
})()`;
