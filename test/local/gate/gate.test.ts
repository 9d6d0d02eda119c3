import { describe, expect, it } from 'vitest';
import { signedFetch } from '#local/client/signed-fetch.ts';
import { echo, readJson } from '../support/read-json.ts';
import { tinyStack } from '../support/tiny-stack.ts';

async function gateOf(url: string): Promise<string> {
  const { variables } = await readJson(await signedFetch(url, { path: '/v1/x' }), echo);
  return variables['AWS_ENDPOINT_URL_SNS'] ?? '';
}

describe('the gate', () => {
  it.each([
    [
      'a JSON service',
      { 'x-amz-target': 'DynamoDB_20120810.ListTables', 'content-type': 'application/x-amz-json-1.0' },
      400,
      'UnrecognizedClientException',
    ],
    ['SNS', { 'content-type': 'application/x-www-form-urlencoded' }, 403, 'InvalidClientTokenId'],
  ])('lets nobody but functions through to %s', async (_case, headers, status, code) => {
    const { url } = await tinyStack();
    const response = await fetch(await gateOf(url), { method: 'POST', headers, body: '{}' });
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(code);
  });
});
