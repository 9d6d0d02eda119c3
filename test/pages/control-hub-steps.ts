import { expect } from 'vitest';
import { barriersOn, pixelsBeside, type Visit } from '#test/support/browser-visit.ts';

/** Confirms the first plan of a link whose tenant needs files. */
export async function startForControlHub({ page }: Visit): Promise<void> {
  await page.getByRole('button', { name: 'Prüfen' }).press('Enter');
  await page.getByRole('radio').first().press('Space');
  await page.getByRole('button', { name: /^Datei für \d+ Personen erstellen$/ }).press('Enter');
}

/** Takes the file beneath a heading, and gives the word that it was imported. */
export async function importFile({ page }: Visit, heading: string): Promise<void> {
  await page.getByRole('heading', { name: heading }).waitFor();
  expect([await barriersOn(page), await pixelsBeside(page)]).toEqual([[], 0]);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Datei herunterladen' }).press('Enter'),
  ]);
  expect(file.suggestedFilename()).toBe('control-hub-1.csv');
  expect(await page.getByRole('button', { name: 'Umzug als erledigt eintragen' }).isDisabled()).toBe(true);
  await page.getByLabel('Alle Dateien sind im Control Hub importiert.').press('Space');
  await page.getByRole('button', { name: 'Umzug als erledigt eintragen' }).press('Enter');
}
