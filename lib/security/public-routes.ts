/** The routes that people reach without an account in AWS: each link carries its own secret, and the documents are public. */
export const PUBLIC_ROUTES: readonly string[] = ['ANY /links/{proxy+}', 'GET /r/{linkId}', 'GET /openapi.json', 'GET /health'];
