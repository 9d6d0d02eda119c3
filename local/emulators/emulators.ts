import type { FauxqsServer } from 'fauxqs';
import type { DataFolder } from '#local/data-folder.ts';
import { StartFailure } from '#local/failure.ts';
import type { Forward } from '#local/gate/forward.ts';
import { forwardTo } from '#local/gate/forward.ts';
import { resigned } from '#local/gate/resign.ts';
import { startDynamoDb } from './dynamodb.ts';
import { startMessaging } from './messaging.ts';

/** What stands in for DynamoDB, SNS and SQS. */
export type Emulators = {
  readonly dynamodbEndpoint: string;
  readonly dynamodb: Forward;
  readonly messaging: FauxqsServer;
  readonly messagingForward: Forward;
  readonly stop: () => Promise<void>;
};

/** Starts them; DYNAMODB_ENDPOINT, when set, is used instead of the emulator. @throws StartFailure when one does not start. */
export async function startEmulators(data: DataFolder, onLost: (failure: StartFailure) => void): Promise<Emulators> {
  const [tables, messaging] = await Promise.all([startTables(data, onLost), startMessaging(data.messages)]);
  const messagingForward = forwardTo(messaging.address);
  return {
    dynamodbEndpoint: tables.endpoint,
    dynamodb: tables.forward,
    messaging,
    messagingForward,
    stop: async () => {
      messagingForward.stop();
      await Promise.all([messaging.stop(), tables.stop()]);
    },
  };
}

async function startTables(data: DataFolder, onLost: (failure: StartFailure) => void) {
  const given = process.env['DYNAMODB_ENDPOINT'];
  if (given !== undefined && given !== '') {
    if (!URL.canParse(given)) throw new StartFailure(`DYNAMODB_ENDPOINT is an address such as http://127.0.0.1:8000, not "${given}".`);
    const forward = forwardTo(given);
    return { endpoint: given, forward: resigned(given, forward), stop: async () => forward.stop() };
  }
  const emulator = await startDynamoDb({ ...(data.tables === undefined ? {} : { file: data.tables }), onLost });
  const forward = forwardTo(emulator.endpoint);
  const stop = async (): Promise<void> => {
    forward.stop();
    await emulator.stop();
  };
  return { endpoint: emulator.endpoint, forward, stop };
}
