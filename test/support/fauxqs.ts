import { SNSClient } from '@aws-sdk/client-sns';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { afterAll, beforeAll } from 'vitest';

/** SNS and SQS of one test file's own. */
export type Fauxqs = { readonly server: () => FauxqsServer; readonly sns: () => SNSClient };

/** Call at the top of a test file. */
export function snsOnFauxqs(): Fauxqs {
  let server: FauxqsServer;
  beforeAll(async () => {
    server = await startFauxqs({ port: 0, logger: false, messageSpies: true });
  });
  afterAll(() => server.stop());
  return { server: () => server, sns: () => testSnsClient(server.address) };
}

/** A client of its own: what a test does to its middleware concerns no other test. */
function testSnsClient(endpoint: string): SNSClient {
  return new SNSClient({ endpoint, region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' }, maxAttempts: 1 });
}
