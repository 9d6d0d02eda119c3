import type { ToolingEvent } from '#domain/messages/events.ts';
import type { EventSink } from '#use-cases/ports.ts';
import { suffered, type WriteFault } from './faults.ts';
import { kept } from './kept.ts';

/** What tooling heard over each way, in order. */
export type MemoryEventSink = EventSink & { readonly topic: readonly ToolingEvent[]; readonly bus: readonly ToolingEvent[] };

/** A2. Alerts and solved matters over the static topic, then all of it over the bus: what fails between them was half heard. */
export function memoryEventSink(fault: (way: 'topic' | 'bus') => 'none' | WriteFault = () => 'none'): MemoryEventSink {
  const [topic, bus]: [ToolingEvent[], ToolingEvent[]] = [[], []];
  return {
    topic,
    bus,
    publish: async (event) => {
      if (event.detailType !== 'reassignment') {
        await suffered(fault('topic'), 'Publishing an event to the topic', () => void topic.push(kept(event)));
      }
      await suffered(fault('bus'), 'Publishing an event to the bus', () => void bus.push(kept(event)));
    },
  };
}
