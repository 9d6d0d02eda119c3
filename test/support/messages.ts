import { dayOf } from '#domain/days/day.ts';
import { idOf } from '#domain/ids.ts';
import type { Matter, Message } from '#domain/messages/message.ts';

export type Digest = Extract<Message, { template: 'digest' }>;
export type ResultMessage = Extract<Message, { template: 'reassignment-result' }>;
export type CodeMessage = Extract<Message, { template: 'code' }>;
export type PassedOnMessage = Extract<Message, { template: 'passed-on' }>;
export type FreshLinkMessage = Extract<Message, { template: 'fresh-link' }>;

/** The founding matter: twelve people, two of them admins, lose access in thirty days; with the link `link-1`. */
export function aMatter(overrides: Partial<Matter> = {}): Matter {
  return {
    kind: 'access-ends',
    severity: 'warning',
    subscription: { name: 'Sales', id: 'Sub1' },
    on: dayOf('2027-01-01'),
    daysLeft: 30,
    people: 12,
    admins: 2,
    names: ['Ada Lovelace', 'Grace Hopper', 'Alan Turing'],
    linkId: idOf.link('link-1'),
    ...overrides,
  };
}

/** A digest of 2026-12-02 for Acme with that one matter. */
export function aDigest(overrides: Partial<Digest> = {}): Digest {
  return { template: 'digest', tenantName: 'Acme', today: dayOf('2026-12-02'), matters: [aMatter()], more: 0, solved: [], ...overrides };
}

/** A run that moved ten people off `Sales` and left nobody behind. */
export function aResult(overrides: Partial<ResultMessage> = {}): ResultMessage {
  return {
    template: 'reassignment-result',
    tenantName: 'Acme',
    subscription: { name: 'Sales', id: 'Sub1' },
    startedBy: 'Ada Lovelace',
    status: 'done',
    counts: { moved: 10 },
    seatsToBuy: [],
    endsOn: dayOf('2027-01-01'),
    ...overrides,
  };
}

/** The link `link-1` once more. */
export function aFreshLink(overrides: Partial<FreshLinkMessage> = {}): FreshLinkMessage {
  return {
    template: 'fresh-link',
    tenantName: 'Acme',
    subscription: { name: 'Sales', id: 'Sub1' },
    endsOn: dayOf('2027-01-01'),
    linkId: idOf.link('link-1'),
    ...overrides,
  };
}

/** A code for that link. */
export function aCodeMessage(overrides: Partial<CodeMessage> = {}): CodeMessage {
  return { template: 'code', tenantName: 'Acme', subscription: { name: 'Sales', id: 'Sub1' }, linkId: idOf.link('link-1'), ...overrides };
}

/** Petra of a partner that may only look asks for that plan to be carried out. */
export function aPassedOn(overrides: Partial<PassedOnMessage> = {}): PassedOnMessage {
  return {
    template: 'passed-on',
    tenantName: 'Acme',
    askedBy: 'Petra',
    subscription: { name: 'Sales', id: 'Sub1' },
    people: 12,
    linkId: idOf.link('link-1'),
    ...overrides,
  };
}

/** As long as ours are behind API Gateway's own host name. */
export const A_LINK_URL = `https://abcdefghij.execute-api.eu-central-1.amazonaws.com/r/${'l'.repeat(22)}#${'s'.repeat(43)}`;
export const LINK_URLS = new Map([[idOf.link('link-1'), A_LINK_URL]]);
