import { byId } from '../ids.ts';
import type { Finding } from './finding.ts';
import type { Overview } from './overview.ts';

/**
 * D23. Partners who joined with a further subscription and are provisioning admins, which is read-only, until the customer admin
 * grants them more.
 */
export function partnerReadOnly({ picture }: Overview): readonly Finding[] {
  const partners = picture.partners
    .filter(({ access }) => access === 'provisioning-admin')
    .map(({ partnerId }) => partnerId)
    .toSorted(byId);
  return partners.length === 0 ? [] : [{ kind: 'partner-read-only', severity: 'info', subject: 'tenant', partners }];
}
