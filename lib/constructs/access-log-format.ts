/**
 * What the access log says of a request: which route, never which path or query (they hold ids of tenants and links), and
 * neither who called nor from where. The audit knows who did what (U1).
 */
export const ACCESS_LOG_FORMAT = JSON.stringify({
  requestId: '$context.requestId',
  at: '$context.requestTime',
  method: '$context.httpMethod',
  routeKey: '$context.routeKey',
  status: '$context.status',
  functionStatus: '$context.integrationStatus',
  milliseconds: '$context.responseLatency',
  functionMilliseconds: '$context.integrationLatency',
  bytes: '$context.responseLength',
  // The kind of error, never its message, which may quote who was refused what.
  error: '$context.error.responseType',
});
