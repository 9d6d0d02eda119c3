import { once } from 'node:events';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { forwardTo } from '#local/gate/forward.ts';
import { resigned } from '#local/gate/resign.ts';

describe('a DynamoDB of one’s own', () => {
  it('sees one caller, whichever function it was, and the request as it was', async () => {
    const server = createServer(async (incoming, outgoing) => {
      const { authorization, host } = incoming.headers;
      const body = (await buffer(incoming)).toString();
      outgoing.end(JSON.stringify({ authorization, host, target: incoming.headers['x-amz-target'], body }));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const forward = forwardTo(endpoint);
    onTestFinished(() => {
      forward.stop();
      server.close();
    });
    const headers = {
      authorization: 'AWS4-HMAC-SHA256 Credential=LOCALABC/x',
      'x-amz-target': 'DynamoDB_20120810.GetItem',
      'content-type': 'application/x-amz-json-1.0',
    };
    const answer = await resigned(endpoint, forward)({ method: 'POST', path: '/', headers, body: Buffer.from('{"a":1}') });
    expect(JSON.parse(answer.body.toString())).toEqual({
      authorization: expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=local\/\d{8}\/[a-z0-9-]+\/dynamodb\/aws4_request/),
      host: new URL(endpoint).host,
      target: 'DynamoDB_20120810.GetItem',
      body: '{"a":1}',
    });
  });
});
