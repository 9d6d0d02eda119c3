import { describe, expect, it } from 'vitest';
import { fromGuarded } from '#contract/guard.ts';
import { guard as guarded } from '#domain/guard/guard.ts';
import { guard } from '#local/pipeline/guard.ts';
import { aSubscription, FOUNDING_DAY, type SubscriptionOverrides, theFoundingExample } from '#test/support/builders.ts';

/** What is printed of a subscription that is planned for the founding example; with how it was asked for. */
async function guardOf(overrides: SubscriptionOverrides, strict = false) {
  const entered = aSubscription({ subscriptionId: 'Sub9', startsOn: '2027-01-01', expiresOn: '2029-01-01', ...overrides });
  const asked: unknown[] = [];
  const ask = async (question: unknown) => {
    asked.push(question);
    return fromGuarded({ ...guarded({ entered, picture: theFoundingExample(), today: FOUNDING_DAY }), language: 'en' });
  };
  return { ...(await guard(ask, { tenant: 'a@b', planned: { name: 'Planned' }, strict })), asked };
}

describe('the guard of a pipeline', () => {
  it('lets a subscription pass that nothing stands against, and asks for nothing else', async () => {
    const { exitCode, lines, asked } = await guardOf({});
    expect([exitCode, lines]).toEqual([0, ['Nobody else pays than without it.', 'Allowed.']]);
    expect(asked).toEqual([{ method: 'POST', path: '/v1/tenants/a%40b/subscription-checks', json: { name: 'Planned' } }]);
  });

  it('stops one that would mix licensing models, and says why and what to do', async () => {
    const { exitCode, lines } = await guardOf({ licensing: 'concurrent' });
    expect([exitCode, lines]).toEqual([
      1,
      [
        'critical: It is licensed for concurrent agents, and Sub1 for named agents. All subscriptions of a tenant have one licensing model; Webex provisioning rejects a mix.',
        '  Buy it with the licensing model that the tenant has.',
        'Nobody else pays than without it.',
        'Not allowed.',
      ],
    ]);
  });

  it('lets a warning pass, unless it is to be strict', async () => {
    const lenient = await guardOf({ telephony: 'vpop' });
    expect([lenient.exitCode, lenient.lines.at(-1)]).toEqual([0, 'Allowed.']);
    const strict = await guardOf({ telephony: 'vpop' }, true);
    expect([strict.exitCode, strict.lines.at(-1)]).toEqual([1, 'Allowed, but --strict takes no warnings.']);
  });

  it('is strict about warnings, not about what is only to be known', async () => {
    expect((await guardOf({ trial: true }, true)).exitCode).toBe(0);
  });

  it('says who pays otherwise', async () => {
    const { lines } = await guardOf({ startsOn: '2026-05-01', seats: { 'ai-agent': 1 } });
    expect(lines).toEqual([
      'primary, without it: Sub1 (2026-12-02 to 2026-12-31), Sub2 (2027-01-01 to 2029-05-31)',
      'primary, with it: Sub1 (2026-12-02 to 2026-12-31), Sub9 (2027-01-01 to 2028-12-31), Sub2 (2029-01-01 to 2029-05-31)',
      'ai-agent, without it: nobody (2026-12-02 to 2029-05-31)',
      'ai-agent, with it: Sub9 (2026-12-02 to 2028-12-31), nobody (2029-01-01 to 2029-05-31)',
      'Allowed.',
    ]);
  });

  it('takes no other answer for one', async () => {
    await expect(guard(async () => ({ allowed: true }), { tenant: 'acme', planned: {}, strict: false })).rejects.toThrow(Error);
  });
});
