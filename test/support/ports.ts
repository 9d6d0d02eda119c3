import { sha256 } from '#adapters/runtime/digest.ts';
import { systemRandomness } from '#adapters/runtime/randomness.ts';
import type { Instant } from '#domain/days/instant.ts';
import type { OutboxId } from '#domain/ids.ts';
import type { Ports, Queues, WorkOrder } from '#use-cases/ports.ts';
import { type Bench, NOW } from './stores.ts';

/** What use cases asked the queues for, in order. */
type Asked = {
  readonly checks: Parameters<Queues['requestCheck']>[0][];
  readonly deliveries: OutboxId[];
  readonly work: WorkOrder[];
};

export type TestPorts = { readonly ports: Ports; readonly asked: Asked; readonly setNow: (now: Instant) => void };

/** Ports for a use case under test: the bench's stores, real chance and digest; a clock that stands still; queues that write down. */
export function portsOn(bench: Bench): TestPorts {
  let now = NOW;
  const asked: Asked = { checks: [], deliveries: [], work: [] };
  const queues: Queues = {
    requestCheck: async (request) => void asked.checks.push(request),
    requestDelivery: async (outboxIds) => void asked.deliveries.push(...outboxIds),
    requestWork: async (order) => void asked.work.push(order),
  };
  const silent = { info: () => undefined, warn: () => undefined };
  const setNow = (at: Instant) => {
    now = at;
    bench.setNow(at);
  };
  return {
    ports: { clock: { now: () => now }, randomness: systemRandomness(), digest: sha256, log: silent, stores: bench.stores(), queues },
    asked,
    setNow,
  };
}
