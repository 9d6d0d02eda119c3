import type { Problem } from './answers.ts';
import type { Answered } from './ask.ts';
import { element, say, show } from './elements.ts';
import type { Session } from './session.ts';

/**
 * Says in the reader's language what went wrong; what the reader sees stays as it is, so that the button can be pressed again.
 * Only a link that is unknown (L7) or over (L5) leaves nothing to see.
 */
export function explain({ texts }: Session, { status, body: { reason = '' } }: Answered<Problem>): void {
  const problems: Readonly<Record<string, string>> = texts.problems;
  const sentence = problems[reason];
  if (sentence !== undefined) say(sentence);
  else if (status === 404) show(element('h1', {}, texts.notFoundTitle), element('p', {}, texts.notFound));
  else if (status === 410) show(element('h1', {}, texts.closedTitle), element('p', {}, texts.closed));
  else if (status === 0) say(texts.offline);
  else say(status === 429 || status === 503 ? texts.tryAgain : texts.failed);
}
