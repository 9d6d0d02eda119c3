/** The path of one tenant: all but the list of tenants begins with it. */
export const TENANT = '/v1/tenants/{tenantId}';

/** What every body may be refused for. */
export const INVALID = ['invalid-request', 'payload-too-large', 'unsupported-media-type'] as const;
