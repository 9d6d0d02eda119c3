import type { Problem } from './answers.ts';
import type { Answered } from './ask.ts';
import { element, say, show } from './elements.ts';
import type { Session } from './session.ts';

/** L5. The link is over, and there is no run to follow through it. */
export function showClosed({ texts }: Session): void {
  show(element('h1', {}, texts.closedTitle), element('p', {}, texts.closed));
}

/** Says in the reader's language what went wrong; what the reader sees stays as it is, so that the button can be pressed again. */
export function explain(session: Session, { status, body }: Answered<Problem>): void {
  const { texts } = session;
  if (status === 404) show(element('h1', {}, texts.notFoundTitle), element('p', {}, texts.notFound));
  else say(sentenceFor(session, { status, body }));
}

function sentenceFor({ texts }: Session, { status, body }: Answered<Problem>): string {
  if (status === 0) return texts.offline;
  if (status === 429 || status === 503) return texts.tryAgain;
  if (status === 403) return texts.mayNotAct;
  const wrong = (body.errors ?? []).map(({ message }) => message).join(' ');
  return `${texts.failed} ${wrong === '' ? (body.detail ?? '') : wrong}`.trim();
}
