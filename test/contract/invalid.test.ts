import { describe, expect, it } from 'vitest';
import { invalidRequest } from '#contract/invalid.ts';
import { recipientBody } from '#contract/recipients.ts';
import { subscriptionBody } from '#contract/subscriptions.ts';
import { tenantBody } from '#contract/tenants.ts';

const wrong = (
  schema: { safeParse: (value: unknown) => { success: boolean; error?: Parameters<typeof invalidRequest>[0] } },
  value: unknown,
) => {
  const { error } = schema.safeParse(value);
  return error === undefined ? [] : invalidRequest(error).errors.map(({ path, message }) => `${path}: ${message}`);
};

const whole = {
  name: 'Sales',
  offer: 'flex-3',
  licensing: 'named',
  telephony: 'vpop',
  startsOn: '2026-01-01',
  expiresOn: '2027-01-01',
  commitments: [{ kind: 'premium-agent', quantity: 3 }],
};

describe('H3 an invalid body', () => {
  it('is answered with every wrong field, where it is and what to do', () => {
    expect(wrong(tenantBody, { name: ' ', timeZone: 'Berlin', alertHour: 24, colour: 'red', mode: 'fast' })).toEqual([
      'name: Must not be empty.',
      'timeZone: Must be an IANA time zone such as Europe/Berlin.',
      'alertHour: Must be at most 23.',
      'mode: Must be one of: control-hub, book, webex.',
      'colour: This field is not known; leave it out.',
    ]);
  });

  it.each([
    ['a missing field', { ...whole, offer: undefined }, ['offer: Must be one of: flex, flex-3.']],
    ['a day that does not exist', { ...whole, startsOn: '2026-02-29' }, ['startsOn: Must be a calendar day of the form YYYY-MM-DD.']],
    ['D3 an end that is not after the start', { ...whole, expiresOn: '2026-01-01' }, ['expiresOn: Must be after startsOn.']],
    [
      'a negative commitment',
      { ...whole, commitments: [{ kind: 'premium-agent', quantity: -1 }] },
      ['commitments[0].quantity: Must be at least 0.'],
    ],
    [
      'D17 agents beside seats per kind',
      {
        ...whole,
        commitments: [
          { kind: 'agents', quantity: 1 },
          { kind: 'premium-agent', quantity: 1 },
        ],
      },
      ['commitments: Commit either "agents" or "premium-agent" and "standard-agent", not both.'],
    ],
    [
      'a kind committed twice',
      {
        ...whole,
        commitments: [
          { kind: 'ivr', quantity: 1 },
          { kind: 'ivr', quantity: 1 },
        ],
      },
      ['commitments[1].kind: "ivr" is committed twice; add the quantities up.'],
    ],
    ['a name with a line break', { ...whole, name: 'Sales\nBcc: all' }, ['name: Must not hold line breaks or control characters.']],
  ])('names %s', (_case, body, errors) => {
    expect(wrong(subscriptionBody, body)).toEqual(errors);
  });

  it('names a recipient that cannot be reached', () => {
    expect(wrong(recipientBody, { name: 'Anna', language: 'en', mayAct: true })).toEqual([
      'email: Give an e-mail address, a telephone number, or both.',
    ]);
    expect(wrong(recipientBody, { name: 'Anna', language: 'en', mayAct: true, phone: '0170 1234' })).toEqual([
      'phone: Must be a telephone number in international form such as +491701234567.',
    ]);
  });

  it('is none for a whole subscription', () => {
    expect(wrong(subscriptionBody, whole)).toEqual([]);
  });
});
