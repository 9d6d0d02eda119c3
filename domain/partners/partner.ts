import type { PartnerId } from '../ids.ts';

/** D23. What a partner may do in Control Hub: everything, or look only. */
export type PartnerAccess = 'full-admin' | 'provisioning-admin';

/**
 * D23. A company that manages the tenant. The first one has full admin; one that joins with a further subscription starts as
 * provisioning admin, which is read-only, until the customer admin grants more.
 */
export type Partner = { readonly partnerId: PartnerId; readonly name: string; readonly access: PartnerAccess };
