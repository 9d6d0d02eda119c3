import type { Partner } from '../partners/partner.ts';
import type { Recipient } from './recipient.ts';

/**
 * D23. Whether a recipient may carry a plan out, read at the moment of acting (L5): somebody who was entered as one who may act,
 * and who does not belong to a read-only partner. A partner that joins with a further subscription starts as provisioning admin,
 * which is read-only, until the customer admin grants more; its recipients see plans and can pass them on to the customer's
 * admins. A partner that nobody has entered counts as read-only.
 *
 * @example Petra of Nordlicht may act. Nordlicht is a provisioning admin: she sees the plan, and passes it on to Anna, the
 * customer's admin. Once Nordlicht is entered as full admin, she carries plans out herself.
 */
export function mayCarryOut({ mayAct, partnerId }: Pick<Recipient, 'mayAct' | 'partnerId'>, partners: readonly Partner[]): boolean {
  return mayAct && (partnerId === undefined || !isReadOnly(partnerId, partners));
}

function isReadOnly(partnerId: Partner['partnerId'], partners: readonly Partner[]): boolean {
  return partners.find((partner) => partner.partnerId === partnerId)?.access !== 'full-admin';
}
