import type { Statement } from '../lib/statements.ts';

/** What docs/security.md says a role may do: in the table, in queues, in SNS and EventBridge, in the words of its columns. */
export type InWords = { readonly table: string; readonly queues: string; readonly others: string };

const TABLE: Readonly<Record<string, string>> = {
  GetItem: 'get',
  BatchGetItem: 'get many',
  Query: 'query',
  ConditionCheckItem: 'check',
  PutItem: 'put',
  UpdateItem: 'update',
  DeleteItem: 'delete',
  BatchWriteItem: 'delete many',
};
const QUEUES = [
  ['TicksQueueDeadLetters', 'dead letters of tick'],
  ['TicksQueue', 'tick'],
  ['ChecksQueue', 'check'],
  ['DeliveriesQueue', 'delivery'],
  ['WorkQueue', 'work'],
] as const;
const TOPICS: Readonly<Record<string, string>> = {
  CreateTopic: 'make',
  DeleteTopic: 'delete',
  Subscribe: 'subscribe',
  ConfirmSubscription: 'confirm',
  ListSubscriptionsByTopic: 'list',
  Publish: 'publish',
};

/** What every function may do beside: write its own log, and trace. */
const FOR_ALL = /^(logs|xray):/;

/**
 * The allowances of a role in the document's words.
 * @throws Error for what there are no words for: the document could not tell of it.
 */
export function inWords(statements: readonly Statement[]): InWords {
  const pairs = statements
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action, Resource }) => Action.flatMap((action) => Resource.map((resource) => [action, JSON.stringify(resource)] as const)))
    .filter(([action]) => !FOR_ALL.test(action));
  const said = pairs.map(([action, resource]) => [action.split(':')[0], wordsFor(action, resource)] as const);
  const of = (...services: readonly string[]) => said.filter(([service = '']) => services.includes(service)).map(([, words]) => words);
  return { table: gathered(of('dynamodb')), queues: gathered(of('sqs')), others: gathered(of('sns', 'events')) };
}

/** `send to check`, `send to work` and `take from tick` become `send to check, work; take from tick`. */
function gathered(words: readonly (readonly [verb: string, object: string])[]): string {
  const verbs = [...new Set(words.map(([verb]) => verb))];
  return verbs
    .map((verb) => [verb, [...new Set(words.filter(([other]) => other === verb).map(([, object]) => object))].join(', ')].join(' ').trim())
    .join('; ');
}

function wordsFor(action: string, resource: string): readonly [verb: string, object: string] {
  const [service, name = ''] = action.split(':');
  const words =
    service === 'dynamodb' ? tableWords(name, resource) : service === 'sqs' ? queueWords(name, resource) : otherWords(name, resource);
  if (words === undefined) throw new Error(`There are no words for ${action} on ${resource}.`);
  return words;
}

function tableWords(name: string, resource: string): readonly [string, string] | undefined {
  const index = /\/index\/(?<index>\w+)/.exec(resource)?.groups?.['index'];
  if (index !== undefined && name === 'Query') return ['query by index:', index];
  const verb = TABLE[name];
  return index === undefined && resource.includes('LapsewatchData:') && verb !== undefined ? ['items:', verb] : undefined;
}

function queueWords(name: string, resource: string): readonly [string, string] | undefined {
  const queue = QUEUES.find(([id]) => resource.includes(`"${id}`))?.[1];
  if (queue === undefined) return undefined;
  if (name === 'SendMessage') return ['send to', queue];
  return ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'].includes(name) ? ['take from', queue] : undefined;
}

function otherWords(name: string, resource: string): readonly [string, string] | undefined {
  const topic = TOPICS[name];
  if (/-recipient-\*"/.test(resource) && topic !== undefined) return ['recipients’ topics:', topic];
  if (resource.includes('"ToolingTopic') && name === 'Publish') return ['publish to', 'the tooling topic'];
  if (resource.includes('"ToolingBus') && name === 'PutEvents') return ['put events on', 'the bus'];
  if (resource === '"*"' && name === 'GetSubscriptionAttributes') return ['look at', 'subscriptions'];
  return resource === '"*"' && name === 'Unsubscribe' ? ['end', 'subscriptions'] : undefined;
}
