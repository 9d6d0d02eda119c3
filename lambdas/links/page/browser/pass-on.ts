import type { Problem } from './answers.ts';
import { ask } from './ask.ts';
import { button, element, say } from './elements.ts';
import { explain } from './problem-screen.ts';
import type { Session } from './session.ts';

/** D23. Whoever may only see says so to those who may act: one button, and the customer's admins get links of their own. */
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
    button(texts.passOn.act, act, { class: 'main' }),
  );
}
