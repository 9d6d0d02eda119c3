import { ask } from './ask.ts';
import { button, element, say, show } from './elements.ts';
import { openReview } from './review-screen.ts';
import { openSession, type Session } from './session.ts';

/** L2. The page does nothing by itself: it waits for a person to press a button. */
function start(session: Session): void {
  if (session.secret === '') showWithoutKey(session);
  else showInvitation(session);
}

function showInvitation(session: Session): void {
  const { texts } = session;
  show(
    element('h1', {}, texts.title),
    element('p', {}, texts.intro),
    button(texts.review, () => openReview(session), { class: 'main' }),
  );
}

/** Some mail gateways cut the fragment off: a fresh link goes to the recipient's own address. */
function showWithoutKey({ linkId, texts }: Session): void {
  const askFresh = async (): Promise<void> => {
    const { status } = await ask('fresh', { linkId });
    say(status === 202 ? texts.freshAsked : status === 429 || status === 503 ? texts.tryAgain : texts.offline);
  };
  show(element('h1', {}, texts.noKeyTitle), element('p', {}, texts.noKey), button(texts.askFresh, askFresh, { class: 'main' }));
}

start(openSession());
