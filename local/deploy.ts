import type { MovableClock } from './clock/clock.ts';
import { connectEdge } from './connect-edge.ts';
import type { DataFolder } from './data-folder.ts';
import type { Edge } from './edge/edge.ts';
import type { Emulators } from './emulators/emulators.ts';
import { localDynamoDbClient } from './emulators/local-dynamodb-client.ts';
import { makeTables } from './emulators/make-tables.ts';
import { makeQueuesAndTopics } from './emulators/messaging.ts';
import { type ArmedFaults, armedFaults } from './faults/armed-faults.ts';
import { deployFunctions } from './functions/deploy-functions.ts';
import { functionLogs } from './functions/function-logs.ts';
import type { LambdaFunction } from './functions/lambda-function.ts';
import { callersAmong } from './gate/callers.ts';
import { eventBusGate } from './gate/event-bus-gate.ts';
import type { Gate } from './gate/gate.ts';
import { type Sns, snsGate } from './gate/sns-gate.ts';
import { type Inbox, openInbox } from './inbox/inbox.ts';
import { type TopicOwners, topicOwners } from './inbox/topic-owners.ts';
import type { Options } from './options.ts';
import { type FunctionPermissions, functionPermissions } from './permissions/function-permissions.ts';
import { rolesOf } from './permissions/roles.ts';
import { startQueues } from './queues/start-queues.ts';
import type { TickReport } from './queues/tick.ts';
import type { StopList } from './stop-list.ts';
import type { Assembly } from './synth/assembly.ts';
import { type TemplateReader, templateReader } from './template/template-reader.ts';
import { LOCAL_REGION } from './template/world.ts';

type Deployment = {
  readonly assembly: Assembly;
  readonly options: Options;
  readonly data: DataFolder;
  readonly clock: MovableClock;
  readonly edge: Edge;
  readonly gate: Gate;
  readonly emulators: Emulators;
  readonly stops: StopList;
};

/** What is there to be asked for once all is deployed. */
type Deployed = { readonly tick: () => Promise<TickReport>; readonly permissions: FunctionPermissions['report'] };

/** Makes what the template declares and connects it. Returns once every function has loaded its bundle. */
export async function deploy(deployment: Deployment): Promise<Deployed> {
  const { assembly, data, clock, edge, gate, emulators, stops } = deployment;
  const reader = templateReader(assembly.stacks, { accountId: '000000000000', region: LOCAL_REGION, apiUrl: edge.url, gateUrl: gate.url });
  const owners = await makeResources(deployment, reader);
  const inbox = openInbox({ now: clock.now, baseUrl: edge.url, ...(data.inbox === undefined ? {} : { file: data.inbox }) });
  const sns = snsOf(deployment, { inbox, owners });
  const logs = functionLogs();
  const { functions, topicArnPrefix } = deployFunctions({ reader, assembly, clock, logs, gateUrl: gate.url });
  stops.add(async () => void (await Promise.all(functions.map((each) => each.stop()))));
  const faults = armedFaults();
  const roles = rolesOf(reader);
  const permissions = functionPermissions({ reader, roles, functions });
  openServices(deployment, { reader, sns, functions, faults, permissions });
  await Promise.all(functions.map((each) => each.warm()));
  const queues = startQueues({ reader, messaging: emulators.messaging, functions, roles });
  stops.add(queues.stop);
  connectEdge({ edge, reader, functions, clock, logs, inbox, owners, subscriptions: sns.subscriptions, topicArnPrefix, queues, faults });
  return { tick: queues.tick, permissions: permissions.report };
}

async function makeResources({ emulators, stops }: Deployment, reader: TemplateReader): Promise<TopicOwners> {
  const client = localDynamoDbClient(emulators.dynamodbEndpoint);
  stops.add(async () => client.destroy());
  const [tableNames] = await Promise.all([makeTables(client, reader), makeQueuesAndTopics(emulators.messaging, reader)]);
  return topicOwners(client, tableNames);
}

type Mailbox = { readonly inbox: Inbox; readonly owners: TopicOwners };

/** SNS whose e-mails and SMS land in the inbox, under the recipient whose topic it was. */
function snsOf({ emulators, options, edge }: Deployment, { inbox, owners }: Mailbox): Sns {
  return snsGate({
    forward: emulators.messagingForward,
    confirm: options.confirm,
    confirmationUrl: `${edge.url}/_local/confirmation`,
    deliver: async ({ topicArn, ...received }) => {
      const owner = await owners.ownerOf(topicArn);
      inbox.receive({ ...(owner === undefined ? {} : { tenant: owner.tenant }), recipient: owner?.recipient ?? 'unknown', ...received });
    },
  });
}

type Behind = {
  readonly reader: TemplateReader;
  readonly sns: Sns;
  readonly functions: readonly LambdaFunction[];
  readonly faults: ArmedFaults;
  readonly permissions: FunctionPermissions;
};

function openServices({ emulators, gate }: Deployment, { reader, sns, functions, faults, permissions }: Behind): void {
  const busNames = reader.resourcesOf('AWS::Events::EventBus').map(reader.nameOf);
  const { dynamodb, messagingForward: sqs } = emulators;
  gate.connect({
    services: { dynamodb, sqs, sns: sns.answer, events: eventBusGate(busNames) },
    callers: callersAmong(functions.map(({ name }) => name)),
    faults,
    refusal: permissions.refusal,
    kill: async (functionName, environmentId) => functions.find(({ name }) => name === functionName)?.kill(environmentId),
  });
}
