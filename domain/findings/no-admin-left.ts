import { lockOutOf } from '../coverage/lock-out.ts';
import type { Finding } from './finding.ts';
import { concerning, type Overview } from './overview.ts';

/**
 * D11. Nobody could repair things in Control Hub, because from that day, within the widest rung, no full admin is covered:
 * critical. Where no full admin with an assignment is known, nobody can say: a warning instead. A tenant without any
 * subscription has nothing to be locked out of.
 */
export function noAdminLeft({ picture, today }: Overview): readonly Finding[] {
  if (picture.subscriptions.length === 0) return [];
  const judged = lockOutOf({ picture, today });
  switch (judged.lockOut) {
    case 'none':
      return [];
    case 'admins-unknown':
      return [{ kind: 'admins-unknown', severity: 'warning', subject: 'tenant' }];
    case 'no-admin-left':
      return [{ kind: 'no-admin-left', severity: 'critical', subject: 'tenant', on: judged.on, ...concerning(judged.admins) }];
  }
}
