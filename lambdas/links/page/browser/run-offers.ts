import type { Offer, Problem, Run } from './answers.ts';
import { ask } from './ask.ts';
import { element, say } from './elements.ts';
import { explain } from './problem-screen.ts';
import type { Session } from './session.ts';
import { tickedButton } from './ticked-button.ts';

/** R5, L10. What the reader may do with a run: stop it, let it go on, or undo it; each says what it means before. */
export function offers(session: Session, run: Run, follow: (notice: string) => Promise<void>): readonly Node[] {
  return run.offers.map((offer) => {
    const { title, means, tick, act } = session.texts.offers[offer];
    const form = tickedButton({ id: offer, tick, label: act, act: () => steer(session, offer, follow) });
    return element('section', {}, element('h2', {}, title), element('p', {}, means), ...form);
  });
}

async function steer(session: Session, offer: Offer, follow: (notice: string) => Promise<void>): Promise<void> {
  const { linkId, secret, texts } = session;
  const { status, body } = await ask<Problem>(offer, { linkId, secret, confirm: true });
  if (status !== 202) return explain(session, { status, body });
  const { asked } = texts.offers[offer];
  say(asked);
  // A run that is being stopped is followed already.
  if (offer !== 'cancel') return follow(asked);
}
