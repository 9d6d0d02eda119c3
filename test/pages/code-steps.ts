import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { barriersOn, pixelsBeside } from '#test/support/browser-visit.ts';
import type { RunningStack } from '#test/support/local-stack.ts';
import { mailOf } from '#test/support/story.ts';

/** L9. Ada enters the code from her SMS by keyboard: the field has the focus, a wrong code costs a try, and Enter carries the plan out. */
export async function enterCode(page: Page, stack: RunningStack): Promise<void> {
  await page.getByText('A code is on its way to you by SMS.').first().waitFor();
  expect(await page.evaluate('document.activeElement.labels[0].textContent')).toBe('Code of six digits');
  expect(await page.getByRole('button', { name: 'Send another code' }).isDisabled()).toBe(true);
  expect([await barriersOn(page), await pixelsBeside(page)]).toEqual([[], 0]);
  const sentCode = async () => /^\n(\d{6}) /.exec((await mailOf(stack, 'ada', 'sms')).at(-1) ?? '')?.[1];
  await expect.poll(sentCode, { timeout: 10_000 }).toBeDefined();
  const code = (await sentCode()) ?? '';
  await page.keyboard.type('12 34');
  await page.keyboard.press('Enter');
  await page.getByText('Enter all six digits of the code first.').waitFor();
  await page.getByLabel('Code of six digits').fill(code === '000000' ? '000 001' : '000 000');
  await page.keyboard.press('Enter');
  await page.getByText('you have 4 tries left').first().waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
}
