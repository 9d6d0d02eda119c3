import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { alertAnswer } from '#contract/alerts.ts';
import { importAnswer } from '#contract/imports.ts';
import { listOf } from '#contract/lists.ts';
import { startedAnswer } from '#contract/reassignments.ts';
import { type Day, dayOf, weekdayOf } from '#domain/days/day.ts';
import { dayIn, instantOf, momentOf, secondsAfter } from '#domain/days/instant.ts';
import { anExport, EMAIL, premium, standard } from '#test/support/control-hub-export.ts';
import { type RunningStack, startLocalStack } from '#test/support/local-stack.ts';
import { actorsOn, expectOk, type LinkKey, linksOf, openLinkAbout } from '#test/support/story.ts';
import { storyTable, type Told, tableIn, toldBy } from '#test/support/story-table.ts';
import { daysFrom } from '#test/support/watch.ts';

const EXPECTED = readFileSync(new URL('./one-hundred-and-twenty-days.txt', import.meta.url), 'utf8');
const T = '/v1/tenants/acme';
const timeZone = 'Europe/Berlin';
const alertHour = 8;
const MONDAY = 1;

const FIRST = dayOf('2027-01-04');
/** Of the 120 days all but a week in which nothing ticks. */
const CHECKED = [...daysFrom(FIRST, '2027-03-12'), ...daysFrom('2027-03-20', '2027-05-03')];
const CARLA_CONFIRMED_ON = dayOf('2027-02-24');
const BEN_REMOVED_ON = dayOf('2027-03-12');
/** A machine that does much else besides takes minutes for what is done in seconds. */
const PATIENCE = 300_000;

/** A log line of a function that says nothing bad, a metric of it, or how much memory it took. */
const ORDINARY = /"level":"(INFO|DEBUG)"|"_aws":|"message":"REPORT"/;

const contract = { offer: 'flex-3', licensing: 'named', telephony: 'webex-calling' };
const commitments = [
  { kind: 'premium-agent', quantity: 10 },
  { kind: 'standard-agent', quantity: 10 },
];
const SALES = { name: 'Sales', ...contract, startsOn: '2026-03-05', expiresOn: '2027-03-05', commitments };
const SERVICE = { name: 'Service', ...contract, startsOn: '2024-03-22', expiresOn: '2027-03-22', commitments };
const CLAIMS = { name: 'Claims', ...contract, startsOn: '2026-02-12', expiresOn: '2027-02-12', renewal: 'auto', commitments };
const HEAD_OFFICE = { name: 'Head office', ...contract, startsOn: '2025-06-01', expiresOn: '2029-06-01', commitments };

const ADDRESS = '@acme.example';
const personOf = (id: string, subscriptionId: string, adminLevel?: string) => ({
  personId: `${id}${ADDRESS}`,
  name: id,
  email: `${id}${ADDRESS}`,
  roles: [adminLevel === undefined ? 'agent' : 'admin'],
  ...(adminLevel !== undefined && { adminLevel }),
  assignments: [{ subscriptionId, kind: adminLevel === undefined ? 'standard-agent' : 'premium-agent' }],
});
const PEOPLE = [
  personOf('sam', 'Sub1'),
  personOf('sue', 'Sub1'),
  personOf('vera', 'Sub2', 'contact-center'),
  personOf('vic', 'Sub2'),
  personOf('val', 'Sub2'),
  personOf('ada', 'Sub3', 'full'),
  personOf('cleo', 'Sub3'),
  personOf('carl', 'Sub3'),
  personOf('hal', 'Sub4'),
];

/** What Control Hub exports of Claims; `mark` stands behind the subscription in its columns. */
const exportOfClaims = (mark: string) =>
  anExport(
    [EMAIL, `${premium('Sub3')}${mark}`, `${standard('Sub3')}${mark}`],
    [
      [`ada${ADDRESS}`, 'TRUE', 'FALSE'],
      [`cleo${ADDRESS}`, 'FALSE', 'TRUE'],
      [`carl${ADDRESS}`, 'FALSE', 'TRUE'],
    ],
  );

