import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { snoozedAnswer } from '#contract/alerts.ts';
import { passedOnAnswer, type reviewAnswer } from '#contract/links.ts';
import { startedAnswer } from '#contract/reassignments.ts';
import { instantOf } from '#domain/days/instant.ts';
import { type RunningStack, startLocalStack } from '#test/support/local-stack.ts';
import { actorsOn, anyList, expectOk, type LinkKey, mailOf, newestLink, openLinkAbout } from '#test/support/story.ts';

const T = '/v1/tenants/acme';
const contract = { offer: 'flex-3', licensing: 'named', telephony: 'webex-calling', startsOn: '2025-01-01' };
const commitments = [{ kind: 'premium-agent', quantity: 10 }];
const SUBSCRIPTIONS = [
  { subscriptionId: 'Sub1', name: 'Sales', ...contract, expiresOn: '2027-01-31', commitments },
  { subscriptionId: 'Sub2', name: 'Service', ...contract, startsOn: '2026-01-01', expiresOn: '2029-01-01', commitments },
];
const holder = (personId: string, subscriptionId: string, roles = {}) => ({
  personId,
  name: personId,
  email: `${personId}@acme.example`,
  roles: ['agent'],
  ...roles,
  assignments: [{ subscriptionId, kind: 'premium-agent' }],
});
const PEOPLE = [
  holder('zoe', 'Sub2', { roles: ['admin'], adminLevel: 'full' }),
  ...['cem', 'dan', 'emil'].map((personId) => holder(personId, 'Sub1')),
];
const RECIPIENTS = {
  anna: { name: 'Anna', language: 'en', email: 'anna@acme.example', phone: '+441632960000', mayAct: true },
  ben: { name: 'Ben', language: 'en', email: 'ben@acme.example', mayAct: true },
  petra: { name: 'Petra', language: 'de', email: 'petra@nordlicht.example', mayAct: true, partnerId: 'nordlicht' },
  eva: { name: 'Eva', language: 'en', email: 'eva@acme.example', mayAct: true, escalation: true },
} as const;
const refusal = z.looseObject({ reason: z.string(), why: z.string().optional(), triesLeft: z.number().optional() });

/**
 * Sales ends on 31 January 2027, and its three agents with it. Anna may act; Ben never confirms his address; Petra belongs to a
 * partner that can only look; Eva is asked last. Plans are carried out with a code over the other channel (L9).
 */
