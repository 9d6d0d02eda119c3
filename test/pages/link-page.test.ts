import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problem } from '#contract/problems.ts';
import { subscriptionAnswer } from '#contract/subscriptions.ts';
import { ENDING, ENDING_LATER, openScene, SCENE_OPENS_WITHIN_MS, type Scene } from '#test/support/browser-scene.ts';
import { barriersOn, pixelsBeside, tabTo, type Visit, visit } from '#test/support/browser-visit.ts';
import { expectOk } from '#test/support/story.ts';
import { enterCode } from './code-steps.ts';
import { importFile, startForControlHub } from './control-hub-steps.ts';
import { heldBack, holdUpAfterFirstChunk } from './held-back.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
}, SCENE_OPENS_WITHIN_MS);
afterAll(() => scene.close());

const LOOKS = [
  { screen: 'desktop', colorScheme: 'light' },
  { screen: 'phone', colorScheme: 'dark' },
] as const;

describe('L2 The page of a link', () => {
  it('takes the secret out of the address bar and waits for a person', async () => {
    const { page, complaints } = await visit(scene.browser, `${scene.stack.url}/_local/inbox`);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.getByRole('link', { name: /\/r\// }).first().press('Enter');
    await page.getByRole('button', { name: 'Review' }).waitFor();
    expect(new URL(page.url()).hash).toBe('');
    expect(asked.filter((path) => path.startsWith('/links'))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it.each(LOOKS)('offers a fresh link where a mail gateway has cut the secret off: $screen, $colorScheme', async (look) => {
    const [address = ''] = (await scene.linkOf('carol', ENDING)).split('#');
    const { page } = await visit(scene.browser, address, { ...look, locale: 'de-DE' });
    expect([await barriersOn(page), await pixelsBeside(page)]).toEqual([[], 0]);
    await tabTo(page, 'Neuen Link schicken');
    await page.keyboard.press('Enter');
    await page.getByText('ist ein neuer an die Adresse unterwegs').waitFor();
    expect(await barriersOn(page)).toEqual([]);
  });

  it('explains itself where scripts are switched off', async () => {
    const { page } = await visit(scene.browser, await scene.linkOf('ada', ENDING), { javaScriptEnabled: false });
    expect(await page.locator('main').textContent()).toMatch(/It needs JavaScript[\s\S]*Dafür braucht sie JavaScript/);
  });

  it.each(LOOKS)('says that it does not know a link: $screen, $colorScheme', async (look) => {
    const { page, complaints } = await visit(scene.browser, `${scene.stack.url}/r/AAAAAAAAAAAAAAAAAAAAAA#${'A'.repeat(43)}`, look);
    await page.getByRole('button', { name: 'Review' }).press('Enter');
    await page.getByRole('heading', { name: 'We do not know this link' }).waitFor();
    expect([await barriersOn(page), await pixelsBeside(page), complaints]).toEqual([[], 0, []]);
  });
});

describe('L11 The ready plan', () => {
  const languages = [
    {
      recipient: 'ada',
      locale: 'de-DE',
      review: 'Prüfen',
      headline: /^Customer Service ends on .*, in 6 days$/,
      options: /29 of 29 fit[\s\S]*what is committed for agents falls from 96 to 64/,
    },
    {
      recipient: 'bernd',
      locale: 'en-GB',
      review: 'Review',
      headline: /^Customer Service endet am .*, in 6 Tagen$/,
      options: /Platz für 29 von 29[\s\S]*sinkt die zugesagte Menge bei Agenten von 96 auf 64/,
    },
  ] as const;
  const cases = LOOKS.flatMap((look) => languages.map((language) => ({ ...look, ...language })));

  it.each(cases)("is in the recipient's language and without barriers: $recipient, $screen, $colorScheme", async (each) => {
    const { page, complaints } = await visit(scene.browser, await scene.linkOf(each.recipient, ENDING), each);
    expect([await barriersOn(page), await pixelsBeside(page)]).toEqual([[], 0]);
    await page.getByRole('button', { name: each.review }).press('Enter');
    await page.getByRole('heading', { name: each.headline }).waitFor();
    expect(await page.getByRole('group').first().textContent()).toMatch(each.options);
    await page.locator('summary').first().press('Enter');
    expect([await barriersOn(page), await pixelsBeside(page)]).toEqual([[], 0]);
    await page.getByRole('radio').first().press('Space');
    expect([await barriersOn(page), complaints]).toEqual([[], []]);
  });

  it('can be seen, passed on and put off, and not carried out, by a recipient who may not act', async () => {
    const { page } = await visit(scene.browser, await scene.linkOf('carol', ENDING));
    await page.getByRole('button', { name: 'Review' }).press('Enter');
    await page.getByText('You may see this plan, but not carry it out.').waitFor();
    expect(await page.getByRole('button').allTextContents()).toEqual(['Ask the customer’s admins', 'Remind me later']);
    expect(await barriersOn(page)).toEqual([]);
    await tabTo(page, 'I want them to decide.');
    await page.keyboard.press('Space');
    await tabTo(page, 'Ask the customer’s admins');
    await page.keyboard.press('Enter');
    await page.getByText('A message is on its way to 2 admins.').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('This was passed on within the last hour.').waitFor();
    await tabTo(page, 'Why it can wait');
    await tabTo(page, 'Remind me later');
    await page.keyboard.press('Enter');
    await page.getByText('Say first, in a few words, why it can wait.').waitFor();
    await page.getByLabel('Why it can wait').fill('The order is out');
    await page.getByRole('button', { name: 'Remind me later' }).press('Enter');
    await page.getByRole('heading', { name: /^Noted\. Unless it becomes critical/ }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await expect.poll(() => scene.linkOf('ada', ENDING), { timeout: 10_000 }).toContain('#');
  });
});

describe('L4 By keyboard alone', () => {
  let usedLink = '';

  it('somebody reviews, chooses, confirms and follows the live count, and the people have moved', async () => {
    expect(await scene.holders('sample', ENDING)).toHaveLength(29);
    usedLink = await scene.linkOf('ada', ENDING);
    const { page, complaints } = await visit(scene.browser, usedLink);
    await page.route('**/links/status', heldBack('running'), { times: 2 });
    await tabTo(page, 'Review');
    await page.keyboard.press('Enter');
    await page.getByRole('radio').first().waitFor();
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    await tabTo(page, 'Best fit');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('button', { name: 'Move 5 people now' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await tabTo(page, 'Move 29 people now');
    await page.keyboard.press('Enter');
    await page.getByText('10 of 29 people done').first().waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByText('20 of 29 people done').first().waitFor();
    await page.getByRole('heading', { name: 'Done' }).waitFor();
    await page.getByText('29 people moved').waitFor();
    expect([await barriersOn(page), complaints]).toEqual([[], []]);
    expect(await scene.holders('sample', ENDING)).toEqual([]);
  });

  it('L10 the same person undoes it from the same page, behind a tick, and everybody is back', async () => {
    const { page, complaints } = await visit(scene.browser, usedLink);
    await tabTo(page, 'Review');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Undo' }).waitFor();
    expect([await barriersOn(page), await page.getByRole('button', { name: 'Undo the move' }).isDisabled()]).toEqual([[], true]);
    await tabTo(page, 'I want these people back on the old subscription.');
    await page.keyboard.press('Space');
    await tabTo(page, 'Undo the move');
    await page.route('**/links/status', heldBack('undoing'), { times: 2 });
    await page.keyboard.press('Enter');
    await page.getByText('10 of 29 people moved back').first().waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByText('20 of 29 people moved back').first().waitFor();
    await page.getByRole('heading', { name: 'The move was undone' }).waitFor();
    await page.getByText('29 people moved back').waitFor();
    await page.getByText('Undone by Ada Winter').waitFor();
    expect([await barriersOn(page), complaints]).toEqual([[], []]);
    expect(await scene.holders('sample', ENDING)).toHaveLength(29);
  });

  it('R7 everybody is told of the undo, and may plan anew from that message; L9 with a code, where the tenant asks for one', async () => {
    await scene.act.settle();
    await scene.askForCodes('sample');
    const { page } = await visit(scene.browser, await scene.linkOf('ada', ENDING), { hurried: true });
    await page.getByRole('button', { name: 'Review' }).press('Enter');
    await page.getByRole('radio').first().press('Space');
    await page.getByRole('button', { name: 'Move 29 people now' }).press('Enter');
    await enterCode(page, scene.stack);
    await page.getByRole('heading', { name: 'Done' }).waitFor();
    expect(await scene.holders('sample', ENDING)).toEqual([]);
  });

  it('L6 whoever comes later, through another link, reads who did it', async () => {
    const { page } = await visit(scene.browser, await scene.linkOf('bernd', ENDING), { screen: 'phone', colorScheme: 'dark' });
    await page.getByRole('button', { name: 'Review' }).press('Enter');
    await page.getByText('Gestartet von Ada Winter').waitFor();
    expect([await barriersOn(page), await pixelsBeside(page)]).toEqual([[], 0]);
  });

  it('somebody says that the subscription was renewed, and the links of the others are closed', async () => {
    const carols = await scene.linkOf('carol', ENDING_LATER);
    const { page, complaints } = await visit(scene.browser, await scene.linkOf('ada', ENDING_LATER));
    await tabTo(page, 'Review');
    await page.keyboard.press('Enter');
    await page.getByLabel('New end date').waitFor();
    await tabTo(page, 'New end date');
    await page.keyboard.type('12122030');
    await tabTo(page, 'It was renewed');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /now ends on 12 December 2030/ }).waitFor();
    expect([await barriersOn(page), complaints]).toEqual([[], []]);
    const renewed = await expectOk(scene.act.api('GET', `/v1/tenants/sample/subscriptions/${ENDING_LATER}`), 200, subscriptionAnswer);
    expect(renewed.expiresOn).toBe('2030-12-12');
    const other = await visit(scene.browser, carols, { colorScheme: 'dark' });
    await other.page.getByRole('button', { name: 'Review' }).press('Enter');
    await other.page.getByRole('heading', { name: 'This link is closed' }).waitFor();
    expect(await barriersOn(other.page)).toEqual([]);
  });
});

describe('R1 In the mode control-hub, the page', () => {
  let opened: Visit;

  it('offers the file, and takes the word that it was imported', async () => {
    const visitor = { screen: 'phone', colorScheme: 'dark', locale: 'de-DE', hurried: true } as const;
    opened = await visit(scene.browser, await scene.linkOf('dora', ENDING_LATER), visitor);
    await startForControlHub(opened);
    await importFile(opened, 'Ein Schritt fehlt');
    await opened.page.getByRole('heading', { name: 'Fertig' }).waitFor();
    expect([await barriersOn(opened.page), opened.complaints]).toEqual([[], []]);
  });

  it('R7 says in German why an undo is refused, offers the files for the way back after one, and says that it is over when they were imported', async () => {
    const { page, complaints } = opened;
    const before = await scene.holders('hub', ENDING_LATER);
    await page.getByLabel('Diese Personen sollen zurück in die alte Subscription.').press('Space');
    expect([await barriersOn(page), await pixelsBeside(page)]).toEqual([[], 0]);
    const { status, body } = problem({ reason: 'too-late', status: 'done' });
    await page.route('**/links/undo', (route) => route.fulfill({ status, json: body }), { times: 1 });
    await page.getByRole('button', { name: 'Umzug rückgängig machen' }).press('Enter');
    await page.getByText('Dafür ist es zu spät').waitFor();
    expect(await page.getByRole('status').textContent()).toMatch(/ bis 72 Stunden nach seinem Ende\.$/);
    await page.getByRole('button', { name: 'Umzug rückgängig machen' }).press('Enter');
    await page.getByText('Sie holt diese Personen zurück.').waitFor();
    await importFile(opened, 'Ein Schritt fehlt');
    await page.getByRole('heading', { name: 'Der Umzug wurde rückgängig gemacht' }).waitFor();
    expect([await barriersOn(page), await pixelsBeside(page), complaints]).toEqual([[], 0, []]);
    expect([before.length, (await scene.holders('hub', ENDING_LATER)).length]).toEqual([0, 17]);
  });

  it('L9 says whom to ask where a code is needed and there is no second channel for it', async () => {
    await scene.askForCodes('hub');
    const { page } = await visit(scene.browser, await scene.linkOf('dora', ENDING), {
      screen: 'phone',
      colorScheme: 'dark',
      locale: 'de-DE',
    });
    await page.getByRole('button', { name: 'Prüfen' }).press('Enter');
    await page.getByRole('radio').first().press('Space');
    await page.getByRole('button', { name: /^Datei für \d+ Personen erstellen$/ }).press('Enter');
    await page.getByText('Bitten Sie einen Admin dieses Mandanten').first().waitFor();
    expect([await barriersOn(page), await pixelsBeside(page), await page.getByLabel('Code aus sechs Ziffern').count()]).toEqual([[], 0, 0]);
    await scene.askForCodes('hub', 'confirm');
  });

  it('R5 stops a run that is held up, and comes to rest when those who were on the way have been confirmed', async () => {
    const visitor = { screen: 'desktop', colorScheme: 'light', locale: 'de-DE', hurried: true } as const;
    const stopped = await visit(scene.browser, await scene.linkOf('dora', ENDING), visitor);
    await holdUpAfterFirstChunk(scene.stack);
    await startForControlHub(stopped);
    const { page, complaints } = stopped;
    await page.getByRole('heading', { name: 'Der Umzug läuft' }).waitFor();
    expect(await page.getByRole('button', { name: 'Umzug abbrechen' }).isDisabled()).toBe(true);
    await page.getByLabel('Der Umzug soll hier enden.').press('Space');
    await page.getByRole('button', { name: 'Umzug abbrechen' }).press('Enter');
    await page.getByText('10 von 29 Personen fertig. Der Umzug endet nach den Personen').first().waitFor();
    expect([await barriersOn(page), await pixelsBeside(page)]).toEqual([[], 0]);
    await scene.stack.clearFaults();
    await importFile(stopped, 'Der Umzug wurde abgebrochen');
    await page.getByRole('button', { name: 'Datei herunterladen' }).waitFor({ state: 'detached' });
    await page.getByText('10 Personen umgezogen').waitFor();
    await page.getByText('Abgebrochen von Dora Kern').waitFor();
    expect([await barriersOn(page), complaints]).toEqual([[], []]);
  });
});
