import { listOf, pageQuery } from '../lists.ts';
import { expiringQuery, expiringTenantAnswer, listedTenantAnswer, tenantAnswer, tenantBody } from '../tenants.ts';
import type { Operation } from './operation.ts';
import { INVALID, TENANT } from './shared.ts';

/** The routes of tenants. */
export const tenantOperations = {
  listTenants: {
    method: 'GET',
    path: '/v1/tenants',
    summary: 'All tenants',
    query: pageQuery,
    answers: { 200: listOf(listedTenantAnswer) },
    problems: ['invalid-request'],
  },
  listExpiring: {
    method: 'GET',
    path: '/v1/expiring',
    summary: 'The tenants in which somebody loses access within so many days, soonest first, then most people',
    description: [
      '`losing` people lose access on `soonestLossOn`; who they are, `GET /v1/tenants/{tenantId}/people?atRiskDays=` tells.',
      'A tenant is listed as its last check found it: each morning, and about a minute after a change.',
      'People who are without access already set no day: a tenant where nobody else loses it is not listed, and its `stranded` are counted in `GET /v1/tenants`.',
      "Days are the tenant's own, and counted from the day that is furthest on anywhere (UTC+14): no tenant is missed, and one further west may be listed up to two days early.",
    ].join(' '),
    query: expiringQuery,
    answers: { 200: listOf(expiringTenantAnswer) },
    problems: ['invalid-request'],
  },
  putTenant: {
    method: 'PUT',
    path: TENANT,
    summary: 'Create or replace a tenant',
    body: tenantBody,
    answers: { 200: tenantAnswer, 201: tenantAnswer },
    problems: [...INVALID, 'not-available', 'precondition-failed', 'tenant-deleting'],
  },
  getTenant: { method: 'GET', path: TENANT, summary: 'One tenant', answers: { 200: tenantAnswer }, problems: ['tenant-not-found'] },
  deleteTenant: {
    method: 'DELETE',
    path: TENANT,
    summary: 'Take a tenant out of sight and purge it',
    answers: { 202: 'none' },
    problems: ['tenant-not-found', 'precondition-failed'],
  },
} as const satisfies Record<string, Operation>;
