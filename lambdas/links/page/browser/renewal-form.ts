import type { Problem } from './answers.ts';
import { ask } from './ask.ts';
import { button, element, say, show } from './elements.ts';
import { explain } from './problem-screen.ts';
import type { Session } from './session.ts';
import { dayText } from './texts.ts';

/** The commonest answer to a warning: it was renewed. One date and one button; an empty date does nothing. */
export function renewalForm(session: Session, endsOn: string): HTMLElement {
  const { texts } = session;
  const input = element('input', { type: 'date', id: 'renewed-until', min: endsOn });
  const label = element('label', { for: 'renewed-until' }, texts.renewedLabel);
  const act = async (): Promise<void> => {
    if (input.value === '') return say(texts.pickDay);
    await renew(session, input.value);
  };
  return element('section', {}, element('h2', {}, texts.renewedTitle), element('p', {}, label, input), button(texts.renewed, act));
}

async function renew(session: Session, expiresOn: string): Promise<void> {
  const { linkId, secret, texts, language } = session;
  const { status, body } = await ask<Problem>('renewed', { linkId, secret, expiresOn, confirm: true });
  if (status === 400) return say(texts.laterDay);
  if (status !== 200) return explain(session, { status, body });
  show(element('h1', {}, texts.renewedThanks(dayText(expiresOn, language))));
}
