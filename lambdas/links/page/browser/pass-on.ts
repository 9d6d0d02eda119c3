import type { Problem } from './answers.ts';
import { ask } from './ask.ts';
import { element, say } from './elements.ts';
import { explain } from './problem-screen.ts';
import type { Session } from './session.ts';
import { tickedButton } from './ticked-button.ts';

/** D23. Whoever may only see says so to those who may act: behind a tick (S3), and the customer's admins get links of their own. */
export function passOn(session: Session): HTMLElement {
  const { texts } = session;
  const act = async (): Promise<void> => {
    const { status, body } = await ask<Problem & { readonly passedTo: number }>('pass-on', {
      linkId: session.linkId,
      secret: session.secret,
    });
    if (status !== 202) return explain(session, { status, body });
    say(texts.passOn.done(body.passedTo));
  };
  return element(
    'section',
    {},
    element('h2', {}, texts.passOn.title),
    element('p', {}, texts.passOn.means),
    ...tickedButton({ id: 'pass-on', tick: texts.passOn.tick, label: texts.passOn.act, act }),
  );
}
