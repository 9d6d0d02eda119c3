import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { decodeTime } from 'ulid';
import * as z from 'zod';
import { millisecondsOf } from '#domain/days/instant.ts';
import type { Ports } from '#use-cases/ports.ts';
import { runTick } from '#use-cases/run-tick.ts';

/** The schedule says nothing but that it is time. */
export const tickMessage = z.unknown();

type TickPorts = Pick<Ports, 'clock' | 'stores' | 'queues' | 'log'>;

/** C1, A4. One tick, and how long the oldest message that was not sent has waited, for the alarm that watches over it. */
export async function tick(ports: TickPorts, metrics: Metrics = new Metrics({ namespace: 'Lapsewatch' })): Promise<void> {
  const { due, oldestUnsent } = await runTick(ports);
  const waited = oldestUnsent === undefined ? 0 : (millisecondsOf(ports.clock.now()) - decodeTime(oldestUnsent)) / 1000;
  metrics.addMetric('DueTenants', MetricUnit.Count, due);
  metrics.addMetric('OldestOutboxItemAge', MetricUnit.Seconds, Math.max(0, waited));
  metrics.publishStoredMetrics();
}
