import { listOf, pageQuery } from '../lists.ts';
import { listedTenantAnswer, tenantAnswer, tenantBody } from '../tenants.ts';
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