describe('The main job with everybody who is involved', () => {
  let stack: RunningStack;
  let act: ReturnType<typeof actorsOn>;
  let annas: LinkKey;
  let review: z.output<typeof reviewAnswer>;

  const subjects = async (recipient: string) =>
    (await mailOf(stack, recipient)).map((text) => text.split('\n')[0] ?? '').filter((subject) => !subject.startsWith('AWS'));
  const about = async (recipient: string) => (await mailOf(stack, recipient)).join('\n');
  const morningOf = async (day: string) => {
    await stack.emptyInbox();
    await stack.moveClock({ now: `${day}T07:30:00Z` });
    expect(await act.settle()).toMatchObject({ errors: 0, waiting: 0 });
  };

  beforeAll(async () => {
    stack = await startLocalStack({ now: instantOf(Date.parse('2026-12-02T07:30:00Z')), confirm: 'manual' });
    act = actorsOn(stack);
    await expectOk(act.api('PUT', T, { name: 'Acme', timeZone: 'Europe/Berlin', mode: 'book', assurance: 'code', heartbeat: false }), 201);
    await expectOk(act.api('PUT', `${T}/partners/nordlicht`, { name: 'Nordlicht', access: 'provisioning-admin' }), 201);
    await expectOk(act.api('POST', `${T}/imports`, { subscriptions: SUBSCRIPTIONS, people: PEOPLE }), 200);
    for (const [id, recipient] of Object.entries(RECIPIENTS)) await expectOk(act.api('PUT', `${T}/recipients/${id}`, recipient), 201);
    expect(await act.settle()).toMatchObject({ errors: 0, waiting: 0 });
    for (const recipient of ['anna', 'petra', 'eva']) await stack.confirm({ recipient, channel: 'email', state: 'confirmed' });
  });
  afterAll(() => stack.stop());

  it('A5 warns those who can be reached, and tells them of Ben, whose address nobody confirms', async () => {
    await morningOf('2026-12-03');
    expect(await subjects('anna')).toEqual(['Warning: “Sales” ends in 59 days: 3 people lose access (+1 more) [Acme]']);
    expect(await about('anna')).toContain('“Ben” (ben) gets no e-mails from Lapsewatch: the address has not been confirmed.');
    expect(await about('petra')).toContain('„Ben“ (ben)');
    expect([await subjects('ben'), await subjects('eva')]).toEqual([[], []]);
  });

  it('A5 escalates to Eva with the second step after that, when nobody has said anything', async () => {
    await morningOf('2027-01-01');
    expect([(await subjects('anna')).length, await subjects('eva')]).toEqual([1, []]);
    await morningOf('2027-01-17');
    expect(await subjects('eva')).toEqual(['Warning: “Sales” ends in 14 days: 3 people lose access [Acme]']);
    expect(await about('eva')).toContain('Escalated to you:');
    expect(await about('anna')).not.toContain('Escalated');
  });

  it('D23 shows Petra the plan, lets her carry nothing out, and lets her pass it on to the customer’s admins', async () => {
    const petras = await openLinkAbout(stack, 'petra', 'Sub1');
    expect(petras.review).toMatchObject({ mayAct: false, plans: [{ bestFit: true, counts: { moves: 3 } }, { toSubscriptionId: 'Sub2' }] });
    const choice = { toSubscriptionId: 'Sub2', planHash: petras.review.plans.at(-1)?.planHash, confirm: true };
    const refused = await act.link('execute', { ...petras.key, ...choice });
    expect(refused).toMatchObject({ status: 403, body: { reason: 'may-not-act' } });
    await stack.emptyInbox();
    expect(await expectOk(act.link('pass-on', petras.key), 202, passedOnAnswer)).toEqual({ passedTo: 2 });
    expect(await act.settle()).toMatchObject({ errors: 0, waiting: 0 });
    for (const recipient of ['anna', 'eva']) expect(await subjects(recipient)).toEqual(['Petra asks you to decide: “Sales” [Acme]']);
    expect(await subjects('ben')).toEqual([]);
    ({ key: annas, review } = await openLinkAbout(stack, 'anna', 'Sub1'));
    expect(review.mayAct).toBe(true);
  });

  it('A6 lets Anna put it off to the step but one, for herself, and that is no matter for Eva', async () => {
    expect(review.snooze).toEqual({ latest: '2027-01-28' });
    const snoozed = await expectOk(act.link('snooze', { ...annas, reason: 'The order is out' }), 200, snoozedAnswer);
    expect(snoozed).toEqual({ until: '2027-01-28' });
    await morningOf('2027-01-24');
    expect([await subjects('anna'), await subjects('eva')]).toEqual([[], []]);
    expect(await subjects('petra')).toEqual(['Warnung: „Sales“ endet in 7 Tagen: 3 Personen verlieren den Zugang [Acme]']);
  });

  it('A6 tells her again on that day, when it is critical and cannot be put off any more', async () => {
    await morningOf('2027-01-28');
    expect(await subjects('anna')).toEqual(['Critical: “Sales” ends in 3 days: 3 people lose access [Acme]']);
    annas = (await newestLink(stack, 'anna')).key;
    expect(await act.link('snooze', { ...annas, reason: 'Later' })).toMatchObject({
      status: 409,
      body: { reason: 'critical-cannot-wait' },
    });
  });

  it('L9 carries the plan out for Anna with the code that came by SMS, and for nobody without it', async () => {
    ({ review } = await openLinkAbout(stack, 'anna', 'Sub1'));
    const choice = { ...annas, toSubscriptionId: 'Sub2', planHash: review.plans.at(-1)?.planHash, confirm: true };
    expect(refusal.parse((await act.link('execute', choice)).body)).toMatchObject({ reason: 'code-required', why: 'sent' });
    expect(await act.settle()).toMatchObject({ errors: 0, waiting: 0 });
    const code = /\b\d{6}\b/.exec((await mailOf(stack, 'anna', 'sms')).at(-1) ?? '')?.[0] ?? '';
    const wrong = code === '000000' ? '000001' : '000000';
    const guessed = await act.link('execute', { ...choice, code: wrong });
    expect([guessed.status, refusal.parse(guessed.body)]).toMatchObject([403, { reason: 'code-required', why: 'wrong', triesLeft: 4 }]);
    await stack.emptyInbox();
    await expectOk(act.link('execute', { ...choice, code }), 202, startedAnswer);
    expect(await act.settle()).toMatchObject({ errors: 0, waiting: 0 });
    const { items } = await expectOk(act.api('GET', `${T}/people?subscriptionId=Sub2`), 200, anyList);
    expect(items.map(({ personId }) => personId)).toEqual(['cem', 'dan', 'emil', 'zoe']);
  });

  it('R6, C6 tells everybody how it ended, and keeps who did what', async () => {
    for (const recipient of ['anna', 'eva']) expect((await subjects(recipient))[0]).toBe('Done: 3 people moved off “Sales” [Acme]');
    expect((await subjects('petra'))[0]).toBe('Fertig: 3 Personen aus „Sales“ umgezogen [Acme]');
    expect(await subjects('ben')).toEqual([]);
    await morningOf('2027-01-29');
    const { items } = await expectOk(act.api('GET', `${T}/audit?limit=200`), 200, anyList);
    const done = items.map(({ action, who }) => `${String(action)} ${String(who)}`);
    for (const each of ['link-passed-on recipient/petra', 'alert-snoozed recipient/anna', 'reassignment-started recipient/anna'])
      expect(done).toContain(each);
  });
});