describe('a tenant over 120 days, morning by morning', () => {
  let stack: RunningStack;
  let act: ReturnType<typeof actorsOn>;
  let told: readonly Told[] = [];
  let alerts: z.output<typeof alertAnswer>[] = [];
  let bens: LinkKey;

  const put = (path: string, body: object, status: number) => expectOk(act.api('PUT', `${T}${path}`, body), status);
  const putRecipient = (id: string, phone: { readonly phone?: string } = {}) =>
    put(`/recipients/${id}`, { name: id, language: 'en', email: `${id}${ADDRESS}`, mayAct: true, ...phone }, 201);
  const confirm = (recipient: string) => stack.confirm({ recipient, channel: 'email', state: 'confirmed' });
  const renew = async (recipient: string, subscriptionId: string, expiresOn: string) => {
    const { key } = await openLinkAbout(stack, recipient, subscriptionId);
    await expectOk(act.link('renewed', { ...key, expiresOn, confirm: true }), 200);
  };
  const importClaims = async (mark: string) =>
    expect(await expectOk(act.api('POST', `${T}/imports`, exportOfClaims(mark)), 200, importAnswer)).toMatchObject({ rejected: [] });

  /** What people do at 10:00, after the morning's check. */
  const HAPPENS: Readonly<Record<string, () => Promise<unknown>>> = {
    '2027-02-08': () => renew('ben', 'Sub3', '2028-02-12'),
    '2027-02-10': () => put('/subscriptions/Sub1', { ...SALES, expiresOn: '2027-05-05' }, 200),
    '2027-02-15': () => putRecipient('carla'),
    [CARLA_CONFIRMED_ON]: () => confirm('carla'),
    '2027-03-02': () => put('/subscriptions/Sub3', { ...CLAIMS, expiresOn: '2028-02-12', suspendedOn: '2027-03-09' }, 200),
    '2027-03-08': () => put('/subscriptions/Sub3', { ...CLAIMS, expiresOn: '2028-02-12' }, 200),
    [BEN_REMOVED_ON]: async () => {
      ({ key: bens } = await openLinkAbout(stack, 'ben', 'Sub2'));
      await expectOk(act.api('DELETE', `${T}/recipients/ben`), 204);
    },
    '2027-04-14': async () => {
      const { key, review } = await openLinkAbout(stack, 'anna', 'Sub2');
      const plan = review.plans.find(({ toSubscriptionId }) => toSubscriptionId === 'Sub4');
      const choice = { ...key, toSubscriptionId: 'Sub4', planHash: plan?.planHash, confirm: true };
      await expectOk(act.link('execute', choice), 202, startedAnswer);
    },
    '2027-04-20': () => importClaims(' (Suspended)'),
    '2027-04-23': () => importClaims(''),
    '2027-04-29': () => renew('carla', 'Sub1', '2028-05-05'),
  };

  const settle = async () => expect(await act.settle()).toMatchObject({ errors: 0, waiting: 0 });
  const moveClock = (day: Day, hour: number) => stack.moveClock({ now: secondsAfter(momentOf({ day, hour, timeZone }), 5 * 60) });

  const isAlert = (line: string) => /^(CRITICAL|WARNING) /.test(line);
  const dayOfMoment = (moment: string) => dayIn(timeZone, instantOf(Date.parse(moment)));
  const allAlerts = async () => {
    const page = listOf(alertAnswer);
    const pages = [await expectOk(act.api('GET', `${T}/alerts?limit=200`), 200, page)];
    for (let next = pages[0]?.next; next !== undefined; next = pages.at(-1)?.next)
      pages.push(await expectOk(act.api('GET', `${T}/alerts?limit=200&cursor=${encodeURIComponent(next)}`), 200, page));
    return pages.flatMap(({ items }) => items);
  };

  beforeAll(async () => {
    stack = await startLocalStack({ now: momentOf({ day: dayOf('2027-01-03'), hour: 18, timeZone }), confirm: 'manual' });
    act = actorsOn(stack);
    await put('', { name: 'Acme', timeZone, alertHour, mode: 'book' }, 201);
    const subscriptions = [SALES, SERVICE, CLAIMS, HEAD_OFFICE].map((each, index) => ({ subscriptionId: `Sub${index + 1}`, ...each }));
    await expectOk(act.api('POST', `${T}/imports`, { subscriptions, people: PEOPLE }), 200);
    await putRecipient('anna', { phone: '+441632960000' });
    await putRecipient('ben');
    // A new tenant's first check is a morning's, and comes before anybody can be told.
    await settle();
    for (const recipient of ['anna', 'ben']) await confirm(recipient);
    for (const day of CHECKED) {
      await moveClock(day, alertHour);
      await settle();
      const happens = HAPPENS[day];
      if (happens === undefined) continue;
      await moveClock(day, 10);
      await happens();
      await settle();
    }
    told = (await stack.inbox()).map((item) => toldBy({ ...item, at: instantOf(Date.parse(item.at)) }, { timeZone, alertHour }));
    alerts = await allAlerts();
  }, PATIENCE);
  afterAll(() => stack.stop());

  it('C4 to C8 tells exactly what the table says', () => {
    expect(storyTable(told, FIRST)).toBe(tableIn(EXPECTED));
  });

  it('C5 tells nobody twice of the same', async () => {
    const identities = alerts.map(({ kind, subscriptionId, aboutRecipientId, aboutChannel, on, rung, recipientId, channel }) =>
      [kind, subscriptionId, aboutRecipientId, aboutChannel, on, rung, recipientId, channel].join(' '),
    );
    expect(identities).toEqual([...new Set(identities)]);
    const read = told.flatMap(({ day, recipient, channel, lines }) => lines.map((line) => [day, recipient, channel, line].join(' ')));
    expect(read).toEqual([...new Set(read)]);
  });

  it('A1, A5 sends each alert in exactly one e-mail', async () => {
    const byEmail = alerts.filter(({ channel }) => channel === 'email');
    expect(byEmail.filter(({ delivery }) => delivery !== 'sent')).toEqual([]);
    const written = told.flatMap(({ day, recipient, lines }) => lines.filter(isAlert).map(() => `${day} ${recipient}`));
    expect(written.toSorted()).toEqual(byEmail.map(({ toldAt, recipientId }) => `${dayOfMoment(toldAt)} ${recipientId}`).toSorted());
  });

  it('C8 says every Monday that is checked what is watched, to everybody who has e-mail', () => {
    const mondays = CHECKED.filter((day) => weekdayOf(day) === MONDAY);
    const confirmed = {
      anna: mondays,
      ben: mondays.filter((day) => day < BEN_REMOVED_ON),
      carla: mondays.filter((day) => day > CARLA_CONFIRMED_ON),
    };
    for (const [recipient, days] of Object.entries(confirmed)) {
      const heard = told.filter((each) => each.recipient === recipient && each.lines.some((line) => line.startsWith('Watching ')));
      expect(heard.map(({ day, when, channel }) => [day, when, channel])).toEqual(days.map((day) => [day, 'morning', 'e-mail']));
    }
  });

  it('L5 tells nobody who was removed, and closes the links', async () => {
    const bensMail = (await stack.inbox()).filter(({ address }) => address === `ben${ADDRESS}`);
    const removedAt = momentOf({ day: BEN_REMOVED_ON, hour: 10, timeZone });
    expect([bensMail.length > 0, bensMail.filter(({ at }) => at > removedAt)]).toEqual([true, []]);
    expect(await act.link('review', bens)).toMatchObject({ status: 410, body: { reason: 'link-closed' } });
  });

  it('C6 leaves no link open of what is solved', async () => {
    const keys = await linksOf(stack, 'carla');
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) expect((await act.link('review', key)).status).toBe(410);
  });

  it('leaves nothing in the dead letters, and no error in any log', async () => {
    expect(await stack.deadLetters()).toEqual([]);
    const lines = (await stack.logs()).trim().split('\n');
    expect(lines.length).toBeGreaterThan(CHECKED.length);
    expect(lines.filter((line) => !ORDINARY.test(line))).toEqual([]);
  });
});
