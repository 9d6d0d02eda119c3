import type { FauxqsServer } from 'fauxqs';
import type { TemplateReader } from '#local/template/template-reader.ts';

/** A message that its function failed on as often as its queue allows. */
export type DeadLetter = { readonly queue: string; readonly body: string };

/** What lies in the queues that no function reads: on AWS an alarm goes off at the first one. */
export function deadLettersIn(
  { server, reader }: { readonly server: FauxqsServer; readonly reader: TemplateReader },
  queueNames: readonly string[],
): readonly DeadLetter[] {
  const unread = reader
    .resourcesOf('AWS::SQS::Queue')
    .map(reader.nameOf)
    .filter((name) => !queueNames.includes(name));
  return unread.flatMap((queue) => {
    const { ready = [], inflight = [] } = server.inspectQueue(queue)?.messages ?? {};
    return [...ready, ...inflight.map(({ message }) => message)].map(({ body }) => ({ queue, body }));
  });
}
