import type { OutboxWork } from '#domain/outbox/outbox-item.ts';

/** The names in a digest's matters, matter by matter; nothing in any other work. */
export type Names = readonly (readonly string[])[];

/**
 * Names are personal data and live only until the message is sent. So an outbox item keeps them apart from the rest of
 * its work, where the end of the work can remove them without reading it.
 */
export function namesIn(work: OutboxWork): Names {
  return work.work === 'message' && work.message.template === 'digest' ? work.message.matters.map(({ names }) => names) : [];
}

/** The work with these names in its matters; without any where none are left. */
export function withNames(work: OutboxWork, names: Names): OutboxWork {
  if (work.work !== 'message' || work.message.template !== 'digest') return work;
  const matters = work.message.matters.map((matter, place) => ({ ...matter, names: names[place] ?? [] }));
  return { ...work, message: { ...work.message, matters } };
}
