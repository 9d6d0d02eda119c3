import { describe, expect, it } from 'vitest';
import { idOf } from '#domain/ids.ts';
import type { Partner, PartnerAccess } from '#domain/partners/partner.ts';
import { aFullAdmin, agents, aPerson, aSubscription, aTenant } from '#test/support/builders.ts';
import { findingsOfKind } from './find.ts';

const older = aSubscription({ startsOn: '2025-01-01', expiresOn: '2028-01-01' });
const newer = aSubscription({ subscriptionId: 'Sub2', startsOn: '2026-01-01', expiresOn: '2029-01-01' });

describe('D13 double assignment', () => {
  it('is one note for the tenant, with those who hold two access licences', () => {
    const people = [
      aPerson({ holds: { Sub1: 'standard-agent', Sub2: 'premium-agent' } }),
      aPerson({ personId: 'agent-2', holds: { Sub1: ['standard-agent', 'premium-agent'] } }),
      aPerson({ personId: 'agent-3', holds: { Sub1: ['standard-agent', 'wfo'] } }),
      aPerson({ personId: 'agent-4', status: 'inactive', holds: { Sub1: 'standard-agent', Sub2: 'standard-agent' } }),
    ];
    expect(findingsOfKind('double-assignment', { subscriptions: [older, newer], people })).toEqual([
      { kind: 'double-assignment', severity: 'info', subject: 'tenant', people: ['agent-1', 'agent-2'], admins: 0 },
    ]);
  });

  it('does not count a licence of a subscription that is over', () => {
    const people = [aPerson({ holds: { Sub1: 'standard-agent', Sub2: 'standard-agent' } })];
    const subscriptions = [aSubscription({ expiresOn: '2026-12-02' }), newer];
    expect(findingsOfKind('double-assignment', { subscriptions, people })).toEqual([]);
  });
});

describe('D10 people without a licence', () => {
  const people = [aFullAdmin(), ...agents(2), aPerson({ personId: 'gone', status: 'inactive' })];

  it('are one note for those who are no admins and one for the admins', () => {
    expect(findingsOfKind('unassigned', { subscriptions: [older], people })).toEqual([
      { kind: 'unassigned', severity: 'info', subject: 'tenant', people: ['agent-0001', 'agent-0002'], admins: 0 },
    ]);
    expect(findingsOfKind('admin-without-licence', { subscriptions: [older], people })).toEqual([
      { kind: 'admin-without-licence', severity: 'info', subject: 'tenant', people: ['admin-1'], admins: 1 },
    ]);
  });

  it('are none where everybody holds one', () => {
    const holding = agents(2, { holds: { Sub1: 'standard-agent' } });
    expect(findingsOfKind('unassigned', { subscriptions: [older], people: holding })).toEqual([]);
    expect(findingsOfKind('admin-without-licence', { subscriptions: [older], people: holding })).toEqual([]);
  });
});

describe('D10 waiting', () => {
  const planned = (subscriptionId: string, startsOn: string) => aSubscription({ subscriptionId, startsOn, expiresOn: '2029-01-01' });

  it('is a note for the subscription that starts first for them, dated by that day', () => {
    const people = [aPerson({ holds: { Sub3: 'standard-agent', Sub4: 'standard-agent' } })];
    const subscriptions = [planned('Sub3', '2027-06-01'), planned('Sub4', '2027-03-01')];
    expect(findingsOfKind('waiting', { subscriptions, people })).toEqual([
      { kind: 'waiting', severity: 'info', subject: { subscriptionId: 'Sub4' }, on: '2027-03-01', people: ['agent-1'], admins: 0 },
    ]);
  });

  it('is not for people who have access today, or had it before', () => {
    const subscriptions = [planned('Sub3', '2027-06-01'), newer, aSubscription({ expiresOn: '2026-12-01' })];
    const covered = aPerson({ holds: { Sub2: 'standard-agent', Sub3: 'standard-agent' } });
    const lost = aPerson({ personId: 'lost', holds: { Sub1: 'standard-agent', Sub3: 'standard-agent' } });
    expect(findingsOfKind('waiting', { subscriptions, people: [covered, lost] })).toEqual([]);
  });
});

describe('D14 primary differs', () => {
  const subscriptions = [older, newer];

  it('is a note while Control Hub shows another one than the oldest active subscription', () => {
    expect(findingsOfKind('primary-differs', { subscriptions, tenant: aTenant({ primaryOverride: 'Sub2' }) })).toEqual([
      { kind: 'primary-differs', severity: 'info', subject: 'tenant', shown: 'Sub2', oldest: 'Sub1' },
    ]);
  });

  it.each([
    ['it shows the oldest', 'Sub1', '2026-12-02'],
    ['nobody said what it shows', undefined, '2026-12-02'],
    ['the oldest has ended, so that both are the same', 'Sub2', '2028-01-01'],
    ['the one it showed is not active', 'Sub2', '2025-06-01'],
    ['it is unknown here', 'Sub9', '2026-12-02'],
  ])('is none where %s', (_case, primaryOverride, today) => {
    const tenant = aTenant(primaryOverride === undefined ? {} : { primaryOverride });
    expect(findingsOfKind('primary-differs', { subscriptions, tenant, today })).toEqual([]);
  });
});

describe('D23 partner read-only', () => {
  const aPartner = (id: string, access: PartnerAccess): Partner => ({ partnerId: idOf.partner(id), name: id, access });

  it('is one note for the tenant, with the partners who are provisioning admins', () => {
    const partners = [aPartner('zeta', 'provisioning-admin'), aPartner('first', 'full-admin'), aPartner('beta', 'provisioning-admin')];
    expect(findingsOfKind('partner-read-only', { partners })).toEqual([
      { kind: 'partner-read-only', severity: 'info', subject: 'tenant', partners: ['beta', 'zeta'] },
    ]);
  });

  it('is none where every partner has full admin', () => {
    expect(findingsOfKind('partner-read-only', { partners: [aPartner('first', 'full-admin')] })).toEqual([]);
  });
});
