import { secondsAfter } from '#domain/days/instant.ts';
import type { OutboxId } from '#domain/ids.ts';
import type { OutboxItem } from '#domain/outbox/outbox-item.ts';
import { confirmTopic } from './confirm-topic.ts';
import { deliverMessage } from './deliver-message.ts';
import type { EventSink, Ports, Topics } from './ports.ts';
import { reconcileTopic } from './reconcile-topic.ts';

/** What delivering needs. `linkBaseUrl` is where links lead, without a slash at the end. */
export type DeliverPorts = Pick<Ports, 'clock' | 'randomness' | 'digest' | 'log' | 'stores'> & {
  readonly topics: Topics;
  readonly events: EventSink;
  readonly linkBaseUrl: string;
};

/** What has come of an item's work: it was done, or it can never be. */
export type Done = 'sent' | 'dropped';

/** `not-mine`: there is nothing to take, or somebody else has it. `fence-lost`: somebody took it while we were at it. */
export type DeliveryOutcome = Done | 'not-mine' | 'fence-lost';

/** A4. Longer than the function may run, so that a claim ends only with the crash of whoever made it. */
const LEASE_SECONDS = 120;

/**
 * A4. Claims one outbox item, does its work, and marks it. Whoever crashes in between leaves it to the next after the
 * lease: a second copy of a message goes out only if the crash falls exactly between publishing and marking.
 * @throws when the work fails: the item stays claimed, and the tick's sweep brings it back.
 */
export async function deliverOutboxItem(
  ports: DeliverPorts,
  { outboxId, owner }: { readonly outboxId: OutboxId; readonly owner: string },
): Promise<DeliveryOutcome> {
  const { clock, log, stores } = ports;
  const now = clock.now();
  const claimed = await stores.claimOutbox({ outboxId, owner, now, until: secondsAfter(now, LEASE_SECONDS) });
  if (claimed === undefined) return 'not-mine';
  const { item, fence } = claimed;
  const state = await workOff(ports, item);
  const finished = await stores.finishOutbox({ outboxId, owner, fence, state, at: clock.now() });
  log.info('Worked on an outbox item.', { outboxId, tenantId: item.tenantId, work: item.work.work, state, finished: finished.ok });
  return finished.ok ? state : 'fence-lost';
}

function workOff(ports: DeliverPorts, { tenantId, work }: OutboxItem): Promise<Done> {
  switch (work.work) {
    case 'message':
      return deliverMessage(ports, { tenantId, ...work });
    case 'reconcile-topic':
      return reconcileTopic(ports, { tenantId, ...work });
    case 'confirm-topic':
      return confirmTopic(ports, { tenantId, ...work });
    case 'event':
      return ports.events.publish(work.event).then(() => 'sent');
  }
}
